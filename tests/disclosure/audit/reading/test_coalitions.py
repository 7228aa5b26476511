from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Labels
from disclosure.audit.reading.as_printed import as_printed
from disclosure.audit.reading.coalitions import are_spread, is_used, overlaps, tables_needed
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit.small_releases import printed, square

BY = ("film", "region")
ROW, COLUMN, CROSS = (Contributor(cell) for cell in (("A", TOTAL), (TOTAL, "x"), ("A", "x")))
PRINTED = as_printed(square())
COAST: Hierarchy = {"a1": "Q", "a2": "Q"}
KNOWN = {("A", TOTAL), (TOTAL, "x"), ("A", "x"), ("B", "x")}


def test_a_row_and_a_column_overlap() -> None:
    (group,) = overlaps([ROW, COLUMN, CROSS], PRINTED.sets, BY, KNOWN)
    assert (group.members, group.by) == ((ROW, COLUMN), BY)
    assert is_used(group, PRINTED) and not tables_needed([group], PRINTED, {})


def test_cells_in_each_other_or_apart_do_not() -> None:
    assert not overlaps([ROW, CROSS, Contributor(("B", "x"))], PRINTED.sets, BY, KNOWN)


def test_a_cell_that_no_table_has_is_looked_for() -> None:
    ((group),) = overlaps([ROW], PRINTED.sets, BY, set())
    assert group.by == ("film",)


@pytest.mark.parametrize(
    ("cell", "spread"),
    [(("A", "x"), False), (("A", TOTAL), True), ((TOTAL, "x"), False), ((TOTAL, TOTAL), False)],
)
def test_who_names_her_answers_names_her_group_as_well(cell: Labels, spread: bool) -> None:
    films = replace(square(), persons=DistinctPersons("film", no_answer=False))
    assert are_spread([Contributor(("B", "y")), Contributor(cell)], as_printed(films)) == spread
    assert not are_spread([Contributor(cell)], PRINTED)


def test_one_behind_events_names_a_narrowest_cell() -> None:
    visits = replace(square(), unit="visits", persons=DistinctPersons("film"))
    assert are_spread([Contributor(("A", "x"), amount=3)], as_printed(visits))
    once = replace(visits, persons=DistinctPersons())
    assert not are_spread([Contributor(("A", "x"), amount=3)], as_printed(once))
    assert are_spread([Contributor(("A", TOTAL), amount=3)], as_printed(once))


def test_what_is_not_used_of_two_people_is_said() -> None:
    """All who gave B are in x; so somebody there and the one in A are two of x's people."""
    several = printed(
        {"A": ["c", "c", "c"], "B": ["c", 0, "c"], TOTAL: ["c", "c", "c"]},
        ["x", "y", TOTAL],
        Rule(5, zeros="printed"),
        persons=DistinctPersons("film", no_answer=False),
    )
    two = Coalition((Contributor(("A", "x")), Contributor(("B", TOTAL))))
    frame = audit(several, two)
    assert set(frame["verdict"]) == {"not found"}
    assert "where else the attackers stand" in frame["why"].iloc[0]


def hidden(by: tuple[str, str], rows: list[Labels], total: int | None = None, **more: object) -> CountTable:
    """A table of hidden cells, with the number of all if that is printed."""
    cells = pd.DataFrame(rows, columns=list(by)).assign(count=pd.NA, mark="c")
    if total is not None:
        cells.loc[len(cells)] = [TOTAL, TOTAL, total, ""]
    return CountTable(cells.astype({"count": "Int64"}), by, **more)  # type: ignore[arg-type]


