"""Complementary suppression of amounts, held against enumeration from the contributions."""

import sys
from collections import Counter
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.hiding import hide
from disclosure.repair.protection import Singletons, UnreachableError
from disclosure.repair.singletons import attackers_of
from disclosure.rules import NKRule, PPercentRule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.magnitude_table import CONTRIBUTORS, magnitude_table
from tests.disclosure.audit.brute_force import TooManyError
from tests.disclosure.repair.brute_force_amounts import (
    Contributions,
    Random,
    cheapest_price,
    leaks,
    scaled,
    some_contributions,
)
from tests.disclosure.repair.small_tables import hidden_in

KINDS = {"two-way": 14, "nested": 5, "three-way": 3, "linked": 4, "one line": 6, "crowded": 14}
SEEDS = {"crowded": 79}
"""Tables that tell a level below that is left out, halved, or short by one unit."""


def some_defence(rng: Random, method: str = "greedy") -> SuppressComplementary:
    """Any of the defences for amounts: rules, attackers, zeros, marks."""
    p, n, k = int(rng.choice([10, 30, 60, 100])), int(rng.integers(1, 3)), int(rng.choice([60, 75, 90]))
    protect = str(rng.choice(["handbook", "handbook", "handbook", "exact"]))
    below = ["as above", "as above", 0, int(rng.integers(1, 6))][rng.integers(4)]
    return SuppressComplementary(
        dominance=PPercentRule(p) if rng.random() < 0.6 else NKRule(n, k),
        protect=protect,  # type: ignore[arg-type]
        below=below if protect == "handbook" else "as above",  # type: ignore[arg-type]
        method=method,  # type: ignore[arg-type]
        against=[(Outsider(),), (Outsider(), Singletons())][rng.integers(2)],
        cost=str(rng.choice(["people", "cells"])),  # type: ignore[arg-type]
        zeros=str(rng.choice(["printed", "printed", "may be hidden"])),  # type: ignore[arg-type]
        primary_known=bool(rng.random() < 0.6),
        complementary_mark=str(rng.choice(["c", "c", "x"])),
    )


def check(truth: Contributions, defence: SuppressComplementary) -> str:
    """Hold one repair against enumeration; what is refused cannot be had even with all hidden that may be."""
    try:
        release = defence(truth.office)
    except UnreachableError:
        assert leaks(truth, hide(truth.office, defence.rule, None), defence), f"{defence}\n{truth}"
        return "refused"
    assert leaks(truth, release, defence) == [], f"{defence}\n{truth}"
    return "kept"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_promised_is_kept_by_enumeration(kind: str) -> None:
    seen = run(kind, KINDS[kind], np.random.default_rng(SEEDS.get(kind, 53)))
    assert seen["kept"] > 2
    sys.stdout.write(f"{kind}: {dict(seen)}\n")


def run(kind: str, cases: int, rng: Random, method: str = "greedy") -> Counter[str]:
    """Hold so many repairs of one kind against enumeration."""
    seen = Counter[str]()
    while seen["kept"] + seen["refused"] < cases:
        truth, defence = some_contributions(rng, kind), some_defence(rng, method)
        try:
            seen[check(truth, defence)] += 1
        except TooManyError:
            seen["too many tables"] += 1
    return seen


def test_the_optimum_is_the_cheapest_of_all_choices() -> None:
    """Every choice of cells of tiny tables is tried, the cheapest first."""
    rng, seen = np.random.default_rng(7), Counter[str]()
    while seen.total() < 6:
        truth, defence = some_contributions(rng, "one line" if rng.random() < 0.5 else "two-way"), some_defence(rng)
        if len(truth.rows["region"].unique()) > 2:
            continue
        try:
            repaired = replace(defence, method="optimal").repair(truth.office)
            greedy = defence.repair(truth.office)
            assert repaired.proved
            assert repaired.price == cheapest_price(truth, defence), f"{defence}\n{truth}"
            assert repaired.price <= greedy.price
            seen["as cheap" if repaired.price == greedy.price else "cheaper than greedy"] += 1
        except (TooManyError, UnreachableError):
            continue
    sys.stdout.write(f"optimal: {dict(seen)}\n")


def amounts(cells: dict[str, list[int]], **more: object) -> CountTable:
    """A table of films and regions from the contributions to each cell, each by somebody else."""
    rows = [(cell[0], cell[1], minutes) for cell, parts in cells.items() for minutes in parts]
    frame = pd.DataFrame(rows, columns=["film", "region", "minutes"]).assign(viewer_id=lambda it: it.index)
    return magnitude_table(frame, by=("film", "region"), largest=2, **more)  # type: ignore[arg-type]


