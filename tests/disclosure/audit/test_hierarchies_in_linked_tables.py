"""Linked tables of which one tells more than the other: how labels nest, and which part nobody covers.

Two parts and an unknown one make up West, beside them is East. A table has the parts, or West in one piece, or both; it
says how they nest, or leaves that to the other. Whatever is hidden has the range that listing all worlds gives.
"""

from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables

PLACES, SEXES = ("a", "b", "unknown", "East"), ("f", "m")
WEST, COAST = {"a": "West", "b": "West"}, {"b": "Coast", "c": "Coast"}
FORMS = {"both": ("a", "b", "West", "East"), "parts": ("a", "b", "East"), "in one piece": ("West", "East")}
LAND = {"West": "Land", "East": "Land"}
COVERS = {"West": ("a", "b", "unknown"), "Land": PLACES, TOTAL: PLACES}
MOST = 3
RULE = Rule(3, zeros="hidden")


def all_worlds() -> np.ndarray:
    """Everybody's place and sex, for all that add up to no more than a few; shape (worlds, places, sexes)."""
    counts = [world for world in product(range(MOST + 1), repeat=len(PLACES) * len(SEXES)) if sum(world) <= MOST]
    return np.array(counts).reshape(-1, len(PLACES), len(SEXES))


WORLDS = all_worlds()


def counted(place: str, sex: str) -> np.ndarray:
    """How many stand in a cell, in each world; shape (worlds,)."""
    rows = [PLACES.index(one) for one in COVERS.get(place, (place,))]
    columns = [SEXES.index(one) for one in (SEXES if sex == TOTAL else (sex,))]
    return WORLDS[:, rows][:, :, columns].sum(axis=(1, 2))


def table(
    rng: np.random.Generator, form: str, by: tuple[str, ...], world: int, *, told: bool, named: bool, deep: bool
) -> CountTable:
    """A table of one form, some of its cells hidden by no rule; the sum of all is printed, and perhaps that of Land."""
    places = (*FORMS[form], *(("Land",) if deep and rng.random() < 0.5 else ()), TOTAL)
    labels = [(place, sex) for place in places for sex in ((*SEXES, TOTAL) if "sex" in by else (TOTAL,))]
    frame = pd.DataFrame(labels, columns=["place", "sex"])
    frame["count"] = [int(counted(place, sex)[world]) for place, sex in labels]
    hidden = (rng.random(len(labels)) < 0.5) & ~(frame["place"].eq(TOTAL) & frame["sex"].eq(TOTAL))
    frame["count"] = frame["count"].astype("Int64").mask(hidden)
    cells = frame[[*by, "count"]].assign(mark=np.where(hidden, "c", ""))
    nest = {**WEST, **(LAND if deep else {}), **({"unknown": "West"} if named else {})} if told else {}
    uncovered = {"place": "unknown"} if named else {}
    return CountTable(cells, by, hierarchies={"place": nest}, not_covered=uncovered)


@pytest.mark.parametrize("deep", [False, True], ids=["two levels", "three levels"])
@pytest.mark.parametrize("seed", range(20))
def test_every_range_is_that_of_all_worlds(seed: int, deep: bool) -> None:
    rng = np.random.default_rng(seed)
    world = int(rng.integers(len(WORLDS)))
    telling = table(rng, str(rng.choice(["both", "parts"])), ("place",), world, told=True, named=True, deep=deep)
    form = str(rng.choice([*FORMS]))
    told = form != "in one piece" and bool(rng.random() < 0.5)
    other = table(rng, form, ("place", "sex"), world, told=told, named=told and bool(rng.random() < 0.5), deep=deep)
    tables = (telling, other) if rng.random() < 0.5 else (other, telling)
    printed = [
        counted(str(row["place"]), str(row.get("sex", TOTAL))) == row["count"]
        for each in tables
        for row in each.cells[~each.is_hidden].to_dict("records")
    ]
    fits = np.logical_and.reduce(printed)
    frame = audit(LinkedTables(tables), Outsider(), why=False, nothing_to_subtract=True)
    for row in frame.to_dict("records"):
        possible = counted(row["place"], row.get("sex", TOTAL))[fits]
        assert (row["low"], row["high"]) == (possible.min(), possible.max()), row


def one_way(rows: list[tuple[str, int | None]], nest: dict[str, str], rule: Rule = RULE) -> CountTable:
    """A table of places, with the hierarchy that it tells."""
    cells = pd.DataFrame(rows, columns=["place", "count"]).astype({"count": "Int64"})
    cells["mark"] = np.where(cells["count"].isna(), "c", "")
    return CountTable(cells, ("place",), rule, hierarchies={"place": nest})


