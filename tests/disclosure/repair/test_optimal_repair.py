from dataclasses import replace
from math import inf

import numpy as np

from disclosure.audit.attackers import Contributor
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.greedy_repair import greedy_repair
from disclosure.repair.optimal_repair import OptimalRepair, optimal_repair
from disclosure.repair.protection import Width
from disclosure.rules import Rule
from tests.disclosure.repair.small_tables import parity_table, table_of
from tests.disclosure.repair.test_suppression_problem import question

TABLE = table_of([1, 6, 9], [8, 7, 20], [9, 30, 30])


def test_a_poor_repair_is_replaced_by_the_cheapest() -> None:
    problem = question(TABLE)
    everything = problem.always | problem.may_hide
    best, least = optimal_repair(problem, everything, time_limit=30)
    assert problem.price(best) == least == 6 + 8 + 7


def test_without_time_the_start_is_kept_and_nothing_is_proved() -> None:
    problem = question(TABLE)
    everything = problem.always | problem.may_hide
    best, least = optimal_repair(problem, everything, time_limit=0)
    assert best.tolist() == everything.tolist()
    assert least == 0


def test_the_proven_least_price_rises_and_the_best_price_falls() -> None:
    rng = np.random.default_rng(3)
    problem = question(table_of(*rng.integers(2, 12, size=(6, 4)).tolist()), protect=Width(2))
    told: list[tuple[int, int, float]] = []
    start = greedy_repair(problem)
    best, least = optimal_repair(problem, start, 30, watch=lambda *it: told.append(it))
    prices, bounds = [it[0] for it in told], [it[1] for it in told]
    assert prices == sorted(prices, reverse=True)
    assert bounds == sorted(bounds)
    assert prices[0] == problem.price(start)
    assert problem.price(best) == least


def test_a_search_that_is_stopped_before_it_has_a_bound_keeps_what_it_has() -> None:
    """The solver's own bound is minus infinity then."""
    problem = question(parity_table(), Rule(2, zeros="hidden"))
    everything = problem.always | problem.may_hide
    search = OptimalRepair(problem, everything)
    while search.one_round(whole=False):
        pass
    proved = search.least
    search.chooser.choose_whole_cells()
    search.chooser.solver.setOptionValue("time_limit", 0.0)
    assert not search.one_round(whole=True)
    assert search.chooser.solver.getInfo().mip_dual_bound == -inf
    assert (search.best.tolist(), search.least) == (everything.tolist(), proved)


def test_a_choice_that_nobody_breaks_is_proved_beside_an_edition_in_print() -> None:
    """HiGHS took its last choice over at too low a price, and the search ended without proof."""
    first, second = table_of([0, 2, 0], [1, 2, 4]), table_of([0, 3, 0], [2, 3, 4])
    hidden = first.cells["count"].isin([1, 2, 3, 7]) | (first.cells["count"] == 4) & (first.cell_names == "total | S")
    marked = first.cells.assign(count=first.cells["count"].mask(hidden), mark=np.where(hidden, "c", ""))
    before = replace(first, cells=marked, rule=Rule(3, complementary_mark="c"))
    newcomer = Contributor(("B", "S", "newcomers"), alone=True)
    rest = {"cost": "cells", "zeros": "may be hidden", "complementary_mark": "c", "against": (newcomer,)}
    repaired = SuppressComplementary(2, protect=Width(2), method="optimal", **rest).repair(  # type: ignore[arg-type]
        second, already=before, relation="nested"
    )
    assert (repaired.price, repaired.proved) == (4, True)
