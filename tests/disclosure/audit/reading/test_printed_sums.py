from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables

ROWS = [("A", "N", 4), ("A", TOTAL, 4), (TOTAL, "N", 4), (TOTAL, "S", 0), (TOTAL, TOTAL, 4)]


def by_two(rows: list[tuple[str, str, int]], not_covered: dict[str, str]) -> CountTable:
    cells = pd.DataFrame(rows, columns=["film", "region", "count"]).assign(mark="")
    return CountTable(cells, ("film", "region"), Rule(3), totals_of="printed cells", not_covered=not_covered)


def test_a_label_with_sums_alone_is_no_label_that_nobody_has() -> None:
    """S has no row of its own; people whose film nobody printed may live there."""
    with pytest.raises(ValueError, match=r"prints of total \| S only a sum of printed cells, and none of these"):
        audit(by_two(ROWS, {"film": "unknown"}), Outsider(), nothing_to_subtract=True)
    told = audit(by_two([("A", "S", 0), *ROWS], {"film": "unknown"}), Outsider(), nothing_to_subtract=True)
    assert told["low"].tolist() == [0, 0] and told["high"].isna().all()


def test_where_all_are_covered_sums_are_left_out_in_silence() -> None:
    assert audit(by_two(ROWS, {}), Outsider(), nothing_to_subtract=True).empty


def test_who_is_alone_is_so_among_all_of_a_total_and_not_in_a_sum_of_printed_cells() -> None:
    """The printed total of S is 0, for it leaves out the hidden cell in which she stands."""
    labels = [(film, region) for film in ("A", "B", TOTAL) for region in ("N", "S", TOTAL)]
    cells = pd.DataFrame(labels, columns=["film", "region"])
    cells = cells.assign(count=pd.array([4, None, 4, None, 0, 0, 4, 0, 4], dtype="Int64"))
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    release = CountTable(cells, ("film", "region"), Rule(3), totals_of="printed cells")
    frame = audit(release, Contributor((TOTAL, "S"), alone=True), nothing_to_subtract=True).set_index("target")
    assert frame.loc["A | S", ["low", "high"]].tolist() == [1, 1]
    minutes = replace(release, unit="minutes", rule=None)
    with pytest.raises(ValueError, match="Totals that sum printed cells only are no cells of people"):
        audit(minutes, Contributor((TOTAL, "S"), amount=1), nothing_to_subtract=True)


@pytest.mark.parametrize("told", [True, False])
def test_wider_labels_are_sums_of_printed_cells_whichever_table_tells_that_they_are_wider(told: bool) -> None:
    """W prints 6 of a and b: that is b alone, so a may be anything that the rule hides."""
    nest = {"place": {"a": "W", "b": "W"}}
    cells = pd.DataFrame({"place": ["a", "b", "z", "W", TOTAL], "count": [None, 6, 7, 6, 13]}).astype(
        {"count": "Int64"}
    )
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    sums = CountTable(cells, ("place",), Rule(5, "hidden"), nest if told else {}, totals_of="printed cells")
    marks = ["c", "", "", "c"]
    other = pd.DataFrame({"kind": "x", "place": ["a", "b", "z", "W"], "count": [None, 6, 7, None], "mark": marks})
    by_kind = CountTable(other.astype({"count": "Int64"}), ("place", "kind"), None, nest)
    frame = audit(LinkedTables((by_kind, sums)), Outsider(), nothing_to_subtract=True).set_index("target")
    assert frame.loc["a | total", ["low", "high"]].tolist() == [0, 4]


def test_a_table_without_its_sums_tells_its_hierarchy_to_the_others_all_the_same() -> None:
    """a and b are W, says the table of sums, which does not print W: the other one's W of 8 less a of 6 are 2."""
    cells = pd.DataFrame({"place": ["a", "b", "z", TOTAL], "mark": ["", "c", "", ""]})
    cells["count"] = pd.array([6, None, 5, 11], dtype="Int64")
    nest = {"place": {"a": "W", "b": "W"}}
    sums = CountTable(cells, ("place",), Rule(5, complementary_mark="c"), nest, totals_of="printed cells")
    other = pd.DataFrame({"kind": "x", "place": ["a", "b", "W", "z"], "mark": ["", "c", "", ""]})
    other["count"] = pd.array([6, None, 8, 5], dtype="Int64")
    hidden = CountTable(other, ("place", "kind"), Rule(5, complementary_mark="c"))
    frame = audit(LinkedTables((sums, hidden)), Outsider(), nothing_to_subtract=True)
    assert set(frame["target"]) == {"b | x", "b | total"} and (frame["low"] == 2).all() and (frame["high"] == 2).all()


def places(counts: dict[str, int | None], **more: object) -> CountTable:
    cells = pd.DataFrame({"place": list(counts), "count": pd.array(list(counts.values()), dtype="Int64")})
    marks = ["c" if hidden else "" for hidden in cells["count"].isna()]
    return CountTable(cells.assign(mark=marks), ("place",), **more)  # type: ignore[arg-type]


def test_a_part_that_nobody_printed_keeps_its_place_where_sums_are_left_out() -> None:
    """North is Ash and those whose district is unknown: Ash was said to have all 11."""
    nest = {"place": {"Ash": "North", "unknown": "North"}}
    more = {"hierarchies": nest, "not_covered": {"place": "unknown"}, "totals_of": "printed cells"}
    release = LinkedTables((places({"Ash": None, "South": 5, TOTAL: 5}, **more), places({"North": 11, "South": 5})))
    found = audit(release, Outsider()).set_index("place")
    assert found.loc[["Ash", "unknown"], ["low", "high"]].to_numpy().tolist() == [[0, 11], [0, 11]]


