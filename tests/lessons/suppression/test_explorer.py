"""An explorer is data: its controls, its sentences, and what the kernel is asked for."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from lessons.suppression.chart import sentences
from lessons.suppression.explorer import explore_suppression
from tests.disclosure.own_table.example import t1_check

SQUARE = pd.DataFrame({"title": list("AAABBB") + ["C"] * 12, "region": list("nssnns") + list("nnnnnnssssss")})
"""Counts 1 and 2, 2 and 1, 6 and 6."""

TABLE = count_table(SQUARE, by=("title", "region"))
AN, AS = 0, 1
"""Places of two cells."""


@pytest.fixture(scope="module")
def explorer():
    return explore_suppression(TABLE, thresholds=range(3, 8))


def test_it_begins_at_the_threshold_of_the_lesson(explorer):
    assert explorer.setting == {"threshold": 5, "totals": "printed", "who": "outsider", "cell": None}


def test_a_scale_without_it_begins_at_its_end():
    assert explore_suppression(TABLE, thresholds=range(6, 8)).setting["threshold"] == 6


def test_every_setting_has_its_sentence(explorer):
    told = explorer.lookups["sentences"].table
    assert len(told) == 2 * 2 * 5
    assert told["outsider", "left out", 7] == sentences(explorer.counted)["outsider, totals left out"][4]


def test_the_parameters_of_the_chart_are_the_controls(explorer):
    assert {param["name"] for param in explorer.figure["spec"]["params"]} == set(explorer.setting)


def test_the_kernel_gives_the_audits_reason_for_a_cell(explorer):
    known = audit(Suppress(3)(TABLE), Outsider()).set_index("target")
    reason = explorer.lookups["why"].asked("outsider", "printed", 3, AS)
    assert reason == f"A | s: 1 to 2, open. {known.loc['A | s', 'why']}"


def test_the_reason_names_the_insider(explorer):
    reason = explorer.lookups["why"].asked("insider", "printed", 3, AS)
    assert reason.startswith("A | s: exactly 2, exact, for the one person who stands in A | n. A's total")


def test_cells_whose_joined_names_are_equal_have_each_their_own_reason():
    people = pd.DataFrame(
        {"film": ["x | y"] * 3 + ["x"] * 2 + ["w"] * 40, "region": ["z"] * 3 + ["y | z"] * 2 + ["z", "y | z"] * 20}
    )
    table = count_table(people, by=("film", "region"))
    why = explore_suppression(table, thresholds=range(4, 6)).lookups["why"]
    alike = [place for place, name in enumerate(table.cell_names) if name.replace('"', "") == "x | y | z"]
    assert sorted(why.asked("outsider", "printed", 4, place).split(",")[0] for place in alike) == [
        '"x | y" | z: exactly 3', 'x | "y | z": exactly 2'
    ]  # fmt: skip


def test_landmarks_outside_the_scale_are_left_out(explorer):
    assert list(explorer.figure["controls"][0]["landmarks"]) == ["4", "5"]


def test_a_table_of_three_dimensions_is_refused_in_a_sentence():
    table = count_table(SQUARE.assign(sex="f"), by=("title", "region", "sex"))
    with pytest.raises(ValueError, match="by title, region, sex: an explorer shows a table of two dimensions"):
        explore_suppression(table)


def test_ones_own_table_moves_too_and_says_what_a_repair_costs():
    explorer = explore_suppression(t1_check(), thresholds=range(4, 7))
    told = explorer.lookups["sentences"].table
    assert told["outsider", "printed", 5].endswith("A quick repair hides more: 28 people.")
    assert "repair" in told["insider", "printed", 5] and "repair" not in told["outsider", "left out", 5]
    with pytest.raises(ValueError, match="office's own file"):
        explore_suppression(t1_check(counts=False))
