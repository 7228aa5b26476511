"""What the notebook shows: six columns at most, in words."""

import numpy as np

from disclosure.defences import Suppress
from lessons.membership.attack import evidence, scores
from lessons.membership.formula import formula_sweep, statistics_sweep
from lessons.membership.price import price_sweep
from lessons.membership.prints import PRINTS
from lessons.membership.release import cohort_counts, draw, known_titles, reach
from lessons.membership.side_by_side import (
    formula_in_words,
    known_in_words,
    lines_in_words,
    lists_in_words,
    one_of,
    prices_in_words,
    shares_in_words,
    sizes_in_words,
    statistics_in_words,
    titles_in_words,
    titles_of,
    ways_in_words,
)
from lessons.membership.sweep import ALIKE, EVERYBODY, lists_sweep, membership_sweep
from tests.lessons.membership.small_service import service


def test_all_tables_have_six_columns_at_most_and_words_in_place_of_names():
    ways = membership_sweep(service(), [20], ways=list(PRINTS), known=[5], cohorts=1)
    taste = membership_sweep(service(), [20], alike="horror", lines=[EVERYBODY, ALIKE], known=[5], cohorts=1)
    shown = [
        sizes_in_words(ways),
        ways_in_words(ways),
        lines_in_words(taste),
        shares_in_words(ways),
        known_in_words(ways),
        lists_in_words(lists_sweep(service(), 20, [5])),
        prices_in_words(price_sweep(service(), [20], list(PRINTS)), ways),
        formula_in_words(formula_sweep(service(), [20], alike="horror", cohorts=1)),
        statistics_in_words(statistics_sweep(service(), [20], cohorts=1)),
    ]
    for table in shown:
        assert len(table.columns) <= 6 and not any("_" in str(name) for name in table.columns)
        assert table.notna().all(axis=None) and len(table)


def test_titles_stand_by_what_they_say_and_a_hidden_count_has_no_number():
    drawn = draw(service(), 12)
    release, everybody = Suppress(4)(cohort_counts(service(), drawn.members)), reach(service(), drawn.public)
    says, known = evidence(release, 12, everybody), known_titles(service(), 6)
    bea = one_of(drawn.members, scores(known, says), near_the_top=True)
    shown = titles_in_words(service(), release, 12, everybody, says, titles_of(known, bea))
    assert shown["evidence"].astype(float).is_monotonic_decreasing and len(shown) == 6
    hidden = shown["printed"] == "hidden"
    assert (shown.loc[hidden, "times as common"] == "").all()


def test_of_a_long_list_both_ends_are_shown():
    table, says = cohort_counts(service(), np.arange(9)), np.linspace(1, -1, 120)
    shown = titles_in_words(service(), table, 9, np.full(120, 0.1), says, np.arange(120))
    assert shown["title"].tolist() == [f"Film {number}" for number in (0, 1, 2, 3, 4, 115, 116, 117, 118, 119)]


def test_one_in_the_middle_and_one_near_the_top():
    people, found = np.array([5, 4, 3, 2]), np.array([0, 0, 10, 20, 30, 40.0])
    assert (one_of(people, found), one_of(people, found, near_the_top=True)) == (4, 5)
