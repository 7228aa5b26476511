import pandas as pd

from disclosure.audit.reading import cuts
from disclosure.audit.reading.cuts import edges_of, narrowest_table
from disclosure.audit.reading.label_sets import label_sets
from disclosure.tables.count_table import TOTAL, CountTable


def table(by: tuple[str, ...], labels: list[str], wider: dict[str, str] | None = None) -> CountTable:
    """A table without counts; every dimension but the region has one label."""
    cells = pd.DataFrame([{name: label if name == "region" else "A" for name in by} for label in labels])
    return CountTable(cells, by, hierarchies={"region": wider} if wider else {})


def is_cut_in_two(*tables: CountTable) -> bool:
    return cuts.is_cut_in_two(tables, "region", label_sets(tables)["region"])


FILM = table(("film", "region"), ["north", "south", TOTAL])


def test_the_same_labels_are_one_cut_and_so_are_some_of_them() -> None:
    assert not is_cut_in_two(FILM, table(("age", "region"), ["north", "south"]))
    assert not is_cut_in_two(FILM, table(("age", "region"), ["north"]))


def test_wider_labels_of_a_hierarchy_are_the_same_cut() -> None:
    nested = table(("age", "region"), ["north", "south"], {"north": "land", "south": "land"})
    assert not is_cut_in_two(nested, table(("region",), ["land"]))


def test_other_labels_are_another_cut() -> None:
    coasts = table(("age", "region"), ["east", "west"])
    assert is_cut_in_two(FILM, coasts)
    edges = edges_of((FILM, coasts), (FILM, coasts), label_sets((FILM, coasts)), ("region",))
    assert edges == [{("film", TOTAL), ("region", 0)}, {("age", TOTAL), ("region", 1)}]
    tied = table(("age", "region"), ["north", "elsewhere"])
    edges = edges_of((FILM, tied), (FILM, tied), label_sets((FILM, tied)), ("region",))
    assert {("region", 0), ("region", 1)} in edges


def test_tables_side_by_side_are_no_circle() -> None:
    assert not is_cut_in_two(FILM, table(("film", "region"), ["east", "west"]))


def test_the_narrowest_table_has_no_totals() -> None:
    assert narrowest_table(("region",), (FILM,), label_sets((FILM,))).cells["region"].tolist() == ["north", "south"]


def test_the_narrowest_table_needs_no_labels_below_what_is_printed_in_one_piece() -> None:
    whole = table(("age", "region"), ["land", "sea"], {"north": "land", "south": "land", "shore": "sea"})
    assert narrowest_table(("region",), (whole,), label_sets((whole,))).hierarchies.get("region", {}) == {}