def test_two_who_stand_in_labels_of_two_hierarchies_are_said_not_to_be_used() -> None:
    """West is a and b, Coast is b and c; a and c are empty: the two are in b, and whoever is told so knows that."""
    west = one_way([("a", 0), ("b", None), ("West", None), ("c", 0), ("d", 9)], WEST, Rule(3))
    coast = one_way([("a", 0), ("b", None), ("c", 0), ("Coast", None), ("d", 9)], COAST, Rule(3))
    both = Coalition((Contributor(("West",)), Contributor(("Coast",))))
    for tables in ((west, coast), (coast, west)):
        frame = audit(LinkedTables(tables), both, nothing_to_subtract=True)
        assert set(frame["verdict"]) == {"not found"}
        assert frame["why"].str.contains("different people, where their cells overlap").all()


def test_a_chain_may_be_told_by_two_tables() -> None:
    rows = [("a", None), ("b", None), ("West", None), ("q", 9)]
    wider = one_way([("West", None), ("South", None), ("Land", None), ("q", 9)], {"West": "Land", "South": "Land"})
    who = Coalition((Contributor(("a",)), Contributor(("Land",))))
    found = [
        audit(LinkedTables(tables), who, nothing_to_subtract=True, why=False).set_index("place")[["low", "high"]]
        for tables in (
            (one_way(rows, WEST), wider),
            (one_way(rows, WEST | {"West": "Land"}), wider),
        )
    ]
    assert found[0].equals(found[1]) and found[0].loc["Land"].tolist() == [2, 2]


def test_members_of_wider_labels_alone_are_given_an_answer() -> None:
    """The parts of V and W stand nowhere; there is room for two in V and among the women."""
    cells = [("V", "f", None), ("V", "m", 9), ("V", TOTAL, None), ("W", "f", 8), ("W", "m", 8), ("W", TOTAL, 16)]
    cells += [(TOTAL, "f", None), (TOTAL, "m", 17), (TOTAL, TOTAL, None)]
    frame = pd.DataFrame(cells, columns=["place", "sex", "count"]).astype({"count": "Int64"})
    frame["mark"] = np.where(frame["count"].isna(), "c", "")
    nest = {"n": "V", "s": "V", "w": "W", "z": "W"}
    table = CountTable(frame, ("place", "sex"), Rule(5, complementary_mark="c"), hierarchies={"place": nest})
    found = audit(table, Coalition((Contributor(("V", TOTAL)), Contributor((TOTAL, "f")))))
    assert found.set_index(["place", "sex"])["low"].to_dict() == {
        ("V", "f"): 1, ("V", TOTAL): 10, (TOTAL, "f"): 9, (TOTAL, TOTAL): 26,
    }  # fmt: skip


def test_the_word_for_a_cell_does_not_depend_on_the_order_of_tables() -> None:
    three, five = (one_way([("q", None), ("r", 9)], {}, Rule(threshold)) for threshold in (3, 5))
    for tables in ((three, five), (five, three)):
        assert audit(LinkedTables(tables), Outsider(), nothing_to_subtract=True)["verdict"].tolist() == ["open"]


def test_primary_cells_are_named_by_the_labels_of_their_rows() -> None:
    cells = pd.DataFrame({"place": [*"ABCD", TOTAL], "count": [None, None, None, 9, 20]}).astype({"count": "Int64"})
    plain = CountTable(cells.assign(mark=["c", "c", "c", "", ""]), ("place",), Rule(5, complementary_mark="c"))
    shuffled = CountTable(plain.cells.iloc[[2, 0, 4, 1, 3]], ("place",), plain.rule)
    primary = pd.Series([True, True, False, False, False])
    one, other = (
        audit(each, Outsider(), primary=primary, why=False).set_index("place")[["low", "high"]].loc[list("ABC")]
        for each in (plain, shuffled)
    )
    assert one.equals(other)


REGIONS, COASTS = {"a1": "A", "a2": "A", "b1": "B", "b2": "B"}, {"a1": "N", "b1": "N", "a2": "S", "b2": "S"}
NARROW = {"a1": 4, "a2": 5, "b1": 6, "b2": None}


def places(counts: dict[str, int | None], nest: dict[str, str] | None = None) -> CountTable:
    cells = pd.DataFrame({"place": list(counts), "count": pd.array(list(counts.values()), dtype="Int64")})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    return CountTable(cells, ("place",), RULE, hierarchies={"place": nest or {}})


