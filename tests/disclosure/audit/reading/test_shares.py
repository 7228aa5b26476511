"""Questions that a table with percentages must answer, and what is said of percentages that are not used."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.percentages import Percentages

OF_FILMS = Percentages("share", of="film", sums_to_100=False)


def films(percentages: Percentages, shares: list[Any], **more: Any) -> CountTable:
    """A and B hidden, C printed, of 33 people; A and B have 3 and 4 of them."""
    cells = pd.DataFrame({"film": ["A", "B", "C", TOTAL], "count": [pd.NA, pd.NA, 26, 33], "share": shares})
    cells["mark"] = ["c", "c", "", ""]
    return CountTable(cells.assign(**more.pop("columns", {})), ("film",), Rule(7), percentages=(percentages,), **more)


def verdict(table: CountTable) -> tuple[int, int, str, str]:
    return tuple(audit(table, Outsider()).iloc[0][["low", "high", "verdict", "why"]])


SHARES = [9.1, 12.1, 78.8, 100.0]


def test_a_percentage_of_a_printed_total_says_how_many() -> None:
    assert verdict(films(OF_FILMS, SHARES)) == (3, 3, "exact", "Only 3 of 33 people are printed as 9.1 %.")


def test_whether_parts_were_made_to_add_up_must_be_answered() -> None:
    with pytest.raises(ValueError, match="was a set of them made to add up to 100"):
        audit(films(Percentages("share", of="film"), SHARES), Outsider())
    outside = Percentages("share", of="people")
    with pytest.raises(ValueError, match="was a set of them made to add up to 100"):
        audit(films(outside, [9.1, 12.1, 78.8, None], columns={"people": 33}), Outsider())
    assert verdict(films(outside, [9.1, None, 78.8, None], columns={"people": 33}))[:3] == (3, 3, "exact")


def test_an_answer_that_the_print_denies_is_refused() -> None:
    forced = replace(OF_FILMS, sums_to_100=True)
    with pytest.raises(ContradictionError, match=r"in 'share' add up to 99\.9 %, and were made to .* the answer is no"):
        audit(films(forced, [9.1, 12.1, 78.7, 100.0]), Outsider())


def test_a_part_that_was_made_to_add_up_lies_within_one_unit() -> None:
    """9 % of 33, rounded to whole ones: 3. Made to add up it is 8 to 10 %: 3 as well, and of 36 it is 3 to 3.6."""
    cells = pd.DataFrame({"film": ["A", "B", "C", TOTAL], "count": [pd.NA, pd.NA, 92, 100], "share": [4, 4, 92, 100]})
    cells["mark"] = ["c", "c", "", ""]
    plain = CountTable(cells, ("film",), Rule(8), percentages=(Percentages("share", "film", 0, sums_to_100=False),))
    assert verdict(plain)[:3] == (4, 4, "exact")
    forced = replace(plain, percentages=(Percentages("share", "film", 0, sums_to_100=True),))
    assert verdict(forced)[:3] == (3, 5, "not found")


def test_a_part_that_was_rounded_and_then_moved_may_be_one_unit_and_a_half_off() -> None:
    """1, 2, 6 and 12 of 21 round to 5, 10, 29 and 57 %, one too many; the largest becomes 56, and 12 is 57.1 %."""
    cells = pd.DataFrame({"film": [*"ABCD", TOTAL], "count": [pd.NA, pd.NA, 6, pd.NA, pd.NA]})
    cells = cells.assign(mark=["c", "c", "", "c", "c"], share=[5, 10, 29, 56, 100])
    moved = Percentages("share", "film", 0, rounding="half up", sums_to_100="moved")
    rows = audit(CountTable(cells, ("film",), Rule(5, complementary_mark="c"), percentages=(moved,)), Outsider())
    ranges = {film: range(int(low), int(high) + 1) for film, low, high in rows[["film", "low", "high"]].to_numpy()}
    assert 12 in ranges["D"] and 21 in ranges[TOTAL] and 1 in ranges["A"] and 2 in ranges["B"]
    by_remainders = replace(moved, sums_to_100=True)
    assert moved.behind(56).low < by_remainders.behind(56).low < Fraction(12, 21) < moved.behind(56).high
    assert Fraction(12, 21) not in by_remainders.behind(56)


@pytest.mark.parametrize(
    ("percentages", "sentence"),
    [
        (Percentages("share", of=None), "the percentages in 'share', whose base is not in the table"),
        (Percentages("share", of="film", weighted=True), "the percentages in 'share', which are weighted"),
    ],
)
def test_what_is_not_used_is_said(percentages: Percentages, sentence: str) -> None:
    low, high, word, why = verdict(films(percentages, [*SHARES[:2], None, None]))
    assert (low, high, word) == (1, 6, "not found") and sentence in why


def test_a_base_that_the_table_lacks_is_not_found() -> None:
    table = films(OF_FILMS, SHARES)
    without = replace(table, cells=table.cells.iloc[:3])
    frame = audit(without, Outsider(), nothing_to_subtract=True)
    assert set(frame["verdict"]) == {"not found"} and frame["why"].str.contains("whose base is not in the table").all()


def test_sums_between_forced_parts_and_their_base_are_not_used() -> None:
    cells = pd.DataFrame({"film": ["A", "B", "AB", "C", TOTAL], "count": [pd.NA, 4, pd.NA, pd.NA, pd.NA]})
    cells = cells.assign(mark=["c", "", "c", "c", "c"], share=[9, 12, 30, 79, None])
    forced = Percentages("share", "film", 0, sums_to_100=True)
    table = CountTable(cells, ("film",), None, {"film": {"A": "AB", "B": "AB"}}, percentages=(forced,))
    frame = audit(table, Outsider())
    unsure = frame.loc[frame["verdict"].eq("not found"), "why"]
    assert len(unsure) == 2 and unsure.str.contains("how some of them were made to add up").all()


def test_what_forced_parts_tell_beyond_their_ends_is_said_to_be_left_out() -> None:
    """Two parts of 100 that round to 33 and 67 add up by themselves: whoever knows that reads them off."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [pd.NA, pd.NA, 100], "share": [33, 67, 100]})
    for forced, expected in ((True, [32, 34, "not found"]), (False, [33, 33, "exact"])):
        told = Percentages("share", "film", 0, rounding="half up", sums_to_100=forced)
        frame = audit(CountTable(cells.assign(mark=["c", "c", ""]), ("film",), percentages=(told,)), Outsider())
        assert frame.loc[frame["film"].eq("A"), ["low", "high", "verdict"]].to_numpy().tolist() == [expected]


