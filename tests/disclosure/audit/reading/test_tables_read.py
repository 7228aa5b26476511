import pandas as pd
import pytest

from disclosure.audit.reading.tables_read import tables_read
from disclosure.rules import Rule
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables


def table(by: str, labels: list[str], **more: object) -> CountTable:
    return CountTable(pd.DataFrame({by: labels, "count": 9, **more.pop("beside", {})}), (by,), **more)  # type: ignore[dict-item,arg-type]


def test_a_plain_table_stands_for_itself() -> None:
    read = tables_read(table("film", ["A", "B", TOTAL], not_covered={"film": "other films"}))
    assert [list(each.cells["film"]) for each in read.printed] == [["A", "B", TOTAL, "other films"]]
    assert (read.split, read.also, read.cut) == ({}, (), ()) and read.behind == {}
    assert read.labels == {"film": {TOTAL: 0, "A": 1, "B": 2, "other films": 3}}


def test_statistics_and_events_bring_tables_that_nobody_printed() -> None:
    stars = table("film", ["A", TOTAL], beside={"minimum": 1, "maximum": 2}, companions=Companions("stars", 1, 2))
    assert {place: each.by for place, each in tables_read(stars).split.items()} == {0: ("film", "stars")}
    visits = table("ward", ["A", TOTAL], rule=Rule(3), unit="visits", persons=DistinctPersons())
    assert {place: each.unit for place, each in tables_read(visits).behind.items()} == {0: "people"}


def test_cuts_that_nothing_explains_are_refused() -> None:
    fives, tens = table("age", ["0-4", "5-9"]), table("age", ["0-9"])
    with pytest.raises(ValueError, match="nothing says how these overlap"):
        tables_read(LinkedTables((fives, tens)))


def test_labels_that_every_table_leaves_out_in_turn_are_named() -> None:
    """One hierarchy holds all labels, but no table has a2 and a3: is nobody in a2, and nobody in a3?"""
    nest = {"a0": "A", "a1": "A", "a2": "A", "A": "V", "a3": "V"}
    tables = table("a", ["a0", "a1", "a3"]), table("a", ["A"]), table("a", ["a0", "a1", "a2"], hierarchies={"a": nest})
    with pytest.raises(ValueError, match=r"leaves out a label that another one has \('a2', 'a3'\)"):
        tables_read(LinkedTables(tables))