def test_who_stands_in_a_finer_cell_than_the_table_that_joins_the_others_stands_there() -> None:
    """One in Z and one in y2 are two of the four, wherever they meet; who is in x1 and y1 is no third one of these."""
    rule, nest = Rule(4, zeros="hidden"), {"x": {"x1": "X", "x2": "X"}}
    fine = hidden(("x", "y"), [(x, y) for x in ("x1", "x2", "Z") for y in ("y1", "y2")], rule=rule, hierarchies=nest)
    coarse = hidden(("x", "y"), [(x, y) for x in "XZ" for y in ("y1", "y2")], total=4, rule=rule)
    three = Coalition(tuple(map(Contributor, [("Z", TOTAL), ("x1", "y1"), (TOTAL, "y2")])))
    frame = audit(LinkedTables((coarse, fine)), three, why=False).set_index("target")
    found = {cell: (frame.loc[cell, "low"], frame.loc[cell, "high"]) for cell in ("X | y1", "x2 | y1", "Z | y2")}
    assert found == {"X | y1": (1, 2), "x2 | y1": (0, 1), "Z | y2": (0, 3)}


@pytest.mark.parametrize(("people", "low"), [(1, 0), (3, 1)])
def test_whoever_names_no_label_is_counted_among_all(people: int, low: int) -> None:
    """No number of all is printed, and a breaks down the people of b2 only: three are at least 1 in each of b1, b2."""
    rows = [("b1", TOTAL), ("b2", TOTAL), ("b2", "a1"), ("b2", "a2")]
    release = hidden(("b", "a"), rows, rule=Rule(3, zeros="hidden"))
    anybody = Coalition(tuple(Contributor((TOTAL, TOTAL)) for _ in range(people)))
    frame = audit(release, anybody, why=False, nothing_to_subtract=True).set_index("target")
    assert frame["low"].to_dict() == {"b1 | total": low, "b2 | total": low, "b2 | a1": 0, "b2 | a2": 0}


@pytest.mark.parametrize("by", [("x", "z", "y"), ("y", "x", "z")])
def test_everybodys_cell_is_drawn_up_by_a_dimension_that_has_labels(by: tuple[str, ...]) -> None:
    """Of y nothing but totals is printed: whoever named everybody's cell was told that the table has no cells."""
    rows = [("a", "m", None), ("b", "m", 6), (TOTAL, "m", 11), (TOTAL, "n", 11)]
    cells = pd.DataFrame(rows, columns=["x", "z", "count"]).astype({"count": "Int64"})
    cells = cells.assign(y=TOTAL, mark=["c", "", "", ""])
    found = audit(CountTable(cells, by), Contributor((TOTAL, TOTAL, TOTAL)))
    assert found[["low", "high"]].to_numpy().tolist() == [[5, 5]]


@pytest.mark.parametrize("row", [[], [("n", "a", 0)]])
@pytest.mark.parametrize("alone", [False, True])
def test_a_total_that_nobody_printed_is_drawn_up_for_who_stands_in_it(
    row: list[tuple[str, str, int]], alone: bool
) -> None:
    """Of a, n is empty, by its row or by leaving it out: she stands in m."""
    rows = [("n", "b", 0), ("m", "a", None), ("n", "c", 3), *row]
    frame = audit(by_two(rows), Contributor((TOTAL, "a"), alone=alone), nothing_to_subtract=True)
    assert frame.set_index("target").loc["m | a", ["low", "high"]].tolist() == [1, 1 if alone else pd.NA]


def test_a_wider_label_that_nobody_printed_is_drawn_up_beside_a_part_that_is_not_covered() -> None:
    nest: Hierarchy = {"n": "North", "u": "North"}
    table = by_two([("n", "b", 0), ("s", "a", 3)], hierarchies={"x": nest}, not_covered={"x": "u"})
    frame = audit(table, Contributor(("North", "a")), nothing_to_subtract=True).set_index("target")
    assert frame["low"].to_dict() == {"u | b": 0, "u | a": 1}


