import pandas as pd
import pytest

from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import TOTAL
from disclosure.tables.linked_tables import LinkedTables, linked_tables

PEOPLE = pd.DataFrame({"film": list("AAB"), "region": list("xyy"), "age": list("ooy")})


def test_dimensions_come_in_order_and_missing_ones_are_totals() -> None:
    linked = linked_tables(PEOPLE, by=[("film", "region"), ("age", "film")])
    assert linked.dimensions == ("film", "region", "age")
    assert linked.all_cells().loc[1, "region"].unique().tolist() == [TOTAL]


def test_a_defence_is_applied_to_each_table() -> None:
    linked = linked_tables(PEOPLE, by=[("film", "region"), ("film", "age")]).each(Suppress(3))
    assert all(table.rule == Suppress(3)(table).rule for table in linked.tables)


def test_nothing_is_no_release() -> None:
    with pytest.raises(ValueError, match="at least one table"):
        LinkedTables(())


def test_names_of_columns_alone_are_tables_of_one_dimension() -> None:
    assert linked_tables(PEOPLE, by="film").dimensions == ("film",)
    assert [table.by for table in linked_tables(PEOPLE, by=("film", "region")).tables] == [("film",), ("region",)]
    assert LinkedTables(linked_tables(PEOPLE, by="film").tables[0]).dimensions == ("film",)  # type: ignore[arg-type]


def test_something_else_is_no_table() -> None:
    with pytest.raises(ValueError, match="one of the linked tables is a DataFrame"):
        LinkedTables((PEOPLE,))  # type: ignore[arg-type]
