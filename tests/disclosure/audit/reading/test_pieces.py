"""One dimension cut in different ways: joined over the common pieces, or refused by name."""

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.reading.label_sets import label_sets
from disclosure.audit.reading.pieces import piece_tables, ways_of
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables, Pieces
from tests.disclosure.audit import fuzz_cuts

SHARES = 6
TENS: Pieces = {"age": {"0-9": ("0-4", "5-9"), "10-19": ("10-14", "15-19")}}
NESTED = {piece: label for label, pieces in TENS["age"].items() for piece in pieces}


def ages(counts: dict[str, int | None], hierarchy: Hierarchy | None = None) -> CountTable:
    cells = pd.DataFrame({"age": list(counts), "count": pd.array(list(counts.values()), dtype="Int64")})
    marks = ["c" if hidden else "" for hidden in cells["count"].isna()]
    return CountTable(cells.assign(mark=marks), ("age",), Rule(5), {"age": hierarchy} if hierarchy else {})


FIVES = {"0-4": None, "5-9": 9, "10-14": None, "15-19": 20, TOTAL: 35}
IN_TENS = ages({"0-9": 12, "10-19": 23, TOTAL: 35})


def exact(*tables: CountTable, pieces: Pieces) -> dict[str, int]:
    frame = audit(LinkedTables(tables, pieces), Outsider())
    return dict(frame.loc[frame["verdict"].eq("exact"), ["age", "low"]].to_numpy().tolist())


@pytest.mark.parametrize("given", ["pieces", "first", "second"])
def test_fives_and_tens_give_the_hidden_fives_away(given: str) -> None:
    """12 under ten less 9 are 3; without the tens all that is known is that both hidden fives are 6."""
    first = ages(FIVES, NESTED if given == "first" else None)
    second = ages({"0-9": 12, "10-19": 23, TOTAL: 35}, NESTED if given == "second" else None)
    assert exact(first, second, pieces=TENS if given == "pieces" else {}) == {"0-4": 3, "10-14": 3}


def test_groups_that_overlap_are_joined_over_their_common_piece() -> None:
    first = ages({"15-19": 9, "20-29": 11, TOTAL: 20})
    second = ages({"15-24": 13, "25-29": 7, TOTAL: 20})
    third = ages({"15-19": 9, "20-24": None, "25-29": 7, TOTAL: 20})
    overlap: Pieces = {"age": {"20-29": ("20-24", "25-29"), "15-24": ("15-19", "20-24")}}
    assert exact(first, second, third, pieces=overlap) == {"20-24": 4}


def test_cuts_that_nothing_explains_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"cut 'age' in different ways \('0-4', '0-9'\), and nothing says"):
        audit(LinkedTables((ages(FIVES), IN_TENS)), Outsider())
    assert exact(ages(FIVES), IN_TENS, pieces={"age": {}}) == {}


def test_cuts_that_nobody_can_join_are_not_added_up_beside_another_that_is() -> None:
    """P and Q are everybody, R and S are, too: the pieces of the other dimension tell of each cut by itself."""

    def by_two(places: list[str], kinds: list[str], counts: list[int | None]) -> CountTable:
        cells = pd.DataFrame([(p, g) for p in [*places, TOTAL] for g in [*kinds, TOTAL]], columns=["place", "kind"])
        cells = cells.assign(count=pd.array(counts, dtype="Int64"), mark=["c" if n is None else "" for n in counts])
        return CountTable(cells, ("place", "kind"), Rule(3))

    one = by_two(["P", "Q"], ["g1", "g2", "g3"], [5, 0, 0, 5, 0, 4, None, 6, 5, 4, None, 11])
    two = by_two(["R", "S"], ["g12", "g3"], [5, None, 7, 4, 0, 4, 9, None, 11])
    frame = audit(LinkedTables((one, two), {"place": {}, "kind": {"g12": ("g1", "g2")}}), Outsider())
    assert frame[["low", "high", "verdict"]].to_numpy().tolist() == [[2, 2, "exact"]] * 3


def test_labels_that_a_table_leaves_out_are_no_other_cut() -> None:
    tables = (ages(FIVES), ages({"5-9": 9, TOTAL: 9}))
    ways = ways_of(tables, label_sets(tables), {})
    assert [way.wider for way in ways["age"]] == [{}] and piece_tables((ages(FIVES),), ways) == ()


