import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.repair.hiding import hide, primary_cells
from disclosure.repair.protection import Singletons, UnreachableError, Width
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables, Release, linked_tables
from disclosure.tables.percentages import Percentages
from tests.disclosure.audit import fuzz
from tests.disclosure.audit.brute_force import TooManyError
from tests.disclosure.repair.brute_force_repair import cheapest_price, leaks, price
from tests.disclosure.repair.small_tables import hidden_in, parity_table, table_of

Random = np.random.Generator


def some_defence(rng: Random, method: str = "greedy") -> SuppressComplementary:
    """Any of the defences: levels, attackers, zeros, marks."""
    threshold = int(rng.integers(2, 5))
    protect = ["exact", "exact", "exact", Width(2), "whole range"][rng.integers(5)]
    against = [(Outsider(),), (Outsider(), Singletons())][rng.integers(2)]
    zeros = str(rng.choice(["printed", "printed", "hidden", "may be hidden"]))
    cost, known = str(rng.choice(["people", "cells"])), bool(rng.random() < 0.5)
    return SuppressComplementary(threshold, protect, method, against, cost, zeros, known)  # type: ignore[arg-type]


def two_way(rng: Random) -> Release:
    return fuzz.random_world(rng, (1, *rng.integers(1, 4, size=2)), int(rng.integers(3, 9))).table(("film", "region"))


def three_way(rng: Random) -> Release:
    return fuzz.random_world(rng, (1, 2, 2, 2), 5).table(("film", "region", "age"))


def linked(rng: Random) -> Release:
    world = fuzz.random_world(rng, (1, 2, 2, 2), 4)
    chosen = [("film", "region"), ("film", "age"), ("region", "age")]
    return LinkedTables(tuple(world.table(by) for by in chosen[: rng.integers(2, 4)]))


def nested(rng: Random) -> Release:
    hierarchy = {"region": {"region0": "Aland", "region1": "Aland", "region2": "Bland"}}
    return fuzz.random_world(rng, (1, 2, 3), 6, hierarchy).table(("film", "region"))


KINDS = {two_way: 70, three_way: 10, linked: 10, nested: 15}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_promised_is_kept_by_enumeration(kind) -> None:
    """And what is refused cannot be had: even with all hidden that may be, some cell is not protected."""
    rng, seen = np.random.default_rng(53), Counter()
    while seen["kept"] + seen["refused"] < KINDS[kind]:
        truth, defence = kind(rng), some_defence(rng)
        try:
            seen[check(truth, defence)] += 1
        except TooManyError:
            seen["too many tables"] += 1
    assert seen["kept"] > KINDS[kind] / 4
    sys.stdout.write(f"{kind.__name__}: {dict(seen)}\n")


def check(truth: Release, defence: SuppressComplementary) -> str:
    """Hold one repair against enumeration."""
    try:
        release = defence(truth)
    except UnreachableError:
        assert leaks(truth, hide(truth, defence.rule, None), defence), f"{defence}\n{truth}"
        return "refused"
    assert leaks(truth, release, defence) == [], f"{defence}\n{truth}"
    return "kept"


def tiny(rng: Random) -> CountTable:
    """Two by two cells or fewer, with totals: few enough to try every choice of cells."""
    films, regions = [(2, 2), (2, 2), (1, 3), (1, 2), (2, 1)][rng.integers(5)]
    table = fuzz.random_world(rng, (1, films, regions), int(rng.integers(4, 9))).table(("film", "region"))
    assert isinstance(table, CountTable)
    return table


def test_the_optimum_is_the_cheapest_of_all_choices() -> None:
    """Every choice of cells of tiny tables is tried by enumeration, the cheapest first."""
    rng, seen = np.random.default_rng(18), Counter()
    while seen["cheaper than greedy"] + seen["as cheap"] < 24:
        truth, defence = tiny(rng), some_defence(rng, "optimal")
        try:
            repaired = defence.repair(truth)
            greedy = replace(defence, method="greedy").repair(truth)
            assert repaired.proved
            assert repaired.price == price(truth, repaired.release, defence) == cheapest_price(truth, defence)
            assert repaired.price <= greedy.price
            seen["as cheap" if repaired.price == greedy.price else "cheaper than greedy"] += 1
        except UnreachableError:
            assert cheapest_price(truth, defence) is None
            seen["refused"] += 1
        except TooManyError:
            seen["too many tables"] += 1
    sys.stdout.write(f"optimal: {dict(seen)}\n")


@pytest.mark.parametrize("kind", KINDS)
def test_the_optimum_keeps_its_promise_too_and_greedy_is_never_cheaper(kind: Callable[[Random], Release]) -> None:
    rng, kept = np.random.default_rng(12), 0
    while kept < 5:
        truth, defence = kind(rng), some_defence(rng, "optimal")
        try:
            repaired = defence.repair(truth)
            assert leaks(truth, repaired.release, defence) == [], f"{defence}\n{truth}"
            assert repaired.proved
            assert repaired.price == price(truth, repaired.release, defence)
            assert repaired.price <= replace(defence, method="greedy").repair(truth).price
            kept += 1
        except (UnreachableError, TooManyError):
            continue


