"""What a footnote says of true counts: printed likewise as by the library, and chances that can be counted."""

import numpy as np
import pytest

from disclosure.defences import AddNoise, RoundRandomly, RoundTo, Suppress, SuppressComplementary, with_record_keys
from disclosure.tables.count_table import count_table
from lessons.membership.behind import HIDDEN, chance_of_print, printed_counts, printed_likewise
from lessons.membership.prints import PRINTS, cell_keys_of, record_keys
from lessons.membership.release import cohort_counts
from tests.lessons.membership.small_service import service

MEMBERS = np.arange(40, 70)
RNG = np.random.default_rng(53)


@pytest.mark.parametrize("way", [way for way in PRINTS if way != "noise"])
def test_printed_likewise_is_printed_by_the_library(way):
    counts = printed_counts(cohort_counts(service(), MEMBERS))
    keys = cell_keys_of(service(), MEMBERS, record_keys(service()))
    release = PRINTS[way](service(), MEMBERS)
    assert printed_likewise(release, counts, keys, RNG).tolist() == printed_counts(release).tolist()


@pytest.mark.parametrize("way", list(PRINTS))
def test_what_was_counted_can_always_stand_behind_what_is_printed(way):
    counts = printed_counts(cohort_counts(service(), MEMBERS))
    release = PRINTS[way](service(), MEMBERS)
    chances = chance_of_print(release, printed_counts(release), len(MEMBERS))
    assert chances.shape == (120, 31) and (chances >= 0).all() and (chances <= 1).all()
    if way != "noise":
        assert (chances[np.arange(120), counts] > 0).all()


def test_noise_and_keys_print_something_of_each_count():
    """The chances of all that can be printed of one true count add up to 1."""
    for way, numbers in (("cell keys", range(40)), ("noise", range(2_000))):
        release = PRINTS[way](service(), MEMBERS)
        printed = np.array(numbers)
        assert chance_of_print(release, printed, 30).sum(axis=0) == pytest.approx(np.ones(31), abs=1e-3)


def test_noise_is_drawn_with_these_chances():
    release = PRINTS["noise"](service(), MEMBERS)
    printed = printed_likewise(release, np.full(40_000, 9), np.zeros(40_000, dtype=int), RNG)
    for number in (0, 4, 15):
        chance = chance_of_print(release, np.array([number]), 30)[0, 9]
        assert np.mean(printed == number) == pytest.approx(chance, abs=5 * np.sqrt(chance / 40_000))


def test_hidden_and_rounded():
    table = cohort_counts(service(), MEMBERS)
    assert chance_of_print(Suppress(3)(table), np.array([HIDDEN, 0, 3]), 4).tolist() == [
        [0, 1, 1, 0, 0],
        [1, 0, 0, 0, 0],
        [0, 0, 0, 1, 0],
    ]
    assert chance_of_print(RoundTo(5)(table), np.array([0, 5]), 7).astype(int).tolist() == [
        [1, 1, 1, 0, 0, 0, 0, 0],
        [0, 0, 0, 1, 1, 1, 1, 1],
    ]


def test_of_other_treatments_nothing_is_said():
    rows = with_record_keys(service().rows(MEMBERS), seed=1)
    by_lot = RoundRandomly(3)(rows, by="title", totals=False)
    two = count_table(rows.assign(half=rows["viewer_id"] % 2), by=("title", "half"), totals=False)
    covered = SuppressComplementary(3)(count_table(rows, by="title"))
    for table in (by_lot, two, covered):
        with pytest.raises(ValueError, match="is not known here: choose another way to print it"):
            chance_of_print(table, printed_counts(table), 30)


def test_noise_counts_as_what_its_footnote_says():
    quiet, loud = (AddNoise(epsilon)(cohort_counts(service(), MEMBERS)) for epsilon in (2.0, 0.2))
    assert chance_of_print(quiet, np.array([9]), 30)[0, 9] > chance_of_print(loud, np.array([9]), 30)[0, 9]
