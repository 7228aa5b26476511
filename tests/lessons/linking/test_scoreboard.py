"""The scores of four records and two clues, worked out by hand; then random logs against the literal formula."""

from math import exp, log

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.linking.attack import score_records
from lessons.linking.inverted_index import inverted_index
from lessons.linking.scoreboard import Clues, lead, scores, weight
from tests.lessons.linking.literal_scoreboard import literal_eccentricity, literal_scores

FOUR = pd.DataFrame(
    {
        "viewer_id": [1, 1, 2, 2, 3, 4],
        "title_id": ["A", "B", "A", "C", "A", "A"],
        "stars": [4, 2, 5, 3, 1, 4],
        "day": [100, 130, 100, 90, 160, 70],
    }
)
"""Four records. A is in all four, B in the first alone, C in the second alone."""

A, B = 0, 1


def clue(title, stars=np.nan, day=np.nan):
    return title, stars, day


def clues_of(listed):
    titles, stars, days = zip(*listed, strict=True) if listed else ((), (), ())
    return Clues(np.array(titles, dtype=int), np.array(stars, dtype=float), np.array(days, dtype=float))


def scored(log, listed):
    return scores(inverted_index(log), clues_of(listed)).tolist()


def test_titles_only_is_the_sum_of_the_weights():
    assert scored(FOUR, [clue(A), clue(B)]) == pytest.approx([1 / log(4) + 1 / log(2)] + [1 / log(4)] * 3)


def test_with_stars_and_days():
    first = (1 + 1) / log(4) + (exp(-1 / 1.5) + exp(-30 / 30)) / log(2)
    others = [exp(-1 / 1.5) + 1, exp(-3 / 1.5) + exp(-60 / 30), 1 + exp(-30 / 30)]
    expected = [first, *(fit / log(4) for fit in others)]
    assert scored(FOUR, [clue(A, stars=4, day=100), clue(B, stars=3, day=100)]) == pytest.approx(expected)


def test_with_stars_alone_and_days_alone():
    fits = [1, exp(-1 / 1.5), exp(-3 / 1.5), 1]
    assert scored(FOUR, [clue(A, stars=4)]) == pytest.approx([fit / log(4) for fit in fits])
    assert scored(FOUR, [clue(A, day=100)]) == pytest.approx([each / log(4) for each in (1, 1, exp(-2), exp(-1))])


def test_a_title_of_a_single_record_counts_as_if_two_held_it():
    assert weight(np.array([0, 1, 2])).tolist() == [1 / log(2)] * 3


def test_stars_that_the_log_does_not_tell_add_nothing():
    some_missing = FOUR.assign(stars=[np.nan, 2, 5, 3, 1, 4])
    assert scored(some_missing, [clue(A, stars=4)])[0] == 0
    assert scored(some_missing, [clue(A, stars=4, day=100)])[0] == pytest.approx(1 / log(4))


def test_a_rewatched_title_counts_once_with_its_nearest_day():
    rewatched = pd.DataFrame({"viewer_id": [1, 1, 1, 2], "title_id": ["A"] * 4, "day": [10, 40, 300, 10]})
    assert scored(rewatched, [clue(A, day=45)]) == pytest.approx([exp(-5 / 30) / log(2), exp(-35 / 30) / log(2)])
    assert scored(rewatched, [clue(A)]) == pytest.approx([1 / log(2)] * 2)


def test_a_title_known_twice_counts_once_with_what_fits_better():
    assert scored(FOUR, [clue(A, stars=1), clue(A, stars=4)]) == pytest.approx(
        [fit / log(4) for fit in (1, exp(-1 / 1.5), 1, 1)]
    )


def test_no_clue_gives_no_score():
    assert scored(FOUR, []) == [0, 0, 0, 0]


def test_the_lead_by_hand():
    """Scores 0, 0, 2, 6: mean 2, deviations 2, 2, 0, 4, variance 24 / 4 = 6."""
    found = lead(np.array([0.0, 0, 2, 6]))
    assert (found.best, found.second, found.record) == (6, 2, 3)
    assert found.eccentricity == pytest.approx(4 / 6**0.5)


@pytest.mark.parametrize("values", [[3.0, 3, 1], [0.0, 0], [2.0] * 5, [4.0], []])
def test_ties_no_spread_and_one_candidate_have_no_lead(values):
    assert (lead(np.array(values)).eccentricity, lead(np.array(values)).record) == (0, -1)


def test_scores_that_differ_by_rounding_are_a_tie():
    assert lead(np.array([0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1, 0.0])).record == -1


stars = st.sampled_from([1, 2, 3.5, 5, np.nan])
days = st.sampled_from([0, 1, 20, 45, 400, np.nan])
row_of_a_log = st.tuples(st.integers(1, 6), st.sampled_from("ABCDE"), stars, days)
one_clue = st.tuples(st.sampled_from("ABCDE"), stars, days)


def _frame(clues):
    return pd.DataFrame(clues, columns=["title_id", "stars", "day"]).astype(
        {"title_id": "str", "stars": float, "day": float}
    )


@given(
    rows=st.lists(row_of_a_log, min_size=1, max_size=25),
    known=st.lists(one_clue, max_size=6),
    left_out=st.sampled_from([[], ["stars"], ["day"], ["stars", "day"]]),
)
def test_it_agrees_with_the_literal_formula(rows, known, left_out):
    """On random logs: rewatched titles, repeated and missing clues, missing stars and days, no stars or no days."""
    columns = {"stars": 2, "day": 3}
    told = [tuple(np.nan if at in {columns[it] for it in left_out} else v for at, v in enumerate(r)) for r in rows]
    clues = [(c[0], *(np.nan if it in left_out else c[columns[it] - 1] for it in columns)) for c in known]
    clues = [clue for clue in clues if clue[0] in {title for _, title, *_ in rows}]
    log_as_table = pd.DataFrame(told, columns=["viewer_id", "title_id", "stars", "day"])
    index = inverted_index(log_as_table.astype({"stars": float, "day": float}).drop(columns=left_out))
    short = score_records(log_as_table.astype({"stars": float, "day": float}).drop(columns=left_out), _frame(clues))
    literal = literal_scores(told, clues)
    assert short.to_dict() == pytest.approx(literal, abs=1e-9, rel=1e-9)
    fast = scores(index, clues_of([(index.titles.get_loc(title), *rest) for title, *rest in clues]))
    assert fast == pytest.approx([literal[viewer] for viewer in index.viewers], abs=1e-9, rel=1e-9)
    assert lead(fast).eccentricity == pytest.approx(literal_eccentricity(literal), abs=1e-9, rel=1e-9)