def test_labels_that_are_printed_in_one_piece_keep_what_lies_in_them_where_sums_are_left_out() -> None:
    """That N is a and b was lost, and the tables were said to cut places in ways that nothing explains."""
    nest = {"place": {"a": "N", "b": "N", "c": "S", "d": "S"}}
    whole = places({"N": None, "S": 5, TOTAL: 5}, hierarchies=nest, totals_of="printed cells")
    release = LinkedTables((whole, places({"a": 3, "b": 4, "c": 2, "d": 3})))
    found = audit(release, Outsider(), nothing_to_subtract=True)
    assert found[["place", "low", "high"]].to_numpy().tolist() == [["N", 7, 7]]


def test_a_table_of_nothing_but_sums_of_cells_that_it_does_not_print_is_refused_by_name() -> None:
    """It was said to have no cells."""
    with pytest.raises(ValueError, match="prints nothing but sums of printed cells"):
        audit(places({TOTAL: 5}, totals_of="printed cells"), Outsider(), nothing_to_subtract=True)


def test_a_dimension_of_totals_alone_makes_no_cell_a_sum() -> None:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "sex": TOTAL, "count": [None, 7, 7]}).astype({"count": "Int64"})
    release = CountTable(cells.assign(mark=["c", "", ""]), ("film", "sex"), Rule(3), totals_of="printed cells")
    frame = audit(release, Outsider(), nothing_to_subtract=True)
    assert frame[["target", "low"]].to_numpy().tolist() == [["A | total", 1]]


def test_nor_is_it_where_another_table_prints_it() -> None:
    """All of A may be people whom the other table hides without a row: they were said to be none, exactly."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [None, None, 9]}).astype({"count": "Int64"})
    films = CountTable(cells.assign(mark=["c", "c", ""]), ("film",), Rule(9))
    sums = by_two([("A", TOTAL, 0), ("B", "N", 5), ("B", TOTAL, 5), (TOTAL, "N", 5), (TOTAL, TOTAL, 5)], {})
    with pytest.raises(ValueError, match=r"prints of A \| total only a sum of printed cells, and none of these"):
        audit(LinkedTables((films, sums)), Outsider())


@pytest.mark.parametrize(("whole", "low"), [(None, {"a1": 7, "d": 12}), (12, {"a1": 7})])
def test_a_level_that_sums_of_printed_cells_skip_keeps_its_parts(whole: int | None, low: dict[str, int]) -> None:
    """a0 and a1 lie in d, and d in W, which is printed as the 5 of a0: another table prints d, or hides it."""

    def by_place(counts: dict[str, int | None], **more: Any) -> CountTable:
        cells = pd.DataFrame({"place": [*counts], "count": pd.array([*counts.values()], "Int64")})
        return CountTable(cells.assign(mark=cells["count"].isna().map({True: "c", False: ""})), ("place",), **more)

    nest = {"place": {"a0": "d", "a1": "d", "d": "W"}}
    sums = {"a0": 5, "a1": None, "z": 4, "W": 5, TOTAL: 9}
    one = by_place(sums, hierarchies=nest, totals_of="printed cells")
    two = by_place({"a0": 5, "a1": None, "d": whole, "z": 4, TOTAL: 16})
    frame = audit(LinkedTables((one, two)), Outsider())
    assert frame.set_index("place")["low"].to_dict() == low and set(frame["verdict"]) == {"exact"}


def test_what_lies_in_a_wider_label_is_known_though_only_a_table_of_sums_says_so() -> None:
    """b2 lies in N, of which another table does not cover it: N was read as b1 alone, which had all 7."""
    sums = places({"b1": None, "N": 0}, hierarchies={"place": {"b1": "N", "b2": "N"}}, totals_of="printed cells")
    partly = places({"b1": None}, not_covered={"place": "b2"})
    release = LinkedTables((places({"b1": None, "N": 7}), sums, partly))
    found = audit(release, Outsider(), nothing_to_subtract=True)
    assert set(found["place"]) == {"b1", "b2"} and {*found["low"], *found["high"]} == {0, 7}
    release = LinkedTables((places({"b1": 1, "N": 7, TOTAL: 7}), sums, partly))
    assert set(audit(release, Outsider(), nothing_to_subtract=True)["verdict"]) == {"exact"}


OF_N = [("n", "c1", 4), ("n", "c2", 3), ("n", "c3", 5), ("n", "W", 8), ("n", TOTAL, 12)]
BY_AGE = [*OF_N, ("s", "c1", None), ("s", "W", 0), ("s", TOTAL, 0)]


@pytest.mark.parametrize("who", [Outsider(), Contributor(("s", TOTAL), alone=True), Contributor(("s", "W"))])
def test_below_a_sum_of_printed_cells_that_stands_alone_nobody_is_said_to_be_missing(who: Any) -> None:
    """The table tells nothing of those of s who are in W: they were said to be nobody."""
    cells = pd.DataFrame(BY_AGE, columns=["place", "age", "count"]).astype({"count": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    sums = CountTable(
        cells, ("place", "age"), Rule(3, mark="c"), {"age": {"c2": "W", "c3": "W"}}, totals_of="printed cells"
    )
    whole = places({"n": 12, "s": 10, TOTAL: 22})
    release = sums if isinstance(who, Contributor) else LinkedTables((sums, whole))
    with pytest.raises(ValueError, match=r"prints of s \| W only a sum of printed cells, and none of these"):
        audit(release, who, nothing_to_subtract=True)