def test_one_square_covers_one_cell() -> None:
    """(A, N) is 1 and can only rise; the square of 6, 8 and 7 is the cheapest that lets it."""
    table = table_of([1, 6, 9], [8, 7, 20], [9, 30, 30])
    for method in ("greedy", "optimal"):
        release = SuppressComplementary(5, method=method)(table)
        assert hidden_in(release) == {"A | N", "A | S", "B | N", "B | S"}
    assert release.grid().loc["A"].tolist() == ["c", "c", "9", "16"]
    assert release.rule == Rule(5, complementary_mark="c")


def test_a_count_at_its_bound_cannot_make_room() -> None:
    """5 is the smallest count that is not primary: who knows that it is complementary knows that it cannot fall."""
    table = table_of([1, 6, 9], [5, 7, 20], [9, 30, 30])
    square = {"A | N", "A | S", "B | N", "B | S"}
    assert hidden_in(SuppressComplementary(5, primary_known=False)(table)) == square
    knowing = SuppressComplementary(5)(table)
    assert hidden_in(knowing) == {"A | N", "A | S", "C | N", "C | S"}
    assert hidden_in(SuppressComplementary(5, primary_known=False, complementary_mark="x")(table)) == hidden_in(knowing)


def test_the_least_number_of_cells_is_not_the_least_number_of_people() -> None:
    """Four cells and 4 x 30 people, or six cells and few people: one longer way round goes through small counts."""
    table = table_of([1, 6, 90, 90], [90, 6, 6, 90], [6, 90, 6, 90], [90, 90, 90, 90])
    people, cells = (
        SuppressComplementary(3, method="optimal", cost=cost).repair(table) for cost in ("people", "cells")
    )
    assert (people.price, cells.price) == (30, 3)
    assert len(hidden_in(people.release)) == 6


def test_one_row_is_covered_in_its_totals_as_well() -> None:
    release = SuppressComplementary(5, method="optimal").repair(table_of([3, 9, 8]))
    assert hidden_in(release.release) == {"A | N", "total | N", "A | W", "total | W"}
    assert release.price == 16


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_one_cell_that_is_its_own_total_is_hidden_everywhere_and_open(method: str) -> None:
    release = SuppressComplementary(5, protect="whole range", method=method)(table_of([3]))
    assert release.is_hidden.all()
    assert audit(release, Outsider())["verdict"].eq("open").all()


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_where_nothing_is_small_nothing_is_hidden(method: str) -> None:
    for table in (table_of([9, 8], [7, 6]), table_of([0, 9], [7, 0])):
        repaired = SuppressComplementary(5, method=method).repair(table)
        assert not repaired.release.is_hidden.any()
        assert (repaired.price, repaired.gap) == (0, 0.0)


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_nobody_at_all_can_be_hidden_or_printed(method: str) -> None:
    table = table_of([6, 7], [8, 9])
    nobody = replace(table, cells=table.cells.assign(count=table.cells["count"] * 0))
    assert not SuppressComplementary(5, method=method)(nobody).is_hidden.any()
    assert SuppressComplementary(5, method=method, zeros="hidden")(nobody).is_hidden.all()


def test_the_whole_range_is_refused_with_the_cell_and_the_line() -> None:
    """A's total is hidden as well, but at least 2: its two cells hold somebody each. What can be had is said."""
    said = (
        r"^A \| total cannot be protected from an outsider.* 2 to 4\. .*A's total is at least 2\. "
        r"Nor can A \| N and A \| S\. What can be had .* \(protect='exact'\)\. It costs 17 people, "
        r"in complementary cells that add up to 34\. .* too much about each of the 3 cells that are to be protected\."
    )
    with pytest.raises(UnreachableError, match=said):
        SuppressComplementary(5, protect="whole range")(table_of([2, 2], [8, 9]))
    SuppressComplementary(5, protect=Width(2))(table_of([2, 2], [8, 9]))


def test_an_insider_opens_what_is_safe_from_outsiders() -> None:
    """Two people alone in their cells cover each other; each of them then knows the other's cell."""
    table = table_of([1, 6, 20], [6, 1, 20], [20, 20, 20])
    insider = Contributor(("A", "N"), alone=True)
    naive = SuppressComplementary(5)(table)
    aware = SuppressComplementary(5, against=(Outsider(), Singletons()), method="optimal")(table)
    assert exact_cells(naive, insider).set_index("target")["exact"]["B | S"]
    assert not exact_cells(aware, insider).set_index("target")["exact"]["B | S"]
    assert len(hidden_in(aware)) > len(hidden_in(naive))


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_cells_that_only_fractions_leave_open_are_repaired(method: str) -> None:
    """Everything primary is exact by parity, although half a move would fit; so complementary cells are needed."""
    table = parity_table()
    defence = SuppressComplementary(2, zeros="hidden", method=method, time_limit=4)
    repaired = defence.repair(table)
    assert repaired.price >= repaired.least > 0 or method == "greedy"
    small = primary_cells(table, defence.rule)
    assert not exact_cells(repaired.release, Outsider(), primary=small)["exact"][small].any()


