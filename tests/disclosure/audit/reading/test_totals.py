import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit, exact_cells, prepare
from disclosure.defences.suppression import Suppress
from disclosure.tables.companion_statistics import with_companions
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables

PEOPLE = pd.DataFrame({"film": list("AAAABB"), "region": list("nnnsns"), "age": list("oyoyoo"), "stars": [1] * 6})
BARE = Suppress(3)(count_table(PEOPLE, by=("film", "region"), totals=False))


@pytest.mark.parametrize("look", [audit, exact_cells])
def test_a_table_without_totals_is_asked_whether_there_is_nothing_to_subtract(look) -> None:
    with pytest.raises(ValueError, match=r"film and region hides cells .* nothing to .*nothing_to_subtract=True"):
        look(BARE, Outsider())
    assert len(look(BARE, Outsider(), nothing_to_subtract=True)) == 3


def test_what_was_read_has_been_asked() -> None:
    with pytest.raises(ValueError, match="nothing_to_subtract=True"):
        prepare(BARE)
    assert len(exact_cells(prepare(BARE, nothing_to_subtract=True), Outsider())) == 3


def test_a_mean_is_no_total() -> None:
    counted = count_table(PEOPLE, by=("film", "region"), totals=False)
    beside = Suppress(3)(with_companions(counted, PEOPLE, Companions("stars", 1, 5), ("mean",)))
    with pytest.raises(ValueError, match="nothing_to_subtract"):
        audit(beside, Outsider())


def test_totals_that_sum_printed_cells_tell_nothing() -> None:
    table = Suppress(3)(count_table(PEOPLE, by=("film",)))
    audit(table, Outsider())
    summed = type(table)(table.cells, table.by, table.rule, totals_of="printed cells")
    with pytest.raises(ValueError, match="nothing_to_subtract"):
        audit(summed, Outsider())


def test_a_total_of_another_table_counts() -> None:
    films = count_table(PEOPLE, by=("film",))
    assert len(audit(LinkedTables((BARE, films)), Outsider())) == 3
    regions = Suppress(3)(count_table(PEOPLE, by=("region",), totals=False))
    assert len(audit(LinkedTables((BARE, regions)), Outsider())) == 4  # both add up to everybody


def test_nothing_hidden_nothing_asked() -> None:
    assert audit(count_table(PEOPLE, by=("film",), totals=False), Outsider()).empty


def test_where_only_a_part_that_nobody_printed_has_no_total_no_cell_is_said_to_be_hidden() -> None:
    table = count_table(PEOPLE, by=("film",), totals=False)
    partly = type(table)(table.cells, table.by, not_covered={"film": "unknown"})
    with pytest.raises(ValueError, match="by film names parts that it does not cover and prints no total above them"):
        audit(partly, Outsider())


def test_the_question_about_totals_knows_how_labels_nest_where_statistics_stand_beside_counts() -> None:
    """The release was read once more without its statistics, and without what its tables say of labels."""

    def by_place(rows: list[tuple[str, int | None, float | None]], nest: dict[str, str]) -> CountTable:
        cells = pd.DataFrame(rows, columns=["place", "count", "maximum"]).astype({"count": "Int64"})
        cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
        return CountTable(cells, ("place",), hierarchies={"place": nest}, companions=Companions("v", 0, 1, decimals=0))

    wide = by_place([("North", 6, 1.0), ("South", None, 1.0)], {"a": "North", "b": "North", "d": "South"})
    narrow = by_place([("a", 0, None), ("b", 6, 1.0), ("d", None, 1.0), ("total", 8, 1.0)], {})
    found = audit(LinkedTables((wide, narrow)), Outsider())
    assert found[["place", "low", "high"]].to_numpy().tolist() == [["South", 2, 2], ["d", 2, 2]]