CROWD = [100] * 6
ONE_LOUD = {"AN": [900, 80, 20], "AS": [20] * 3, "AW": CROWD, "BN": CROWD, "BS": CROWD, "BW": CROWD}
"""(A, N) is 1000 and dominated: 20 are left beside the first two, and 10 % of 900 is 90, so U is 70."""


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_a_cover_must_be_able_to_fall_by_the_level(method: str) -> None:
    """(A, S) is 60 and can fall to 3, which is not 70; with p = 9 the level is 61; with p = 8 it is 52."""
    table = amounts(ONE_LOUD)
    for p, cover in ((10, "AW"), (9, "AW"), (8, "AS")):
        defence = SuppressComplementary(dominance=PPercentRule(p), method=method)  # type: ignore[arg-type]
        release = defence(table)
        assert hidden_in(release) == {f"{film} | {region}" for film in "AB" for region in ("N", cover[1])}
        row = audit(release, Outsider(), primary=release.cell_names == "A | N").set_index("target").loc["A | N"]
        assert row["high"] >= 1000 + 9 * p - 20


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_the_cell_across_must_be_able_to_fall_by_the_level_below(method: str) -> None:
    """If (A, N) falls by 70, so does the cell across. (B, S) is 60 and can fall to 3: that is 57."""
    table = amounts(ONE_LOUD | {"AS": [100] * 5, "BS": [20] * 3})
    for below, cover in ((0, "S"), (57, "S"), (58, "W"), ("as above", "W")):
        defence = SuppressComplementary(dominance=PPercentRule(10), below=below, method=method)  # type: ignore[arg-type]
        repaired = defence.repair(table)
        assert isinstance(repaired.release, CountTable) and repaired.cut_below == ()
        assert hidden_in(repaired.release) == {f"{film} | {region}" for film in "AB" for region in ("N", cover)}
        row = audit(repaired.release, Outsider(), primary=repaired.release.cell_names == "A | N").set_index("target")
        assert row.loc["A | N", "high"] >= 1_070 and row.loc["A | N", "low"] <= 1_000 - (
            70 if below == "as above" else below
        )


def test_where_there_is_no_room_below_a_repair_with_room_above_is_named() -> None:
    """All totals must be printed, so that (B, S) must fall as far as (A, N): 57, where 70 is asked for."""
    table = amounts(
        {cell: parts for cell, parts in (ONE_LOUD | {"BS": [20] * 3, "AS": CROWD}).items() if cell[1] != "W"}
    )
    totals = tuple((film, region) for film in ("A", "B", "total") for region in ("N", "S", "total"))
    defence = SuppressComplementary(dominance=PPercentRule(10), must_print=tuple(t for t in totals if "total" in t))
    with pytest.raises(
        UnreachableError, match=r"What can be had instead .* gives .* room above .* \(below=0\)\. It costs 1260 "
    ):
        defence(table)
    assert replace(defence, below=57).repair(table).price == 1_260


def test_a_level_below_is_cut_where_an_attacker_knows_more_and_the_repair_says_so() -> None:
    """p = 50 asks for 430. Who has 900 of the 1,000 takes less than 900 and the two others to be impossible."""
    bea, ada = (Contributor(("A", "N"), amount=minutes) for minutes in (900, 80))
    defence = SuppressComplementary(dominance=PPercentRule(50), against=(Outsider(), ada, bea))
    repaired = defence.repair(amounts(ONE_LOUD, contributors=True))
    (said,) = repaired.cut_below
    assert said == (f"A | N has 98 of the 430 asked for below: whatever is hidden, {bea} knows that it is 902 or more.")
    assert "cut_below: 1" in repaired.sentence
    assert replace(defence, below=98).repair(amounts(ONE_LOUD, contributors=True)).cut_below == ()


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_a_complementary_cell_has_three_contributors_so_it_cannot_fall_below_three(method: str) -> None:
    """(A, N) is 1088 and U is 2. (A, S) is 3, the least that it can be: hidden it costs little, and covers nothing."""
    table = amounts(ONE_LOUD | {"AN": [900, 100, 88], "AS": [1, 1, 1]})
    defence = SuppressComplementary(dominance=PPercentRule(10), method=method)  # type: ignore[arg-type]
    assert hidden_in(defence(table)) == {"A | N", "A | W", "B | N", "B | W"}


