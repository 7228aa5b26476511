"""Every door reads a table alike: never a wrong sum, never somebody else's error."""

import datetime as dt
import re
from collections import Counter
from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.suppression import Suppress
from disclosure.labels import written
from disclosure.rules import Rule
from disclosure.tables.accepted import accepted_cells, accepted_columns, whole_counts
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.from_counts import table_from_counts
from disclosure.tables.linked_tables import LinkedTables, linked_tables
from disclosure.tables.magnitude_table import magnitude_table

SECOND = st.sampled_from(["a", "b"])
LABELS = st.one_of(
    st.sampled_from(["North", "x | y", "x", "", "1", "True", "2017-12-11", "NaN"]),
    st.sampled_from([1, 1.0, True, False, Decimal("1.0"), Decimal("1.00"), np.int8(1), 2.5]),
    st.sampled_from([pd.Timestamp("2017-12-11"), pd.Timestamp("2017-12-11 09:30"), dt.date(2017, 12, 11)]),
    st.sampled_from([pd.Timedelta(minutes=10), dt.timedelta(minutes=10), pd.Period("2017-12"), np.datetime64("2017")]),
)
PEOPLE = st.lists(st.tuples(LABELS, SECOND), min_size=1, max_size=10)


def counts(table: CountTable) -> dict[tuple[str, ...], int]:
    return table.cells.set_index(list(table.by))["count"].to_dict()


@given(PEOPLE)
@settings(deadline=None, max_examples=60)
def test_sums_are_right_through_every_door(rows: list[tuple[Any, str]]) -> None:
    people = pd.DataFrame(rows, columns=["x", "y"], dtype=object)
    right = Counter((written(x), y) for x, y in rows)
    labels = list(dict.fromkeys(written(x) for x, _ in rows))
    table = count_table(people, by=("x", "y"))
    found = counts(table)
    assert all(found[x, y] == right[x, y] for x in labels for y in dict.fromkeys(y for _, y in rows))
    assert found[TOTAL, TOTAL] == len(rows) and list(table.cells["x"].unique()) == [*labels, TOTAL]
    amounts = magnitude_table(people.assign(who=range(len(rows)), pay="7"), by=("x", "y"), amount="pay", person="who")
    assert counts(amounts) == {cell: 7 * count for cell, count in found.items()}
    assert counts(CountTable(table.cells, table.by)) == found
    linked = linked_tables(people, by=["x", "y"])
    assert [table.cells["count"].iloc[-1] for table in linked.tables] == [len(rows)] * 2


@given(PEOPLE)
@settings(deadline=None, max_examples=25)
def test_an_audit_tells_all_cells_apart(rows: list[tuple[Any, str]]) -> None:
    table = count_table(pd.DataFrame(rows, columns=["x", "y"], dtype=object), by=("x", "y"))
    known = audit(Suppress(3)(table), Outsider())
    assert known["target"].is_unique and len(known) == table.cells["count"].between(1, 2).sum()
    truth = table.cells["count"][known.index]
    assert ((known["low"] <= truth) & (truth <= known["high"])).all()


@pytest.mark.parametrize("column", ["day", "joined_on", "length"])
def test_midnights_and_durations_are_counted(column: str) -> None:
    days = pd.to_datetime(["2017-12-11", "2017-12-12", "2017-12-12"])
    views = pd.DataFrame({"day": days, "joined_on": days.tz_localize("UTC"), "length": days - days[0]})
    table = count_table(views, by=column)
    assert table.cells["count"].tolist() == [1, 2, 3]
    assert audit(Suppress(3)(table), Outsider())["high"].tolist() == [2, 2]
    amounts = magnitude_table(views.assign(viewer_id=1, minutes=10), by=column)
    assert amounts.cells["count"].tolist() == [10, 20, 30]


def test_one_moment_among_midnights() -> None:
    views = pd.DataFrame({"day": pd.to_datetime(["2017-12-11 00:00", "2017-12-12 00:00", "2017-12-12 20:15"])})
    assert counts(count_table(views, by="day")) == {
        "2017-12-11": 1,
        "2017-12-12": 1,
        "2017-12-12 20:15:00": 1,
        TOTAL: 3,
    }