def test_members_in_several_cells_are_different_people_which_is_not_used() -> None:
    members = Coalition((Contributor(("0-4",)), Contributor(("0-9",))))
    first, second = ages({**FIVES, "5-9": None, TOTAL: 28}), ages({"0-9": 6, "10-19": 22, TOTAL: 28})
    frame = audit(LinkedTables((first, second), TENS), members).set_index("age")
    assert frame["verdict"].to_dict() == {"0-4": "not found", "5-9": "not found", "10-14": "exact"}


def test_somebody_in_a_cell_that_no_table_has_is_joined_over_the_pieces() -> None:
    """Labels of two cuts share people: the five ages of both tables do not add up to everybody."""
    first, second = ages({"0-9": None, "10-19": 9, TOTAL: 12}), ages({"5-14": None, "0-4": 0, "15-19": 8, TOTAL: 12})
    north = CountTable(pd.DataFrame({"region": ["N", "S", TOTAL], "count": [5, 7, 12]}), ("region",))
    pieces: Pieces = {"age": {"0-9": ("0-4", "5-9"), "10-19": ("10-14", "15-19"), "5-14": ("5-9", "10-14")}}
    for cell in (("0-9", "N"), ("10-14", "S")):
        frame = audit(LinkedTables((first, second, north), pieces), Contributor(cell))
        assert frame[["age", "low", "verdict"]].to_numpy().tolist() == [["0-9", 3, "exact"], ["5-14", 4, "exact"]]


def test_somebody_in_a_cell_that_no_table_has_is_joined_where_no_one_hierarchy_holds_both_cuts() -> None:
    """One label holds p0 and p2, another p2 and p3: what is drawn up for her has the pieces of both."""
    films = pd.DataFrame({"film": ["A"] * 4 + ["B"] * 4, "age": ["p02", "p1", "p3", TOTAL] * 2, "mark": ""})
    films["count"] = pd.array([9, None, None, 14, 7, None, None, 11], dtype="Int64")
    films.loc[films["count"].isna(), "mark"] = "c"
    regions = pd.DataFrame({"region": ["N"] * 5 + ["S"] * 5, "age": ["p0", "p1", "p2", "p3", TOTAL] * 2})
    tables = (
        CountTable(films, ("film", "age"), Rule(4)),
        CountTable(
            regions.assign(count=[2, 0, 6, 0, 8, 6, 4, 2, 5, 17]),
            ("region", "age"),
            hierarchies={"age": {"p2": "p23", "p3": "p23"}},
        ),
    )
    frame = audit(LinkedTables(tables, {"age": {"p02": ("p0", "p2")}}), Contributor(("A", "p2", "S")))
    assert frame[["low", "high"]].to_numpy().tolist() == [[2, 3], [2, 3], [1, 2], [2, 3]]
    assert set(frame["verdict"]) == {"narrowed"}


