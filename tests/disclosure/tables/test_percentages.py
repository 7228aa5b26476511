"""What a table may say of its percentages, and what it may not."""

from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.percentages import Percentages

CELLS = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [3, 30, 33], "share": [9.1, 90.9, 100.0], "people": 60})


def table(*percentages: Percentages) -> CountTable:
    return CountTable(CELLS, ("film",), percentages=percentages)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"column": "count"}, "column is 'count': name the column of the percentages"),
        ({"decimals": 0.5}, "decimals is 0.5, which is no whole number"),
        ({"per": 0}, "per is 0: choose 1 or more"),
        ({"rounding": "nearest"}, "rounding is 'nearest': choose one of"),
        ({"sums_to_100": "yes"}, "sums_to_100 is 'yes': answer it with True or False or 'moved'"),
        ({"weighted": "w"}, "weighted is 'w': answer it"),
    ],
)
def test_what_cannot_be_meant_is_refused(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Percentages(**({"column": "share", "of": "film"} | wrong))


@pytest.mark.parametrize(
    ("percentages", "sentence"),
    [
        (Percentages("percent", of="film"), "names 'percent', which is no column of the table: it has film, count"),
        (Percentages("share", of="region"), "names 'region', which is no column"),
        (Percentages("share", of=("region",)), "the base of 'share' names 'region'; the dimensions are: film"),
        (Percentages("film", of="film"), "the percentages in 'film' need a column of their own"),
        (Percentages("share", of="count"), "the base of 'share' is 'count': name a dimension"),
        ("share", "percentages is 'share': write it as Percentages"),
    ],
)
def test_what_does_not_fit_the_table_is_refused(percentages: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        CountTable(CELLS, ("film",), percentages=percentages)


def test_percentages_stand_where_the_table_is_printed() -> None:
    assert table(Percentages("share", of="film")).grid()["share"].tolist() == ["9.1", "90.9", "100.0"]


def test_a_percentage_has_no_more_decimals_than_the_table_says_and_is_not_below_zero() -> None:
    share = Percentages("share", of="film", decimals=0)
    with pytest.raises(ValueError, match=r"a percentage in 'share' is 9\.1, which has more than 0 decimals"):
        share.behind(9.1)
    with pytest.raises(ValueError, match=r"is -1, which is less than 0"):
        share.behind(-1)


def test_a_moved_half_even_percentage_has_the_ends_of_what_it_was_moved_from() -> None:
    """62.5 is rounded to 62, and then moved to 61; 59.5 is rounded to 60, and then moved up."""
    share = Percentages("share", of="film", decimals=0, rounding="half even", sums_to_100="moved")
    assert [Fraction(one, 1000) in share.behind(61) for one in (594, 595, 625, 626)] == [False, True, True, False]
    assert [Fraction(one, 1000) in share.behind(62) for one in (605, 606, 634, 635)] == [False, True, True, False]