def test_sums_of_forced_parts_are_not_used_below_a_wider_label() -> None:
    cells = pd.DataFrame({"film": ["A", "B", "AB", "C", "all"], "count": [pd.NA] * 4 + [132], "mark": [*"cccc", ""]})
    cells = cells.assign(share=[30, 30, 60, 40, 100])
    nest = {"A": "AB", "B": "AB", "AB": "all", "C": "all"}
    forced = Percentages("share", {"film": "all"}, 0, sums_to_100=True)
    frame = audit(CountTable(cells, ("film",), None, {"film": nest}, percentages=(forced,)), Outsider())
    assert frame.loc[frame["film"].eq("AB"), ["low", "high"]].to_numpy().tolist() == [[2 * 39, 2 * 40]]


def test_sums_of_forced_parts_are_not_used_where_the_base_stands_in_a_column() -> None:
    """Each part may be one unit off, so their sum may be two."""
    cells = pd.DataFrame({"film": ["A", "B", "C", "AB"], "count": [pd.NA] * 4, "mark": "c"})
    cells = cells.assign(share=[30, 30, 40, 60], people=132)
    forced = Percentages("share", "people", 0, sums_to_100=True)
    table = CountTable(cells, ("film",), None, {"film": {"A": "AB", "B": "AB"}}, percentages=(forced,))
    low, high, verdict, why = audit(table, Outsider()).set_index("film").loc["AB", ["low", "high", "verdict", "why"]]
    assert (low, high, verdict) == (2 * 39, 2 * 40, "not found") and "how some of them were made to add up" in why


def test_whether_percentages_are_of_rounded_counts_must_be_answered() -> None:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [5, 30, 35], "share": [9.1, 90.9, np.nan]})
    table = CountTable(cells, ("film",), base=5, percentages=(OF_FILMS,))
    with pytest.raises(ValueError, match="were the percentages in 'share' computed from rounded counts"):
        audit(table, Outsider())
    of_rounded = replace(table, percentages=(replace(OF_FILMS, of_rounded=True),))
    assert set(audit(of_rounded, Outsider())["verdict"]) == {"not found"}


def test_a_rounded_base_in_a_column_finds_less() -> None:
    rate = Percentages("share", of="people", base_rounded_to=10)
    table = films(rate, [50.0, None, None, None], columns={"people": [10, None, None, None]})
    assert verdict(table)[:3] == (1, 6, "not found")