@pytest.mark.parametrize(
    ("pieces", "sentence"),
    [
        ({"film": {}}, "no dimension of the tables"),
        ({"age": {"90+": ("90-94",)}}, "no table has the label '90\\+'"),
        ({"age": {"0-9": ()}}, "name its pieces, each once"),
        ({"age": {"0-9": ("0-4", "total")}}, "name its pieces, each once"),
        ({"age": {"0-9": ("0-4", "5-9"), "10-19": ("5-9", "15-19")}}, "'0-9' and '10-19' of one table share '5-9'"),
        ({"age": {"0-9": ("0-4", "10-19"), "10-19": ("15-19",)}}, "'10-19' is made of pieces itself"),
        ({"age": ["0-4"]}, "write it as"),
    ],
)
def test_pieces_that_make_no_sense_are_refused(pieces: Pieces, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        LinkedTables((IN_TENS,), pieces)


@pytest.mark.parametrize("kind", fuzz_cuts.SHAPES)
def test_every_cut_agrees_with_enumeration(kind: str) -> None:
    assert fuzz_cuts.run({kind: SHARES}, seed=53)[kind] == SHARES


def test_a_combination_without_a_row_holds_nobody_in_tables_of_pieces_either() -> None:
    """x has no row at g1, and 5 people at g12: all of them are at g2, whatever two hierarchies say of x."""

    def kinds(rows: list[tuple[str, str, int | None]], wider: dict[str, str]) -> CountTable:
        cells = pd.DataFrame(rows, columns=["place", "kind", "count"]).astype({"count": "Int64"})
        cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
        rule, nested = Rule(3, complementary_mark="c"), {"place": wider}
        return CountTable(cells, ("place", "kind"), rule, hierarchies=nested)

    fine = kinds(
        [("x", "g2", None), ("x", "g3", None), ("y", "g1", 5), ("y", "g2", 4), ("y", "g3", 6)], {"x": "A", "y": "A"}
    )
    wide = kinds([("x", "g12", 5), ("x", "g3", None), ("y", "g12", 9), ("y", "g3", 6)], {"x": "N"})
    release = LinkedTables((fine, wide), {"kind": {"g12": ("g1", "g2")}})
    frame = audit(release, Outsider(), nothing_to_subtract=True)
    assert frame[["low", "verdict"]].to_numpy().tolist() == [[5, "exact"], [1, "open"]]


def test_a_combination_without_a_row_holds_nobody_where_tables_run_in_a_circle() -> None:
    """B and y have no row together: all 4 of y are in A, whatever the table of all three dimensions could hold."""

    def by_two(by: tuple[str, str], counts: dict[str, int]) -> CountTable:
        labels = {"a": "AB", "b": "xy", "c": "12"}
        one, other = ([*labels[name], TOTAL] for name in by)
        rows = [(a, b) for a in one for b in other if (a, b) != ("B", "y")]
        cells = pd.DataFrame(rows, columns=[*by])
        told = pd.array([counts.get(" ".join(row)) for row in rows], dtype="Int64")
        cells = cells.assign(count=told, mark=pd.isna(told))
        return CountTable(cells.assign(mark=cells["mark"].map({True: "c", False: ""})), by, rule)

    rule = Rule(3, "may be hidden", complementary_mark="c")
    first = by_two(("a", "b"), {"B x": 5, "total x": 9, "total y": 4, "total total": 13})
    second = by_two(("b", "c"), {"x 1": 4, "x 2": 5, "x total": 9, "y total": 4, "total total": 13})
    third = by_two(("a", "c"), {"total total": 13})
    told = audit(LinkedTables((first, second, third)), Outsider()).set_index("target")
    assert told.loc["A | y | total", ["low", "verdict"]].tolist() == [4, "exact"]


def test_a_table_of_totals_alone_is_no_further_cut() -> None:
    """Beside two cuts that nobody can join it was one of no pieces: "the table has no cells" was said of a release."""

    def by_sex(rows: list[tuple[str, str, int | None]], hierarchy: Hierarchy) -> CountTable:
        cells = pd.DataFrame(rows, columns=["age", "sex", "count"]).astype({"count": "Int64"})
        marks = ["c" if hidden else "" for hidden in cells["count"].isna()]
        return CountTable(cells.assign(mark=marks), ("age", "sex"), hierarchies={"age": hierarchy} if hierarchy else {})

    totals = by_sex([(TOTAL, "f", 5), (TOTAL, "m", 9)], {})
    girls: list[tuple[str, str, int | None]] = [("0-2", "f", None), ("3-5", "f", 3), ("6-9", "f", 1)]
    one = by_sex([*girls, ("0-2", "m", 2), ("3-5", "m", 2), ("6-9", "m", 5)], {"0-2": "0-5", "3-5": "0-5"})
    other = by_sex([("0-3", "f", 2), ("4-9", "f", 3), ("0-3", "m", 5), ("4-9", "m", None)], {})
    for who in (
        Outsider(),
        Contributor(("0-3", "f")),
        Coalition((Contributor(("6-9", TOTAL)), Contributor((TOTAL, "f")))),
    ):
        found = audit(LinkedTables((totals, one, other), {"age": {}}), who, why=False)
        assert found[["age", "low", "verdict"]].to_numpy().tolist() == [["0-2", 1, "exact"], ["4-9", 4, "exact"]]


@pytest.mark.parametrize("wider", [{}, {"sex": TOTAL}])
def test_a_dimension_of_totals_alone_changes_nothing_of_what_is_refused(wider: dict[str, str]) -> None:
    """Papers in regions, of which each reader may have several: cuts of them are not joined, whatever else is named."""
    persons, by = DistinctPersons("paper", no_answer=False), ("paper", *wider)
    papers = pd.DataFrame({"paper": ["b1", "b2", "b3", TOTAL], "count": [5, 8, 4, 10]}).assign(**wider)
    groups = pd.DataFrame(
        {"paper": ["W", "V", TOTAL], "count": pd.array([None, 8, 10], "Int64"), "mark": ["c", "", ""]}
    )
    nest = {"paper": {"b1": "W", "b2": "V", "b3": "V"}}
    wide = CountTable(groups.assign(**wider), by, Rule(4), nest, persons=persons)
    with pytest.raises(ValueError, match="cut a dimension in different ways: the audit does not join these"):
        audit(LinkedTables((wide, CountTable(papers, by, persons=persons))), Outsider())


@pytest.mark.parametrize("wider", [{}, {"sex": TOTAL}])
def test_districts_tell_of_regions_also_where_both_tables_name_a_dimension_of_totals_alone(
    wider: dict[str, str],
) -> None:
    regions = ages({"W": None, "V": None, TOTAL: 8}).cells.assign(**wider)
    districts = ages({"a1": 2, "a2": 1, "a3": None}).cells.assign(**wider)
    nest, by = {"age": {"a1": "W", "a2": "W", "a3": "V"}}, ("age", *wider)
    release = LinkedTables((CountTable(regions, by, None, nest), CountTable(districts, by)))
    frame = audit(release, Outsider()).set_index("age")
    assert frame.loc[["W", "V", "a3"], ["low", "verdict"]].to_numpy().tolist() == [
        [3, "exact"],
        [5, "exact"],
        [5, "exact"],
    ]


@pytest.mark.parametrize("nest", [{}, {"b1.1": "b1", "b1.2": "b1", "b2.1": "b2", "b2.2": "b2"}])
def test_parts_that_no_table_prints_are_no_other_cut_of_people_with_several_answers(nest: Hierarchy) -> None:
    persons = DistinctPersons("age", no_answer=False)
    wide = replace(ages({"b1": 5, "b2": None, "W": 6, TOTAL: 6}, {"b1": "W", "b2": "W", **nest}), persons=persons)
    narrow = replace(ages({"b1": 5, "b2": None, TOTAL: 6}), persons=persons)
    frame = audit(LinkedTables((wide, narrow)), Outsider())
    assert frame.set_index("age").loc["b2", ["low", "high"]].tolist() == [1, 4]


@pytest.mark.parametrize(
    "kind",
    [
        {"unit": "visits", "persons": DistinctPersons()},
        {"persons": DistinctPersons("a", no_answer=False)},
        {"persons": DistinctPersons("b", no_answer={"b": "r"})},
    ],
)
@pytest.mark.parametrize("in_both", [False, True])
def test_beside_persons_a_hierarchy_of_one_table_holds_in_the_other(kind: dict[str, Any], in_both: bool) -> None:
    """The second table only adds a wider label to the labels of the first one: both cut b in the same way."""
    nested = {"b": {"p": "W", "q": "W"}}
    rows = {"x": [None, 5, 5, 14], "y": [5, 5, 5, 15], TOTAL: [9, 10, 10, 29]}
    cells = pd.DataFrame([(a, b, n) for a in rows for b, n in zip(["p", "q", "r", TOTAL], rows[a], strict=True)])
    cells = cells.set_axis(["a", "b", "count"], axis=1).astype({"count": "Int64"})
    cells["mark"] = np.where(cells["count"].isna(), "c", "")
    by_b = pd.DataFrame({"b": ["p", "q", "r", "W", TOTAL], "count": [9, 10, 10, 19, 29], "mark": ""})
    of_b = {} if "a" in (kind["persons"].several or ()) else kind
    first = CountTable(cells, ("a", "b"), Rule(5), hierarchies=nested if in_both else {}, **kind)
    second = CountTable(by_b, ("b",), Rule(5), hierarchies=nested, **of_b)
    found = audit(LinkedTables((first, second)), Outsider()).set_index(["a", "b"])
    assert found.loc[("x", "p"), ["low", "high"]].tolist() == [4, 4]


def test_beside_a_total_alone_the_labels_that_are_cut_in_two_ways_are_named() -> None:
    tables = ages({"x": 5, "a": None, "b": 4}), ages({"x": 5, "Z": 5, TOTAL: 10}), ages({TOTAL: 10})
    for some in (tables[:2], tables):
        with pytest.raises(ValueError, match=r"in different ways \('a', 'Z'\)"):
            audit(LinkedTables(some), Outsider(), nothing_to_subtract=True)