def test_a_wider_label_for_which_no_table_has_all_parts_is_drawn_up_as_well() -> None:
    """The table that says that n and m are North leaves m out; she is alone in North: all others are in w."""

    def by_place(counts: dict[str, int | None], nest: Hierarchy | None = None) -> CountTable:
        cells = pd.DataFrame({"place": [*counts], "count": pd.array([*counts.values()], "Int64")})
        marks = cells["count"].isna().map({True: "c", False: ""})
        return CountTable(cells.assign(mark=marks), ("place",), hierarchies={"place": nest} if nest else {})

    nest = {"n": "North", "m": "North", "North": "V", "w": "V"}
    tells = by_place({"n": None, "w": None, TOTAL: 6}, nest)
    release = LinkedTables((by_place({"n": None, "m": None, "w": None, TOTAL: 6}), tells))
    frame = audit(release, Contributor(("North",), alone=True)).set_index("place")
    assert frame["low"].to_dict() == {"n": 1, "m": 0, "w": 5} and set(frame["verdict"]) == {"exact"}


@pytest.mark.parametrize(
    ("a0", "nest", "who", "found"),
    [
        (1, {}, Contributor(("a1",), alone_in=("Q",)), {"a2": [0, 0], TOTAL: [2, 2]}),
        (1, COAST, Contributor(("P",)), {"a2": [0, None], TOTAL: [2, None]}),
        (None, {}, Contributor(("a1",), alone_in=(("P",), ("Q",))), {"a0": [0, 0], "a2": [0, 0], TOTAL: [1, 1]}),
    ],
)
def test_wider_labels_that_cross_and_that_no_table_has_room_for_are_drawn_up(
    a0: int | None, nest: Hierarchy, who: Contributor, found: dict[str, list[Any]]
) -> None:
    """Tables of totals alone tell of them: she was refused, or told that the attackers are different people."""

    def by_place(counts: dict[str, int | None], nest: Hierarchy) -> CountTable:
        cells = pd.DataFrame({"place": [*counts], "count": pd.array([*counts.values()], "Int64")})
        marks = cells["count"].isna().map({True: "c", False: ""})
        return CountTable(cells.assign(mark=marks), ("place",), hierarchies={"place": nest})

    totals = [by_place({TOTAL: None}, each) for each in ({"a0": "P", "a1": "P"}, {} if nest else COAST)]
    release = LinkedTables((by_place({"a0": a0, "a1": 1, "a2": None}, nest), *totals))
    frame = audit(release, who, nothing_to_subtract=True).set_index("place")
    assert frame[["low", "high"]].T.to_dict("list") == found and "not found" not in set(frame["verdict"])


@pytest.mark.parametrize(("piece", "low"), [("p3", [1, 0, 0]), ("p23", [0, 0, 0]), ("p2", [0, 0, 1])])
def test_a_cell_that_no_table_has_is_made_of_pieces_that_nobody_printed(piece: str, low: list[int]) -> None:
    """The films' table cuts ages after p1, that by regions has p1, p2 and all others: nobody prints p0 and p3."""

    def by_age(name: str, label: str, counts: dict[str, int | None]) -> CountTable:
        cells = pd.DataFrame({name: label, "age": [*counts], "count": pd.array([*counts.values()], "Int64")})
        marks = cells["count"].isna().map({True: "c", False: ""})
        return CountTable(cells.assign(mark=marks), (name, "age"))

    tables = by_age("film", "A", {"p01": 6, "p23": 5}), by_age("region", "n", {"p03": None, "p1": None, "p2": None})
    pieces = {"age": {"p01": ("p0", "p1"), "p23": ("p2", "p3"), "p03": ("p0", "p3")}}
    frame = audit(LinkedTables(tables, pieces), Contributor(("A", piece, "n")), nothing_to_subtract=True)
    assert frame["low"].tolist() == low and "not found" not in set(frame["verdict"])


def by_two(rows: list[tuple[str, str, int | None]], **told: Any) -> CountTable:
    cells = pd.DataFrame(rows, columns=["x", "y", "count"]).astype({"count": "Int64"})
    return CountTable(cells.assign(mark=cells["count"].isna().map({True: "c", False: ""})), ("x", "y"), **told)


