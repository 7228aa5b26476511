"""Combinations in words."""

from dataclasses import replace

import pandas as pd
import pytest

from disclosure.tables.count_table import count_table
from disclosure.tables.editions import Publication
from lessons.differencing.attack import isolate

PEOPLE = pd.DataFrame({"film": list("AAAAABBBB"), "region": ["north", "south"] * 4 + ["north"]})
DAYS = pd.to_datetime(["2017-12-04", "2017-12-11"])


def table(people, *by, totals=False):
    return count_table(people, by=by, totals=totals)


def told(*publications, threshold=2, up_to=2):
    rows = isolate(publications, threshold=threshold, up_to=up_to).sentences()
    return rows["sentence"].tolist()


def test_a_day():
    two = [Publication(f"day {d.day}", table(PEOPLE.head(n), "film"), d) for n, d in zip((8, 9), DAYS, strict=True)]
    assert told(*two) == [
        "B: “day 11” prints 4, “day 4” prints 3. Exactly 1 person is in the first and not in the other: who came after "
        "4 December 2017."
    ]


def test_a_group_that_is_left_out_and_one_that_is_kept():
    everybody = Publication("all", table(PEOPLE, "film"))
    fewer = table(PEOPLE.head(8), "film")
    assert told(everybody, Publication("others", fewer, without={"staff"}))[0].endswith("not in the other: staff.")
    assert told(everybody, Publication("press", fewer, only={"press"}))[0].endswith("not in the other: not press.")


def test_another_label():
    wide = {"north": "coast", "south": "coast"}
    regions = Publication("regions", table(PEOPLE.assign(region=["north"] * 8 + ["south"]), "region"))
    whole = PEOPLE.assign(region="coast")
    coast = Publication("coast", replace(table(whole, "region"), hierarchies={"region": wide}))
    assert told(coast, regions)[-1] == (
        "“coast” prints 9 for coast, “regions” prints 8 for north. Exactly 1 person is in the first and not in the "
        "other: not north."
    )


def test_a_single_cell():
    few = Publication("all", table(PEOPLE.iloc[[0, 1, 5]], "film"))
    assert told(few)[0] == "B: “all” prints 1. Exactly 1 person is counted there."


@pytest.mark.parametrize(
    ("totals_of_all", "end"),
    [
        (True, "Exactly 1 person is in the first and in neither of the others: staff or not A, and staff or not B."),
        (False, "Exactly 1 person is in one of the first two and not in the third: staff."),
    ],
)
def test_three_cells(totals_of_all, end):
    def lines(people, total):
        cells = table(people, "film", totals=True)
        return replace(cells, cells=cells.cells.tail(1) if total else cells.cells.head(2))

    everybody = Publication("all", lines(PEOPLE, totals_of_all))
    others = Publication("others", lines(PEOPLE.head(8), not totals_of_all), without={"staff"})
    assert told(everybody, others, up_to=3)[0].endswith(end)