@pytest.mark.parametrize("nest", [REGIONS, None])
def test_of_two_hierarchies_a_table_takes_over_the_one_whose_labels_it_prints(nest: dict[str, str] | None) -> None:
    regions, coasts = places({"A": 9, "B": 8, TOTAL: 17}, REGIONS), places({"N": 10, "S": 7, TOTAL: 17}, COASTS)
    third = places({**NARROW, "A": 9, "B": 8, TOTAL: 17}, nest)
    frame = audit(LinkedTables((regions, coasts, third)), Outsider())
    assert frame[["place", "low", "verdict"]].to_numpy().tolist() == [["b2", 2, "exact"]]


def test_a_table_that_prints_the_wider_labels_of_two_hierarchies_is_refused_by_name() -> None:
    regions, coasts = places({"A": 9, "B": 8}, REGIONS), places({"N": 10, "S": 7}, COASTS)
    third = places({**NARROW, "A": 9, "B": 8, "N": 10, "S": 7})
    with pytest.raises(ValueError, match=r"one of the tables prints '\w' and '\w' of 'place', and '\w\d' lies in both"):
        audit(LinkedTables((regions, coasts, third)), Outsider(), nothing_to_subtract=True)


def test_somebody_in_a_cell_that_no_table_has_is_placed_by_both_hierarchies() -> None:
    """She is in region A and in x; both ways of putting places together stay as they are."""
    cells = pd.DataFrame({"kind": ["x", "y", TOTAL], "count": [9, 8, 17], "mark": ""})
    kinds = CountTable(cells, ("kind",), RULE)
    hidden: dict[str, int | None] = {"a1": 4, "a2": None, "b1": 6, "b2": 5}
    regions, coasts = (
        places({**hidden, "A": 6, "B": 11, TOTAL: 17}, REGIONS),
        places({**hidden, "N": 10, "S": 7, TOTAL: 17}, COASTS),
    )
    for attacker in (Outsider(), Contributor(("x", "A"))):
        frame = audit(LinkedTables((kinds, regions, coasts)), attacker)
        assert frame[["place", "low", "verdict"]].to_numpy().tolist() == [["a2", 2, "exact"]]


def test_a_label_with_some_of_its_parts_is_refused_by_name() -> None:
    """Whether the part that is missing holds nobody, or nobody printed it, is not guessed."""
    wider = {"a1": "A", "a2": "A", "b1": "B"}
    counts: dict[str, int | None] = {"a1": None, "A": 5, "b1": 4, "B": 4, TOTAL: 9}
    with pytest.raises(ValueError, match=r"prints 'A' of 'place' and its part 'a1', but not 'a2': print all parts"):
        audit(places(counts, wider), Outsider())
    frame = audit(places({"a2": 3, **counts}, wider), Outsider())
    assert frame[["place", "low", "verdict"]].to_numpy().tolist() == [["a1", 2, "exact"]]


def test_somebody_alone_in_a_label_of_one_hierarchy_may_be_alone_in_one_of_another_that_holds_it() -> None:
    """a1 and a2 make up A; with b1 they make up N: whoever is alone in A can say that nobody else is in N."""
    wide = {"a1": "N", "a2": "N", "b1": "N", "b2": "S"}
    regions = places({"A": None, "B": 3, TOTAL: 4}, REGIONS)
    others = places({"N": None, "S": 3, TOTAL: 4}, wide)
    frame = audit(LinkedTables((regions, others)), Contributor(("A",), alone=True, alone_in=(("N",),)))
    assert frame.set_index("place")["low"].to_dict() == {"A": 1, "N": 1}


def test_a_wider_label_of_which_only_a_part_is_named_that_nobody_printed_is_refused() -> None:
    cells = pd.DataFrame({"place": ["A", "B", TOTAL], "count": [6, 7, 13], "mark": ""})
    nest = {"place": {"unknown": "A"}}
    release = CountTable(cells, ("place",), RULE, hierarchies=nest, not_covered={"place": "unknown"})
    with pytest.raises(ValueError, match="of the parts of 'A' only 'unknown' is named, which nobody printed"):
        audit(release, Outsider())


BOTH = {**NARROW, "A": 9, "B": 8}, {**NARROW, "N": 10, "S": 7}