def test_what_is_published_tells_no_contributors() -> None:
    release = SuppressComplementary(dominance=PPercentRule(10))(amounts(ONE_LOUD, contributors=True))
    assert list(release.cells) == ["film", "region", "count", "mark", CONTRIBUTORS]
    assert release.dominance == PPercentRule(10, complementary_mark="c")


def test_two_who_are_alone_cover_each_other_until_one_of_them_looks() -> None:
    table = amounts(
        {
            "AN": [50],
            "AS": CROWD,
            "AW": CROWD,
            "BN": CROWD,
            "BS": [70],
            "BW": CROWD,
            "CN": CROWD,
            "CS": CROWD,
            "CW": CROWD,
        }
    )
    insider = Contributor(("A", "N"), alone=True, amount=50)
    assert attackers_of(table, [Singletons()]) == (insider, Contributor(("B", "S"), alone=True, amount=70))
    naive = SuppressComplementary(dominance=PPercentRule(10))(table)
    aware = SuppressComplementary(dominance=PPercentRule(10), against=(Outsider(), Singletons()))(table)
    assert exact_cells(naive, insider).set_index("target")["exact"]["B | S"]
    assert not exact_cells(aware, insider).set_index("target")["exact"]["B | S"]


def test_one_person_who_is_alone_in_two_cells_knows_both() -> None:
    rows = [
        ("A", "N", 1, 50),
        ("A", "S", 1, 60),
        ("A", "W", 2, 70),
        *[("B", x, v, 100) for x in "NSW" for v in range(9)],
    ]
    frame = pd.DataFrame(rows, columns=["film", "region", "viewer_id", "minutes"])
    table = magnitude_table(frame, by=("film", "region"), largest=2)
    hers = tuple(Contributor(("A", x), alone=True, amount=n) for x, n in (("N", 50), ("S", 60)))
    both = Coalition(hers, one_person=True)
    other = Contributor(("A", "W"), alone=True, amount=70)
    assert attackers_of(table, [Singletons()]) == (both, other)
    aware = SuppressComplementary(dominance=PPercentRule(10), against=(Outsider(), Singletons()))(table)
    assert not exact_cells(aware, both).set_index("target")["exact"]["A | W"]
    with pytest.raises(ValueError, match=r"magnitude_table\(..., largest=1\)"):
        attackers_of(magnitude_table(frame, by=("film",)), [Singletons()])


def test_what_is_hers_in_two_linked_tables_is_counted_once() -> None:
    """Film A is all hers: 5 minutes, printed by region and by age. Nothing of others is left there to protect."""
    rows = [
        ("A", "N", "x", 1, 2),
        ("A", "S", "y", 1, 3),
        *[("B", r, a, n, 50) for r in "NS" for a in "xy" for n in range(3)],
    ]
    frame = pd.DataFrame(rows, columns=["film", "region", "age", "viewer_id", "minutes"])
    linked = LinkedTables(tuple(magnitude_table(frame, by=("film", x), largest=2) for x in ("region", "age")))
    (hers,) = attackers_of(linked, [Singletons()])
    assert isinstance(hers, Coalition)
    assert {member.cell for member in hers.members} == {
        ("A", "N", TOTAL), ("A", "S", TOTAL), ("A", TOTAL, "x"), ("A", TOTAL, "y")
    }  # fmt: skip
    release = SuppressComplementary(dominance=PPercentRule(10), against=(Outsider(), Singletons()))(linked)
    known = audit(release, hers).set_index("target")
    assert known.loc["A | total | total", ["low", "high"]].tolist() == [5, 5]


def test_two_profiles_of_one_household_dominate_together() -> None:
    """Four persons with 300, 300, 100 and 90 are fine under p = 30: 190 are left, 90 is the least. A household of the
    first two has 600: 90 are left beside the second household, and 180 is the least."""
    views = pd.DataFrame(
        [("A", "v1", "h1", 200), ("A", "v1", "h1", 100), ("A", "v2", "h1", 300), ("A", "v3", "h2", 100),
         ("A", "v4", "h3", 90), *[("B", f"w{i}", f"g{i}", 100) for i in range(9)]],
        columns=["film", "viewer_id", "household_id", "minutes"],
    )  # fmt: skip
    defence = SuppressComplementary(dominance=PPercentRule(30))
    persons, households = (
        magnitude_table(views, by=("film",), person=person, largest=2, contributors=True)
        for person in ("viewer_id", "household_id")
    )
    assert (persons.cells["count"] == households.cells["count"]).all()
    assert (persons.cells[CONTRIBUTORS].tolist(), households.cells[CONTRIBUTORS].tolist()) == ([4, 9, 13], [3, 9, 12])
    assert not defence(persons).is_hidden.any()
    assert defence(households).cells.loc[defence(households).is_hidden, "film"].tolist()[0] == "A"


