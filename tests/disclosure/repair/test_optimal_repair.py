import numpy as np

from disclosure.repair.greedy_repair import greedy_repair
from disclosure.repair.optimal_repair import optimal_repair
from disclosure.repair.protection import Width
from tests.disclosure.repair.small_tables import table_of
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