@pytest.mark.parametrize("wider", [{}, {"sex": TOTAL}])
def test_where_a_dimension_has_totals_alone_nothing_is_open_about_where_somebody_stands(wider: dict[str, str]) -> None:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": pd.array([5, None, 8], "Int64"), "mark": ["", "c", ""]})
    persons = DistinctPersons("film", no_answer=False)
    table = CountTable(cells.assign(**wider), ("film", *wider), Rule(3, complementary_mark="c"), persons=persons)
    assert audit(table, Contributor(("B", *wider.values())))["verdict"].tolist() == ["narrowed"]


def test_beside_statistics_and_pieces_members_in_a_cell_that_nobody_printed_are_read() -> None:
    """Nobody's cell has a label for the quantity of the statistics, which was looked for: an IndexError."""

    def table(name: str, means: dict[str, float]) -> CountTable:
        cells = pd.DataFrame({name: [*means], "mean": [*means.values()], "mark": "c"})
        cells["count"] = pd.array([None] * len(cells), "Int64")
        return CountTable(cells, (name,), Rule(5, complementary_mark="x"), companions=Companions("stars", 1, 2, 1))

    tables = (table("b", {"p": 1.0, "q": 1.5, TOTAL: 1.3}), table("a", {"n": 1.0, "V": 1.5, TOTAL: 1.3}))
    plain, pieced = (
        audit(LinkedTables(tables, pieces), Contributor(("p", "V"))) for pieces in ({}, {"a": {"V": ("k", "l")}})
    )
    assert plain["low"].tolist() == pieced["low"].tolist() == [1, 2, 3, 1, 2]


@pytest.mark.parametrize("cell", ["a", "u"])
def test_of_one_person_it_is_not_said_that_the_attackers_are_different_people(cell: str) -> None:
    cells = pd.DataFrame({"place": ["North"], "count": pd.array([None], "Int64"), "mark": "c"})
    nest: Hierarchy = {"a": "North", "u": "North"}
    table = CountTable(cells, ("place",), Rule(3), {"place": nest}, not_covered={"place": "u"})
    frame = audit(table, Contributor((cell,)), nothing_to_subtract=True)
    assert "different people" not in frame["why"][0]
    assert "not used was what the attacker knows of a cell that no table has" in frame["why"][0]


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        ([("a1", "1"), ("a2", "1")], "open"),
        ([("a1", TOTAL), ("a2", TOTAL)], "open"),
        ([(TOTAL, "r"), (TOTAL, "3")], "open"),
        ([("a1", TOTAL), (TOTAL, "r")], "not found"),
    ],
)
@pytest.mark.parametrize("made", [{"r": ("1", "2")}, {}])
def test_beside_pieces_members_of_cells_that_share_nobody_leave_nothing_out(
    cells: list[Labels], verdict: str, made: dict[str, tuple[str, ...]]
) -> None:
    """Where it is not known how labels overlap, it is not known whether cells do."""
    rows = [("a1", "1", None), ("a1", "2", 4), ("a1", "3", 4), ("a2", "1", None), ("a2", "2", 4), ("a2", "3", 4)]
    one = pd.DataFrame(rows, columns=["A", "B", "count"]).astype({"count": "Int64"})
    one["mark"] = one["count"].isna().map({True: "c", False: ""})
    two = pd.DataFrame({"B": ["r", "3"], "count": [11, 8], "mark": ""})
    release = LinkedTables((CountTable(one, ("A", "B"), Rule(3)), CountTable(two, ("B",), Rule(3))), pieces={"B": made})
    attacker = Coalition(tuple(map(Contributor, cells)))
    found = audit(release, attacker, nothing_to_subtract=True)
    assert set(found["verdict"]) == {verdict if made else "not found"}
