"""Tables that print sums without what lies below, or some levels only: what they tell together, and what not."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Outsider
from disclosure.audit.disclosure import group_disclosure
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy
from disclosure.tables.linked_tables import LinkedTables

Row = tuple[str | int | None, ...]
Ranges = dict[str, tuple[int, int]]
NORTH: Hierarchy = {"a": "N", "b": "N", "c": "S"}


def table(rows: list[Row], by: tuple[str, ...], nest: Hierarchy | None = None, **more: object) -> CountTable:
    """A table of some rows: its labels, and a count or None where that is hidden."""
    cells = pd.DataFrame(rows, columns=[*by, "count"]).astype({"count": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    return CountTable(cells, by, hierarchies={"place": nest} if nest else {}, **more)  # type: ignore[arg-type]


def ranges(*tables: CountTable, attacker: Attacker | None = None, **more: object) -> Ranges:
    """What the audit finds of each hidden cell."""
    release = LinkedTables(tables, **more)  # type: ignore[arg-type]
    frame = audit(release, attacker or Outsider(), why=False, nothing_to_subtract=True)
    return {row.target: (row.low, row.high) for row in frame.itertuples()}


def exact(**counts: int) -> Ranges:
    """Cells of which one count is possible; `_` stands for what is between labels."""
    return {name.replace("_", " | "): (count, count) for name, count in counts.items()}


SUMS = table(
    [
        ("A", "f", TOTAL, 3), ("A", "m", TOTAL, 0), ("A", TOTAL, "x", None), ("A", TOTAL, "y", None),
        ("A", TOTAL, TOTAL, 3), ("B", "f", TOTAL, 0), ("B", "m", TOTAL, 2), ("B", TOTAL, "x", None),
        ("B", TOTAL, "y", None), ("B", TOTAL, TOTAL, 2), (TOTAL, "f", "x", 2), (TOTAL, "f", "y", 1),
        (TOTAL, "f", TOTAL, 3), (TOTAL, "m", "x", None), (TOTAL, "m", "y", None), (TOTAL, "m", TOTAL, 2),
        (TOTAL, TOTAL, "x", 4), (TOTAL, TOTAL, "y", 1), (TOTAL, TOTAL, TOTAL, 5),
    ],
    ("place", "sex", "age"),
)  # fmt: skip


def test_a_table_of_sums_by_two_of_its_three_dimensions_is_read_as_three_tables() -> None:
    """All of A are f and nobody else is: so those of A by age are those who are f by age."""
    found = ranges(SUMS)
    assert found == exact(A_total_x=2, A_total_y=1, B_total_x=2, B_total_y=0, total_m_x=2, total_m_y=0)


def test_regions_by_sex_and_age_do_not_join_districts_by_sex_and_districts_by_age() -> None:
    """Nobody printed districts by sex and age. Both in a are x, and of those in N who are x one is f and one m."""
    regions = [
        ("N", "f", "x", 1), ("N", "f", "y", None), ("N", "f", TOTAL, None), ("N", "m", "x", None),
        ("N", "m", "y", None), ("N", "m", TOTAL, 1), ("N", TOTAL, "x", None), ("N", TOTAL, "y", None),
        ("N", TOTAL, TOTAL, 3), ("S", "f", "x", 0), ("S", "f", "y", None), ("S", "f", TOTAL, 0),
        ("S", "m", "x", 0), ("S", "m", "y", 1), ("S", "m", TOTAL, None), ("S", TOTAL, "x", None),
        ("S", TOTAL, "y", None), ("S", TOTAL, TOTAL, 1), (TOTAL, "f", "x", 1), (TOTAL, "f", "y", 1),
        (TOTAL, "f", TOTAL, 2), (TOTAL, "m", "x", None), (TOTAL, "m", "y", None), (TOTAL, "m", TOTAL, 2),
        (TOTAL, TOTAL, "x", 2), (TOTAL, TOTAL, "y", 2), (TOTAL, TOTAL, TOTAL, 4),
    ]  # fmt: skip
    sexes = [(p, s, None) for p in "abc" for s in "fm"] + [("a", TOTAL, 2), ("b", TOTAL, 1), ("c", TOTAL, 1)]
    sexes += [(TOTAL, "f", 2), (TOTAL, "m", 2), (TOTAL, TOTAL, 4)]
    ages = [("a", "x", None), ("a", "y", 0), ("a", TOTAL, 2), ("b", "x", 0), ("b", "y", None), ("b", TOTAL, 1)]
    ages += [("c", "x", None), ("c", "y", None), ("c", TOTAL, 1), (TOTAL, "x", 2), (TOTAL, "y", 2), (TOTAL, TOTAL, 4)]
    found = ranges(
        table(regions, ("place", "sex", "age"), NORTH),
        table(sexes, ("place", "sex"), NORTH),
        table(ages, ("place", "age"), NORTH),
    )
    assert all(low == high for low, high in found.values())
    districts = {"a | f | total": (1, 1), "a | m | total": (1, 1), "b | f | total": (1, 1), "b | m | total": (0, 0)}
    assert districts.items() <= found.items()


def test_a_sum_is_not_broken_down_because_another_one_is() -> None:
    """The first table has c by sex and North as a whole: of a and b it tells how many there are, and not which sex."""
    nest = {"a": "North", "b": "North"}
    some = [("a", TOTAL, 3), ("b", TOTAL, None), ("North", TOTAL, 7), ("North", "f", 5), ("North", "m", 2)]
    some += [("c", "f", 1), ("c", "m", 4), ("c", TOTAL, 5), (TOTAL, "f", 6), (TOTAL, "m", 6), (TOTAL, TOTAL, 12)]
    every = [("a", "f", 2), ("a", "m", 1), ("b", "f", None), ("b", "m", 1), ("c", "f", None), ("c", "m", 4)]
    found = ranges(table(some, ("place", "sex"), nest), table(every, ("place", "sex"), nest))
    assert found == exact(b_total=4, b_f=3, c_f=1)


def test_attackers_who_meet_where_a_table_has_sums_only_find_room() -> None:
    rows: list[Row] = [("A", TOTAL, 3), ("B", TOTAL, None), (TOTAL, "f", None), (TOTAL, "m", 3), (TOTAL, TOTAL, 7)]
    both = Coalition((Contributor(("A", TOTAL)), Contributor((TOTAL, "m"))))
    assert ranges(table(rows, ("place", "sex")), attacker=both) == exact(B_total=4, total_f=4)


def test_a_sum_that_stands_alone_beside_others_and_a_part_that_nobody_covers_is_refused() -> None:
    """B is broken down by sex, and A is not: the one in A may be of unknown sex, or not."""
    rows: list[Row] = [("A", TOTAL, 1), ("B", "f", None), ("B", TOTAL, 3), (TOTAL, "f", None), (TOTAL, "m", None)]
    with pytest.raises(ValueError, match="prints that of A alone: it is open whether this one holds some of 'unknown'"):
        ranges(table([*rows, (TOTAL, TOTAL, 4)], ("place", "sex"), not_covered={"sex": ["unknown"]}))


@pytest.mark.parametrize(("children", "found"), [(None, (0, 7)), (6, (1, 1))])
def test_more_detail_in_the_line_of_totals_says_nothing_of_the_other_lines(
    children: int | None, found: tuple[int, int]
) -> None:
    """Only all together are told how many minors are children; the age of the others is unknown."""
    rows: list[Row] = [("A", "adult", 4), ("A", "minor", 5), ("B", "adult", 3), ("B", "minor", 2)]
    rows += [(TOTAL, "child", children), (TOTAL, "minor", 7), (TOTAL, "adult", 7)]
    told = {"age": {"child": "minor", "unknown": "minor"}}
    cells = pd.DataFrame(rows, columns=["place", "age", "count"]).astype({"count": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    release = CountTable(cells, ("place", "age"), hierarchies=told, not_covered={"age": ["unknown"]})
    assert ranges(release)["total | unknown"] == found


@pytest.mark.parametrize("label", ["coast", "islands"])
def test_cuts_that_nobody_can_join_form_no_circle_by_a_label_of_both(label: str) -> None:
    one = table([("east", 3), ("islands", None), (TOTAL, 9)], ("place",))
    two = [(label, "f", None), (label, "m", 2), (label, TOTAL, 6), ("north", "f", 1), ("north", "m", None)]
    two += [("north", TOTAL, 3), (TOTAL, "f", 5), (TOTAL, "m", 4), (TOTAL, TOTAL, 9)]
    found = ranges(one, table(two, ("place", "sex")), pieces={"place": {}})
    assert found == {"islands | total": (6, 6), f"{label} | f": (4, 4), "north | m": (2, 2)}


def test_labels_of_a_hierarchy_that_no_table_has_hold_nobody() -> None:
    nest = {"a": "North", "b": "North", "c": "South", "d": "South"}
    assert ranges(table([("a", 4), ("c", None), (TOTAL, 9)], ("place",), nest)) == exact(c=5)
    regions = table([("North", None), ("South", 5), (TOTAL, 9)], ("place",))
    assert ranges(table([("a", 4), ("c", None), (TOTAL, 9)], ("place",), nest), regions) == exact(c=5, North=4)


def test_a_group_without_a_largest_number_is_told_in_words() -> None:
    cells = [("A", "f", None), ("B", "f", 0), ("A", "m", 4), ("B", "m", 5), (TOTAL, "f", None), (TOTAL, "m", 9)]
    release = table(cells, ("place", "sex"), rule=Rule(3, complementary_mark="c"))
    facts = group_disclosure(release, Contributor(("A", "f")))
    assert facts["sentence"].tolist() == ["f: all 1 or more people are in A.", "f: none of 1 or more people is in B."]
    assert facts["low"].tolist() == [1, 1] and facts["high"].isna().all()


def test_a_sum_that_stands_alone_is_no_sum_of_rows_that_are_left_out() -> None:
    """Only a1 is broken down: that a0 has no rows below its sum says nothing of it, beside another table or not."""
    some: list[Row] = [("a0", TOTAL, None), ("a1", TOTAL, 7), ("a1", "b0", 3), ("a1", "b1", 4)]
    one = table(some, ("place", "b"), rule=Rule(3, zeros="hidden", mark="c"))
    other = table([(a, b, None) for a in ("a0", "a1") for b in ("b0", "b1")], ("place", "b"))
    assert ranges(one) == {"a0 | total": (0, 2)}
    together = {"a0 | total": (0, 2), "a0 | b0": (0, 2), "a0 | b1": (0, 2)}
    assert ranges(one, other) == together | exact(a1_b0=3, a1_b1=4)
    sums = [*some[1:], ("a0", TOTAL, 5), (TOTAL, "b0", 6), (TOTAL, "b1", None)]
    assert ranges(table([*sums, (TOTAL, TOTAL, 12)], ("place", "b"))) == exact(total_b1=6)


def test_one_table_adds_up_to_everybody_in_two_ways() -> None:
    """It prints no total of all: N and S are 6 people, as are a0 and a1; so are A of all b, and B of all in A."""
    rows: list[Row] = [(TOTAL, "N", 5), (TOTAL, "S", 1), ("a0", TOTAL, None), ("a1", TOTAL, 3)]
    assert ranges(table(rows, ("a", "b"))) == exact(a0_total=3)
    cells = pd.DataFrame([("A", "B"), ("a0", TOTAL), ("a1", TOTAL)], columns=["a", "b"]).assign(count=pd.NA, mark="c")
    nest = {"a": {"a0": "A", "a1": "A"}, "b": {"b0": "B"}}
    small = CountTable(cells.astype({"count": "Int64"}), ("a", "b"), Rule(4, mark="c"), hierarchies=nest)
    assert ranges(small) == {"A | B": (2, 3), "a0 | total": (1, 2), "a1 | total": (1, 2)}


@pytest.mark.parametrize("nest", [{}, {"a0": "A", "a1": "A"}])
def test_a_label_that_holds_everybody_changes_nothing(nest: Hierarchy) -> None:
    """Neither a0 nor b0 is broken down: those who are in both may be anybody."""
    rows: list[Row] = [("a0", TOTAL, None), ("a1", TOTAL, 4), ("a1", "b1", 4), (TOTAL, "b0", None), (TOTAL, "b1", 4)]
    cells = pd.DataFrame([*rows, (TOTAL, TOTAL, None)], columns=["a", "b", "count"]).astype({"count": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    frame = audit(CountTable(cells, ("a", "b"), hierarchies={"a": nest}), Outsider(), why=False)
    assert frame["low"].tolist() == [0, 0, 4] and frame["high"].isna().all()


def test_a_sum_alone_beside_a_wider_label_that_is_broken_down_is_refused_as_well() -> None:
    rows: list[Row] = [("A", "b0", 3), ("A", TOTAL, 10), ("a0", TOTAL, 4), ("a1", TOTAL, None), ("c", TOTAL, 4)]
    cells = pd.DataFrame([*rows, (TOTAL, TOTAL, 14)], columns=["a", "b", "count"]).astype({"count": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    release = CountTable(cells, ("a", "b"), hierarchies={"a": {"a0": "A", "a1": "A"}}, not_covered={"b": ["b1"]})
    with pytest.raises(ValueError, match="prints that of c alone"):
        audit(release, Outsider())


def test_parts_that_nobody_covers_inside_a_label_that_is_printed_in_one_piece_need_no_row() -> None:
    nest = {"n1": "N", "n2": "N", "s1": "S", "s2": "S"}
    one = table([("n1", 0), ("n2", None), ("S", None), (TOTAL, 4)], ("place",), {"n1": "N", "n2": "N"})
    two = table([("N", 3), ("S", None), (TOTAL, 4)], ("place",), nest, not_covered={"place": ["s1", "s2"]})
    assert ranges(one, two) == exact(n2=3, S=1)


def test_a_missing_part_of_a_wider_label_may_hold_anybody_where_narrower_sums_stand_alone() -> None:
    """A has a row for b0 and none for b1; a0, a1 and all in b1 stand alone, so that A may have more than its b0."""
    nest = {"a0": "A", "a1": "A"}
    rows: list[Row] = [("A", "b0", 5), ("A", TOTAL, None), ("a0", TOTAL, None), ("a1", TOTAL, 3), (TOTAL, "b0", 5)]
    cells = pd.DataFrame([*rows, (TOTAL, "b1", None), ("c", TOTAL, None)], columns=["a", "b", "count"])
    cells = cells.astype({"count": "Int64"}).assign(mark=lambda each: each["count"].isna().map({True: "c", False: ""}))
    one = CountTable(cells, ("a", "b"), hierarchies={"a": nest})
    every = pd.DataFrame([(a, b) for a in "Ac" for b in ("b0", "b1")], columns=["a", "b"]).assign(count=pd.NA, mark="c")
    for release in (one, LinkedTables((one, CountTable(every.astype({"count": "Int64"}), ("a", "b"))))):
        frame = audit(release, Outsider(), why=False, nothing_to_subtract=True).set_index("target")
        assert (frame.loc["A | total", "low"], frame.loc["a0 | total", "low"]) == (5, 2)
        assert frame.loc[["A | total", "a0 | total"], "high"].isna().all()


def test_an_insider_of_one_of_two_cuts_that_nobody_can_join_has_room() -> None:
    cuts = [table([("s", None), (label, 2), (TOTAL, None)], ("place",)) for label in "xy"]
    people = table([("a0", 3), ("a1", None)], ("age",))
    release = LinkedTables((*cuts, people), pieces={"place": {}})
    for cell in (("x", "a1"), ("y", "a1"), ("s", "a1")):
        frame = audit(release, Contributor(cell), why=False, nothing_to_subtract=True).set_index("target")
        assert frame.loc["total | a1", "low"] == 1


def test_two_margins_of_one_table_make_a_circle_also_through_wider_labels_that_nobody_printed() -> None:
    """n and s are 5 people; of these, b and d are 4, and c is nobody: so a is 1, whatever a, b, c and d lie in."""
    rows: list[Row] = [("a", TOTAL, None), ("b", TOTAL, 2), ("c", TOTAL, 0), ("d", TOTAL, 2)]
    rows += [(TOTAL, "n", 3), (TOTAL, "s", 2)]
    nest = {"a": "A", "c": "A", "b": "B", "d": "B"}
    for hierarchies in ({}, {"p": nest}, {"p": {**nest, "A": "U", "B": "U"}}):
        cells = pd.DataFrame(rows, columns=["p", "q", "count"]).astype({"count": "Int64"})
        cells = cells.assign(mark=cells["count"].isna().map({True: "c", False: ""}))
        found = audit(CountTable(cells, ("p", "q"), hierarchies=hierarchies), Outsider(), nothing_to_subtract=True)
        assert found[["low", "high", "verdict"]].values.tolist() == [[1, 1, "exact"]]


def test_an_insider_has_room_where_a_table_prints_the_total_of_a_dimension_alone() -> None:
    cells = pd.DataFrame({"p": ["A", "B"], "q": TOTAL, "count": pd.array([None, 2], dtype="Int64"), "mark": ["c", ""]})
    found = audit(CountTable(cells, ("p", "q")), Contributor((TOTAL, TOTAL)), nothing_to_subtract=True)
    assert found[["low", "verdict"]].values.tolist() == [[0, "open"]]


def test_insiders_are_read_where_one_table_tells_how_labels_of_another_nest() -> None:
    """Neither prints North and South: the table that is drawn up for both members has them."""
    nest = {"ash": "North", "oak": "South"}
    rows: list[Row] = [(TOTAL, "n", None), (TOTAL, "s", 2), (TOTAL, TOTAL, 5)]
    both = (table(rows, ("place", "q"), nest), table([("ash", None), ("oak", 2), (TOTAL, 5)], ("place",)))
    two = Coalition((Contributor(("ash", TOTAL)), Contributor((TOTAL, "n"))))
    frame = audit(LinkedTables(both), two, nothing_to_subtract=True).set_index("target")
    assert frame.loc[["ash | total", "total | n"], ["low", "high"]].values.tolist() == [[3, 3], [3, 3]]


def test_of_totals_alone_a_part_that_nobody_covers_cuts_nothing() -> None:
    """It was refused as if another table had that label."""
    rows: list[Row] = [(TOTAL, "n", 3), (TOTAL, "s", None)]
    low, high = ranges(table(rows, ("place", "q"), not_covered={"place": ["u"]}))["total | s"]
    assert low == 0 and pd.isna(high)


def test_rows_left_out_are_read_beside_a_column_that_says_total_in_every_row() -> None:
    places, ages = ("q0", "q1"), ("s0", "s1")
    every: list[Row] = [(place, age, None) for place in places for age in ages]
    rows: list[Row] = [("q0", "s1", None), ("q1", "s0", 1), (TOTAL, TOTAL, 3)]
    of_all = table([(TOTAL, *row) for row in rows], ("sex", "place", "age"))  # type: ignore[list-item]
    found = ranges(table([*every, (TOTAL, TOTAL, 3)], ("place", "age")), of_all)
    assert list(found.values()) == [(0, 0), (2, 2), (1, 1), (0, 0)]


def test_a_label_with_its_total_alone_nests_although_that_sums_printed_cells() -> None:
    """Such totals are left out; the label that had nothing else was then said to be spelt wrongly."""
    rows: list[Row] = [("ash", TOTAL, 0), ("oak", "n", None), ("oak", "s", 4), ("oak", TOTAL, 4), ("elm", "n", 5)]
    nest: Hierarchy = {"ash": "North", "oak": "North"}
    found = ranges(table([*rows, ("elm", TOTAL, 5)], ("place", "q"), nest, totals_of="printed cells"))
    assert found["oak | n"][0] == 0
