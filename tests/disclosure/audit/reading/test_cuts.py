import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading import cuts
from disclosure.audit.reading.cuts import edges_of, narrowest_table
from disclosure.audit.reading.label_sets import label_sets
from disclosure.audit.verdicts import audit
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables


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


def test_a_table_of_sums_stands_side_by_side_with_no_other() -> None:
    """V are all but W, and so are the people of c: of them nobody is in m, which was open."""

    def by_two(counts: dict[tuple[str, str], int | None]) -> CountTable:
        cells = pd.DataFrame([*counts], columns=["region", "film"]).assign(count=pd.array([*counts.values()], "Int64"))
        return CountTable(cells.assign(mark=cells["count"].isna().map({True: "c", False: ""})), ("region", "film"))

    sums = {(TOTAL, "m"): 3, (TOTAL, "n"): 8, (TOTAL, TOTAL): 11}
    inside = {(place, film): None for place in ("V", "a") for film in ("m", "n")}
    first = by_two({**inside, ("V", TOTAL): None, ("a", TOTAL): 10, **sums})
    told = {("W", "m"): 3, ("W", "n"): 7, ("W", TOTAL): 10, ("c", "m"): 0, ("c", "n"): 1, ("c", TOTAL): 1}
    tables = (first, by_two({**told, **sums}), by_two({("W", TOTAL): 10, ("V", TOTAL): 1, **sums}))
    assert is_cut_in_two(*tables) and not is_cut_in_two(*tables[:2])
    with pytest.raises(ValueError, match="cut 'region' in two ways"):
        audit(LinkedTables(tables, {"region": {}}), Outsider())


def test_the_narrowest_table_has_no_totals() -> None:
    assert narrowest_table(("region",), (FILM,), label_sets((FILM,))).cells["region"].tolist() == ["north", "south"]


def test_the_narrowest_table_needs_no_labels_below_what_is_printed_in_one_piece() -> None:
    whole = table(("age", "region"), ["land", "sea"], {"north": "land", "south": "land", "shore": "sea"})
    assert narrowest_table(("region",), (whole,), label_sets((whole,))).hierarchies.get("region", {}) == {}