def by_film(counts: dict[str, dict[str, int | None]], total: dict[str, int | None]) -> CountTable:
    rows = [(film, place, n) for film, of_film in {**counts, TOTAL: total}.items() for place, n in of_film.items()]
    cells = pd.DataFrame(rows, columns=["film", "place", "count"]).astype({"count": "Int64"})
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    return CountTable(cells, ("film", "place"), RULE)


def test_labels_of_two_hierarchies_are_refused_where_nothing_narrower_is_printed_beside_them() -> None:
    """A, B, N and S count everybody twice: their sum is no total."""
    regions, coasts = places(BOTH[0], REGIONS), places(BOTH[1], COASTS)
    third = by_film({"f": {"A": 5, "B": 4, "N": 6, "S": 3}}, {"A": 5, "B": 4, "N": 6, "S": 3})
    with pytest.raises(ValueError, match="prints 'A' and 'N' of 'place', and 'a1' lies in both"):
        audit(LinkedTables((regions, coasts, third)), Outsider(), nothing_to_subtract=True)


def test_hierarchies_that_cross_below_a_label_do_not_stand_in_its_way() -> None:
    """Everybody is in V; the third table prints none of the labels in between, and adds up to V all the same."""
    within = {"V": 17, TOTAL: 17}
    regions = places({**NARROW, "A": 9, "B": 8, **within}, {**REGIONS, "A": "V", "B": "V"})
    coasts = places({**NARROW, "N": 10, "S": 7, **within}, {**COASTS, "N": "V", "S": "V"})
    one = {"a1": 4, "a2": None, "b1": 3, "b2": 0, "V": 9}
    third = by_film({"f": one, "g": {"a1": 0, "a2": 3, "b1": 3, "b2": None, "V": 8}}, {**NARROW, "V": 17})
    frame = audit(LinkedTables((regions, coasts, third)), Outsider()).set_index("target")
    assert frame.loc["a2 | f", ["low", "verdict"]].tolist() == [2, "exact"]


def test_a_label_with_some_of_what_lies_deep_in_it_is_refused_as_well() -> None:
    deep = places({**NARROW, "A": 9, "B": 8, "V": 17}, {**REGIONS, "A": "V", "B": "V"})
    with pytest.raises(ValueError, match=r"prints 'V' of 'place' and its part 'a1', but not '\w\d': print all parts"):
        audit(LinkedTables((deep, by_film({"f": {"a1": 4, "V": 17}}, {"a1": 4, "V": 17}))), Outsider())


@pytest.mark.parametrize("wide", ["A", "N"])
@pytest.mark.parametrize("order", [1, -1])
def test_a_part_that_nobody_covers_lies_in_wider_labels_of_both_hierarchies(wide: str, order: int) -> None:
    """b1 is in A or in N and printed nowhere: a table that prints one of these in one piece counts it there."""
    printed = ((REGIONS, {"A": 9, "B": 8}), (COASTS, {"N": 10, "S": 7}))
    nests = [{**nest, "b1": "A" if "A" in sums else "N"} for nest, sums in printed]
    regions, coasts = (
        replace(places({"a1": 4, "a2": 5, "b2": 6, **sums, TOTAL: 17}, nest), not_covered={"place": "b1"})
        for nest, sums in zip(nests, ({"A": 11, "B": 6}, {"N": 6, "S": 11}), strict=True)
    )
    whole, rest = {"A": (11, {"b2": 6}), "N": (6, {"a2": 5, "b2": 6})}[wide]
    first = {wide: whole - 1, **rest, TOTAL: 16}
    third = by_film({"f": first, "g": {wide: None, **dict.fromkeys(rest, 0), TOTAL: None}}, {wide: whole, TOTAL: 17})
    frame = audit(LinkedTables((regions, coasts, third)[::order]), Outsider())
    assert frame.loc[frame["place"].eq(wide) & frame["film"].eq("g"), ["low", "verdict"]].to_numpy().tolist() == [
        [1, "exact"]
    ]


def test_members_meet_where_a_hierarchy_has_a_label_below_what_is_printed() -> None:
    """No table prints A, which lies in V: the table that is drawn up for both needs no A."""
    wide = places({"V": None, "W": 11, TOTAL: 13}, {"a1": "A", "A": "V", "a2": "V", "b1": "W"})
    kinds = CountTable(pd.DataFrame({"kind": ["x", "y", TOTAL], "count": [6, 7, 13], "mark": ""}), ("kind",), RULE)
    both = Coalition((Contributor(("V", TOTAL)), Contributor((TOTAL, "x"))))
    assert audit(LinkedTables((wide, kinds)), both)["low"].tolist() == [2]