def test_linked_tables_are_repaired_together() -> None:
    people = pd.DataFrame(
        {"film": list("AAAAAAABBBBBBBBB"), "region": list("NSSSSSSNNNNNSSSS"), "age": list("xyyyyyyxxxxxxyyy")}
    )
    linked = linked_tables(people, by=[("film", "region"), ("film", "age")])
    defence = SuppressComplementary(3)
    together, alone = defence(linked), linked.each(defence)
    small = primary_cells(linked, defence.rule)
    safe, leaking = (
        exact_cells(it, Outsider(), primary=small).set_index("target")["exact"] for it in (together, alone)
    )
    names = ["A | N | total", "A | total | x"]
    assert (safe[names].tolist(), leaking[names].tolist()) == ([False, False], [False, False])


def test_the_watch_is_told_and_time_that_runs_out_is_admitted(monkeypatch: pytest.MonkeyPatch) -> None:
    table = table_of([1, 6, 9], [8, 7, 20], [9, 30, 30])
    told: list[tuple[int, int, float]] = []
    SuppressComplementary(5, method="optimal").repair(table, watch=lambda *it: told.append(it))
    assert told[-1][:2] == (21, 21)
    hasty = SuppressComplementary(5, method="optimal")
    module = "disclosure.defences.complementary_suppression"
    monkeypatch.setattr(f"{module}.optimal_repair", lambda problem, start, limit, watch: (start, 0))
    repaired = hasty.repair(table)
    assert not repaired.proved
    assert repaired.gap == 1.0
    with pytest.warns(UserWarning, match="Complementary cells hide 21 people; a cheaper repair may exist"):
        assert hidden_in(hasty(table)) == hidden_in(repaired.release)


def test_people_are_counted_once_however_many_hidden_cells_lie_in_each_other() -> None:
    """47 people; 3 in one cell of a chain of single labels, and 9 beside it must cover each level of the chain."""
    people = pd.DataFrame({"code": ["1200Z"] * 3 + ["1300"] * 9 + ["1400"] * 35})
    chain = {"1200Z": "1200", "1200": "120", "1300": "130", "1400": "140"}
    repaired = SuppressComplementary(5).repair(count_table(people, by=("code",), hierarchies={"code": chain}))
    assert (repaired.price, repaired.once) == (18, 9)
    assert repaired.sentence.startswith("Complementary cells hide 9 people, in cells that add up to 18;")


def test_a_table_whose_totals_are_not_seen_is_refused() -> None:
    table = table_of([1, 6, 9], [8, 7, 20])
    bare = replace(table, cells=table.cells[~table.is_total])
    with pytest.raises(ValueError, match=r"the table by film and region has no totals.*Suppress"):
        SuppressComplementary(5)(bare)
    films = replace(table, cells=table.cells[table.cells["region"] == TOTAL])
    assert SuppressComplementary(5).repair(LinkedTables((bare, films))).price == 6


def test_a_repair_that_fails_the_audit_is_never_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong in the search, the last audit notices."""
    module = "disclosure.defences.complementary_suppression"
    monkeypatch.setattr(f"{module}.greedy_repair", lambda problem: problem.always)
    with pytest.raises(ArithmeticError, match=r"does not pass the audit \(A \| N, from Outsider\(\)\)"):
        SuppressComplementary(5)(table_of([1, 6], [8, 7]))


def test_it_prints_as_itself() -> None:
    assert repr(SuppressComplementary(5)) == "SuppressComplementary(threshold=5)"
    said = "SuppressComplementary(threshold=5, protect=Width(people=3), method='optimal', against=(Singletons(),))"
    assert repr(SuppressComplementary(5, Width(3), "optimal", (Singletons(),))) == said


def test_what_makes_no_sense_is_refused() -> None:
    for field, value in (("method", "best"), ("protect", "width"), ("against", ()), ("threshold", 1)):
        with pytest.raises(ValueError, match=field):
            SuppressComplementary(**{"threshold": 5, field: value})  # type: ignore[arg-type]
    table = table_of([1, 6], [8, 7])
    with pytest.raises(ValueError, match="no column of prices of that name"):
        SuppressComplementary(5, cost="cell")(table)
    with pytest.raises(ValueError, match="hidden or changed already"):
        SuppressComplementary(5)(Suppress(5)(table))
    with pytest.raises(ValueError, match="hidden or changed already"):
        SuppressComplementary(5)(RoundTo(5)(table))
    with pytest.raises(ValueError, match="printed cells only"):
        SuppressComplementary(5)(replace(table, totals_of="printed cells"))
    shares = replace(table, cells=table.cells.assign(p=1.0), percentages=(Percentages("p", None),))
    with pytest.raises(ValueError, match="percentages in 'p' cannot be protected"):
        SuppressComplementary(5)(shares)
    with pytest.raises(ValueError, match="column 'p' stands beside the counts"):
        SuppressComplementary(5)(replace(shares, percentages=()))
    with pytest.raises(ValueError, match="totals count more people than the labels cover"):
        SuppressComplementary(5)(replace(table, not_covered={"film": "others"}))
