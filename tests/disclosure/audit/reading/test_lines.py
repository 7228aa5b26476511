import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.tables.count_table import TOTAL, count_table
from disclosure.tables.linked_tables import LinkedTables, linked_tables

PEOPLE = pd.DataFrame({"film": list("AABB"), "region": list("xyxy"), "age": list("ooyy")})


def n_lines(release: object) -> int:
    return len(system_of(release, Outsider()).lines.dimension)  # type: ignore[arg-type]


def test_a_two_way_table_has_a_line_for_each_total() -> None:
    assert n_lines(count_table(PEOPLE, by=("film", "region"))) == 6


def test_without_totals_there_is_nothing_to_add_up() -> None:
    assert n_lines(count_table(PEOPLE, by=("film", "region"), totals=False)) == 0


def test_totals_that_are_not_printed_still_tie_two_tables() -> None:
    tables = [count_table(PEOPLE, by=("film", name), totals=False) for name in ("region", "age")]
    assert n_lines(LinkedTables(tuple(tables))) > 0


def test_a_wider_label_has_a_line_of_its_own() -> None:
    table = count_table(PEOPLE, by=("region",), hierarchies={"region": {"x": "Aland", "y": "Aland"}})
    system = system_of(table, Outsider())
    totals = [
        system.names(int(cell)) for cell, sign in zip(system.lines.cell, system.lines.sign, strict=True) if sign < 0
    ]
    assert sorted(totals) == [("Aland",), (TOTAL,)]


def test_three_tables_in_a_circle_get_the_table_that_nobody_printed() -> None:
    circle = linked_tables(PEOPLE, by=[("film", "region"), ("film", "age"), ("region", "age")])
    chain = linked_tables(PEOPLE, by=[("film", "region"), ("film", "age")])
    assert len(system_of(circle, Outsider()).low) == 27
    assert len(system_of(chain, Outsider()).low) == 15