@pytest.mark.parametrize("values", [[1, "1", 1], [True, "True", True], [Decimal("1.0"), Decimal("1.00"), 1]])
def test_labels_that_are_equal_as_text_are_one(values: list[Any]) -> None:
    table = count_table(pd.DataFrame({"x": pd.Series(values, dtype=object)}), by="x")
    assert table.cells["count"].tolist() == [3, 3]


@pytest.mark.parametrize("name", ["total", "Total", " TOTAL", "totals", "Grand Total", "to\u200btal", "total\ufeff"])
def test_labels_that_stand_for_the_sum_are_refused(name: str) -> None:
    seen = pd.DataFrame({"r": ["a", name]})
    unseen = pd.DataFrame({"r": pd.Categorical(["a", "a"], categories=["a", name])})
    for people in (seen, unseen):
        with pytest.raises(
            ValueError, match=re.escape(f"column 'r' holds the label {name!r}, which stands for the sum")
        ):
            count_table(people, by="r")
        with pytest.raises(ValueError, match="which stands for the sum"):
            magnitude_table(people.assign(viewer_id=1, minutes=1), by="r")
    with pytest.raises(ValueError, match="stands for the sum"):
        count_table(pd.DataFrame({"r": ["a", "b"]}), by="r", hierarchies={"r": {"a": name, "b": name}})
    if name != TOTAL:
        with pytest.raises(ValueError, match=r"which stands for the sum: .* a printed total is called 'total'"):
            CountTable(pd.DataFrame({"r": ["a", "b", name], "count": [1, 2, 3], "mark": ""}), ("r",))


def test_labels_that_look_alike_are_said_by_every_door() -> None:
    people = pd.DataFrame({"region": ["North", "north ", "NORTH"]})
    with pytest.warns(UserWarning, match="'North', 'north ', 'NORTH'"):
        table = count_table(people, by="region")
    assert table.cells["count"].tolist() == [1, 1, 1, 3]
    with pytest.warns(UserWarning, match="'North', 'north ', 'NORTH'"):
        CountTable(table.cells, table.by)
    one, other = (count_table(pd.DataFrame({"region": [name]}), by="region") for name in ("North", "north"))
    with pytest.warns(UserWarning, match="'region' has labels that look alike and count apart: 'North', 'north'"):
        LinkedTables((one, other))


@pytest.mark.parametrize(
    ("count", "said"), [(5.4, "5.4"), (-1, "-1"), ("5", "'5'"), ("<5", "'<5'"), ("1,234", "'1,234'"), (True, "True"),
                        (float("inf"), "inf"), (10**400, "1000"), (2**62, str(2**62)), (1j, "1j"), ([1], r"\[1\]")]
)  # fmt: skip
def test_counts_that_are_none_are_refused_and_the_cell_is_named(count: Any, said: str) -> None:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": pd.Series([count, None, 7], dtype=object), "mark": ""})
    with pytest.raises(ValueError, match=f"A is {said}.*: counts are whole numbers, 0 or more"):
        CountTable(cells, ("film",))
    frame = pd.DataFrame({"N": pd.Series([count, 1], dtype=object)}, pd.Index(["A", "B"], name="film"))
    with pytest.raises(ValueError, match=f"A | N is {said}.*: counts are whole numbers"):
        table_from_counts(frame.rename_axis(columns="region"))


@pytest.mark.parametrize(
    "dtype", ["int64", "int8", "uint16", "float64", "Int64", "Float64", "object", "int64[pyarrow]"]
)
def test_whole_counts_of_every_type(dtype: str) -> None:
    whole = whole_counts(pd.Series([5, 0], dtype=dtype), pd.DataFrame({"film": ["A", "B"]}))
    assert whole.dtype == "Int64" and whole.tolist() == [5, 0]