def test_that_a_part_is_no_larger_than_a_base_elsewhere_is_not_used() -> None:
    """100 % of 5, in tens, are 5 people, or 95 to 105 % of it: events may be more than people."""
    near = Percentages("share", of="people", decimals=-2)
    table = films(near, [100, None, None, None], columns={"people": [4, None, None, None]})
    low, high, word, why = verdict(table)
    assert (low, high, word) == (2, 6, "not found") and "that no part is larger than its base" in why


def test_bases_and_percentages_are_numbers() -> None:
    with pytest.raises(ValueError, match="'share' of A is '<10': leave it missing where none is printed"):
        audit(films(OF_FILMS, ["<10", 12.1, 78.8, 100.0]), Outsider())
    half = films(Percentages("share", of="people"), [9.1, None, None, None], columns={"people": 32.5})
    with pytest.raises(ValueError, match=r"the base 'people' of A is 32\.5: bases are whole numbers"):
        audit(half, Outsider())


def test_a_percentage_that_no_whole_number_has_is_a_contradiction() -> None:
    with pytest.raises(ContradictionError, match=r"A: no whole number that the table allows is 10\.0 % of its base"):
        audit(films(OF_FILMS, [10.0, 12.1, 78.8, 100.0]), Outsider())


def test_bases_of_2_to_the_52_and_more_are_refused_as_such_counts_are() -> None:
    """They were taken for no limit, and from 2**53 on read as another number."""
    huge = films(Percentages("share", of="people"), [9.1, None, None, None], columns={"people": 2**53 + 3})
    with pytest.raises(ValueError, match="bases in 'people' are 2\\*\\*52 and more: count in a larger unit"):
        audit(huge, Outsider())


def test_shares_of_nobody_that_are_all_0_add_up_to_nothing() -> None:
    """Of ten parts in tens, 0 seemed near enough to 100 to be a sum that is off."""
    labels = [*"ABCDEFGHIJ", TOTAL]
    cells = pd.DataFrame({"film": labels * 2, "region": ["N"] * 11 + ["S"] * 11, "mark": ""})
    cells["count"] = [20, *[0] * 9, 20, *[0] * 11]
    cells["share"] = [100.0, *[0.0] * 9, 100.0, *[0.0] * 11]
    share = Percentages("share", of="film", decimals=-1, sums_to_100=True)
    assert audit(CountTable(cells, ("film", "region"), percentages=share), Outsider()).empty


@pytest.mark.parametrize("totals", [True, False])
def test_sets_whose_bases_have_no_row_are_added_up_each_by_itself(totals: bool) -> None:
    """Five shares of each age add up to 1.0; together they were said to add up to 2.0."""
    counts = [4, 6, None, 4, 4, 20]
    rows = [(age, kind, n) for age in "ab" for kind, n in zip([*"vwxyz", TOTAL], counts, strict=True)]
    cells = pd.DataFrame(rows, columns=["age", "kind", "count"]).astype({"count": "Int64"})
    cells = cells.assign(
        mark=cells["count"].isna().map({True: "c", False: ""}), share=[0.2, 0.3, 0.1, 0.2, 0.2, None] * 2
    )
    shares = Percentages("share", of="kind", decimals=1, per=1, rounding="half up", sums_to_100=True)
    cells = cells if totals else cells[cells["kind"] != TOTAL]
    frame = audit(
        CountTable(cells, ("age", "kind"), Rule(3), percentages=(shares,)), Outsider(), nothing_to_subtract=True
    )
    assert frame[["low", "high"]].to_numpy().tolist() == ([[2, 2]] * 2 if totals else [[1, 2]] * 2)


@pytest.mark.parametrize("of", [("film", "sex"), "asked"])
@pytest.mark.parametrize("answer", [True, "moved"])
def test_beside_a_dimension_of_totals_alone_shares_that_add_up_tell_the_same(of: Any, answer: Any) -> None:
    """All cells were taken for sums between the parts and their base, and nothing was found."""
    cells = pd.DataFrame({"film": ["A", "B", "C", "D", TOTAL], "sex": TOTAL, "asked": 19, "mark": [*"ccc", "", ""]})
    cells["count"] = pd.array([None, None, None, 9, 19], dtype="Int64")
    shares = Percentages("share", of=of, decimals=1, sums_to_100=answer)
    cells["share"] = [5.3, 15.8, 31.6, 47.3, 100.0]
    frame = audit(CountTable(cells, ("film", "sex"), Rule(7, mark="c"), percentages=(shares,)), Outsider())
    assert frame["low"].tolist() == frame["high"].tolist() == [1, 3, 6]
