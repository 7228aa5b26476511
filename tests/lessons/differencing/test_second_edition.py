"""A second edition: what is refused, what tells somebody apart, and that several kinds of editions hold."""

from itertools import combinations

import pytest

from disclosure.tables.editions import Publication
from disclosure.tables.from_counts import table_from_counts
from lessons.differencing.attack import isolate
from lessons.differencing.second_edition import COUNTED, FIRST, SUBJECTS, TOWNS, Edition, judge_of_editions


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"day": "1 August"}, "choose one of 1 June, 1 July, 1 September"),
        ({"day": "1 May"}, "no day of a second edition"),
        ({"merge": ("Debt", "Rent")}, "Write lists"),
        ({"drop": "Mill"}, "Write lists"),
        ({"drop": ["Oslo"]}, "'Oslo' must be a subject or a town"),
        ({"merge": [("Debt", "Rent")], "drop": ["Rent"]}, "'Rent' must be"),
        ({"merge": [("Debt", "Mill")]}, "no subject with a town"),
        ({"merge": [("Debt",)]}, "two or more"),
        ({"round_to": 20}, "from 1 to 10"),
        ({"round_to": 2.5}, "from 1 to 10"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(changes, sentence):
    with pytest.raises(ValueError, match=sentence):
        Edition(**{"day": "1 July", **changes})


def test_what_is_no_edition_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="That is no edition"):
        judge_of_editions("publish")


def test_nobody_is_ever_taken_out():
    days = [Edition(day).printed for day in list(COUNTED)[1:]]
    assert all((later >= earlier).all(axis=None) for earlier, later in combinations(days, 2))


def test_merged_cells_are_sums_and_rounded_numbers_are_the_nearest():
    edition = Edition("1 July", merge=[("Debt", "Rent"), ("Hill", "Mill")], drop=["Work"], round_to=10)
    assert edition.of("1 July").to_numpy().tolist() == [[101, 79], [34, 29]]
    assert edition.printed.to_numpy().tolist() == [[100, 80], [30, 30]]


@pytest.mark.parametrize("day", list(COUNTED)[1:])
def test_where_the_search_of_the_lesson_isolates_somebody_the_judge_says_so(day):
    """Nothing is rounded or merged here, so `isolate` finds the same small steps."""
    for dropped in [(), *combinations(SUBJECTS, 1), *combinations(TOWNS, 1), *combinations(TOWNS, 2)]:
        edition, publications = Edition(day, drop=dropped), []
        for name in (FIRST, day):
            counts = edition.of(name).rename_axis(index="subject", columns="town")
            table = table_from_counts(counts)
            publications.append(Publication(name, table, day=f"2017-{1 + list(COUNTED).index(name):02}-01"))
        found = isolate(publications, threshold=5).combinations.query("form == 'A - B'")
        assert len(found) == 0 or judge_of_editions(edition) != ""


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"day": "1 June"}, "18 in the first edition, 19 in yours. People who came there in between: 1."),
        ({"day": "1 September"}, "Debt, Mill: 12 in the first edition, 14 in yours"),
        ({"day": "1 July", "round_to": 3}, "in between: 2 to 4"),
        ({"day": "1 June", "round_to": 5}, "only Family grows, so Family is what Ada says. Of some"),
        ({"day": "1 June", "merge": [SUBJECTS]}, "Readers get 3 numbers, with 100% of the people"),
        ({"day": "1 September", "drop": ["Debt"]}, "77% of the people"),
    ],
)
def test_an_edition_that_does_not_hold_gets_a_sentence(changes, sentence):
    assert sentence in judge_of_editions(Edition(**changes))


def test_whoever_is_alone_in_growing_is_named_even_in_a_large_step():
    """From May to July in Mill, of Family and Work only Family has grown, by 5."""
    edition = Edition("1 July", drop=["Debt", "Rent"])
    assert judge_of_editions(edition).startswith("Readers get")
    alone = Edition("1 September", merge=[("Debt", "Rent", "Family")])
    assert judge_of_editions(alone) == (
        "Ada knows that Bea is new in Mill. There only Debt + Rent + Family grows, so Debt + Rent + Family is what Ada "
        "says."
    )
