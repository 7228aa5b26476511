"""set1, on suppression and differencing: tempting mistakes cost the marks of their tags."""

from types import SimpleNamespace

import pandas as pd
import pytest

from data_gen.blocks import plan
from data_gen.knobs import Knobs, knobs_of
from data_gen.viewers import make_viewers
from grading.sets.hidden_counts import grown, own_world, ways_of
from tests.grading.class_of_students import TERM, costs

MISTAKES = [
    ("my_published", "< k)", "<= k)", {"the threshold itself"}),
    ("my_published", "(counts > 0) & (counts < k)", "counts < k", {"a zero"}),
    ("my_published", "others.argmin()", "len(others) - 1 - others[::-1].argmin()", {"ties"}),
    ("my_ranges", "max(1, missing - others * (k - 1))", "1", {"ordinary cases"}),
    ("my_ranges", "min(k - 1, missing - others)", "k - 1", {"ordinary cases"}),
    ("my_newcomers", "k - 1)", "k)", {"the threshold itself"}),
    ("my_newcomers", "between(1,", "between(0,", {"ordinary cases"}),
]
"""Where, what is written in place of what, and which tags that costs at least."""


@pytest.mark.parametrize(("task", "right", "wrong", "tags"), MISTAKES)
def test_a_tempting_mistake_costs_the_marks_of_its_tag(task, right, wrong, tags):
    assert tags <= costs("set1", task, right, wrong)


def test_a_line_is_filled_in_all_ways():
    assert ways_of(3, 2, 5) == [(1, 2), (2, 1)] and ways_of(0, 0, 5) == [()] and ways_of(9, 2, 5) == []


def tables_of(student):
    """A student's two tables and the key to them: of her world, the viewers alone."""
    settled = plan(Knobs(**knobs_of("classroom") | {"n_viewers": 600, "n_titles": 400}), TERM.seed(student))
    made = [make_viewers(settled.knobs, settled.seed, number, settled.cast) for number in settled.blocks]
    own = own_world(SimpleNamespace(viewers=pd.concat(made, ignore_index=True)))
    return [own.files[name].set_index("country").drop(columns="total") for name in ("first", "second")], own.key


@pytest.mark.parametrize("student", [f"s{number}" for number in range(9)])
def test_no_question_can_be_answered_from_printed_counts_alone(student):
    (first, second), key = tables_of(student)
    found = {tuple(cell) for cell in key["my_grown"]}
    by_reading = set(grown(*(table.stack().dropna().to_dict() for table in (first, second))))
    assert by_reading < found, "what is read off is not all"
    worked_out = {tuple(cell) for cell, _ in key["my_exact"]}
    assert len(worked_out) >= 2 and all(pd.isna(first.loc[cell]) for cell in worked_out)