def test_households_are_protected_at_least_as_much_as_their_persons() -> None:
    """Largest contributions only grow when persons are put together: so the rule is stricter, and the level higher."""
    rng = np.random.default_rng(3)
    for _ in range(300):
        parts, household = rng.integers(0, 50, size=6), rng.integers(0, 4, size=6)
        together = np.bincount(household, parts).astype(int)
        persons, households = (sorted(map(int, it), reverse=True) for it in (parts, together))
        for rule in (PPercentRule(10), PPercentRule(80), NKRule(1, 60), NKRule(2, 75)):
            total, n = sum(persons), rule.contributors
            assert rule.dominates(households[:n], total) or not rule.dominates(persons[:n], total)
            assert rule.protection_level(households[:n], total) >= rule.protection_level(persons[:n], total)


def test_a_million_times_as_much_is_protected_as_well() -> None:
    """Levels and rooms grow with the amounts; only what is known of the smallest amounts does not."""
    rng, done = np.random.default_rng(11), 0
    while done < 2:
        truth = some_contributions(rng, "two-way")
        defence = replace(some_defence(rng, "optimal"), zeros="printed", protect="handbook")
        small, large = defence.repair(truth.office), defence.repair(scaled(truth, 1_000_000).office)
        assert small.proved and large.proved
        scale = 1_000_000 if defence.cost == "people" else 1
        assert large.price <= small.price * scale
        done += 1


@pytest.mark.parametrize("times", [1, 30, 100, 10**6])
def test_wide_gaps_of_amounts_refuse_no_repair(times: int) -> None:
    """Where zeros may be hidden, a covering amount is 0 or large: gaps too wide for a solver of fractions."""
    minutes = {("a", "N"): [9, 1], ("a", "S"): [5, 5, 6], ("b", "N"): [5, 4, 6], ("b", "S"): [7, 6, 8]}
    rows = [(film, region, each * times) for (film, region), them in minutes.items() for each in them]
    frame = pd.DataFrame(rows, columns=["film", "region", "minutes"]).assign(viewer_id=range(len(rows)))
    table = magnitude_table(frame, by=("film", "region"), largest=2)
    prices = [
        SuppressComplementary(dominance=PPercentRule(20), zeros=zeros, method=method).repair(table).price  # type: ignore[arg-type]
        for zeros in ("printed", "may be hidden")
        for method in ("greedy", "optimal")
    ]
    assert prices == [52 * times] * 4


def test_what_makes_no_sense_is_refused() -> None:
    rule, people = PPercentRule(10), count_table(pd.DataFrame({"film": ["A"]}), by=("film",))
    for words, fields in {
        "choose one": {},
        "choose one:": {"threshold": 5, "dominance": rule},
        "written as dominance=": {"threshold": rule},
        "secret=True": {"dominance": PPercentRule(10, secret=False)},
        "'handbook'": {"dominance": rule, "protect": "whole range"},
        "zeros is 'hidden'": {"dominance": rule, "zeros": "hidden"},
        "below is -1: choose 'as above'": {"dominance": rule, "below": -1},
        "below is 'as much'": {"dominance": rule, "below": "as much"},
        "protect='handbook' only": {"dominance": rule, "protect": "exact", "below": 3},
        "Leave it out": {"threshold": 5, "below": 0},
    }.items():
        with pytest.raises(ValueError, match=words):
            SuppressComplementary(**fields)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"counts minutes.*choose dominance=\.\.\."):
        SuppressComplementary(5)(amounts(ONE_LOUD))
    with pytest.raises(ValueError, match=r"counts people.*choose threshold=\.\.\."):
        SuppressComplementary(dominance=rule)(people)
    with pytest.raises(ValueError, match=r"largest=2"):
        frame = pd.DataFrame({"film": ["A"], "viewer_id": [1], "minutes": [5]})
        SuppressComplementary(dominance=rule)(magnitude_table(frame, by=("film",), largest=1))