def test_large_counts_stay_exact_and_the_audit_refuses_what_it_cannot_tell_apart() -> None:
    count = 2**54 + 1
    table = CountTable(pd.DataFrame({"film": ["A", "B"], "count": pd.Series([count, None], dtype=object)}), "film")
    assert table.cells["count"].tolist() == [count, pd.NA]
    with pytest.raises(ValueError, match="2\\*\\*52 and more"):
        audit(table, Outsider())


def test_a_table_that_is_brought_along_is_read() -> None:
    years = pd.DataFrame({"year": [2016, 2017, TOTAL], "count": [5.0, None, 7.0], "mark": ["", "c", ""]})
    table = CountTable(years, "year", Rule(3))
    assert table.by == ("year",) and table.cells["count"].dtype == "Int64"
    assert audit(table, Contributor((2017,)))["low"].tolist() == [2]
    assert audit(table, Contributor(2017))["low"].tolist() == audit(table, Contributor("2017"))["low"].tolist() == [2]


@pytest.mark.parametrize(
    ("cells", "by", "more", "sentence"),
    [
        ({"film": ["A", "A"], "count": [1, 2]}, "film", {}, "has the cell A twice"),
        ({"f": ["A", "A"], "r": [1, "1"], "count": [1, 2]}, ("f", "r"), {}, r"has the cell A \| 1 twice"),
        ({"film": [], "count": []}, "film", {}, "the table has no cells"),
        ({"film": ["A", None], "count": [1, 2]}, "film", {}, r"column 'film' has a missing value \(row 1\)"),
        ({"film": ["A"], "count": [1]}, "flim", {}, "the table has no column 'flim'; it has: film, count"),
        ({"film": ["A"], "count": [1]}, ("film", "count"), {}, "'count', which is a column that the kit adds"),
        ({"film": ["A"], "count": [1]}, "film", {"rule": 5}, r"rule is 5: write it as Rule\(threshold=5\)"),
        ({"film": ["A"], "count": [1]}, "film", {"base": 2.5}, "base is 2.5, which is no whole number"),
        ({"film": ["A"], "count": [1]}, "film", {"totals_of": "all"}, "totals_of is 'all': choose"),
        ({"film": ["A"], "count": [1]}, "film", {"hierarchies": {"film": {"B": "C"}}}, "the table has no label 'B'"),
        ({"film": ["A"], "count": [1]}, "film", {"hierarchies": {"flim": {"A": "C"}}}, "hierarchies names 'flim'"),
        ({"film": ["A"], "count": [1]}, "film", {"hierarchies": {"film": {"A": "B", "B": "A"}}}, "lie in a circle"),
    ],
)  # fmt: skip
def test_tables_that_are_refused(cells: dict[str, Any], by: Any, more: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        CountTable(pd.DataFrame(cells).assign(mark=""), by, **more)


@pytest.mark.parametrize(
    ("people", "by", "sentence"),
    [
        (pd.DataFrame({"film": []}), "film", "people has no rows, and column 'film' no categories"),
        (pd.DataFrame(), "film", "people has no column 'film'"),
        ([1, 2], "film", "people is a list: a table is made of a pandas.DataFrame"),
        (pd.DataFrame([["A", "B"]], columns=["film", "film"]), "film", "people has 2 columns called 'film'"),
        (pd.DataFrame({0: ["A"]}), (0,), "by names 0, which is no text"),
    ],
)
def test_people_that_are_refused(people: Any, by: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        count_table(people, by=by)


def test_nobody_in_known_categories_is_a_table_of_zeros() -> None:
    nobody = pd.DataFrame({"film": pd.Categorical([], categories=["A", "B"])})
    assert count_table(nobody, by="film").cells["count"].tolist() == [0, 0, 0]


def test_cells_with_a_doubled_index_are_numbered_anew() -> None:
    cells = pd.DataFrame({"film": ["A", "B"], "count": [1, 2]}, index=[0, 0])
    assert accepted_cells(cells, ("film",)).index.tolist() == [0, 1]
    assert accepted_columns(cells, "film") == ("film",)
