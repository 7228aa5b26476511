import numpy as np
import pytest

from disclosure.audit.reading.disjunctions import disjunction_of_gap
from disclosure.audit.solving import largest_sums
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.integer import FeasibleTables
from disclosure.audit.solving.largest_sums import LargestSums, upper_bound

SUM = np.array([[1, 1]])


def equations(total: int, *disjunctions: object) -> Equations:
    return Equations(SUM, np.array([total]), np.array([0, 0]), np.array([9, 4]), disjunctions)  # type: ignore[arg-type]


def test_two_counts_with_a_sum() -> None:
    low, high = FeasibleTables(equations(6)).ranges(np.arange(2))
    assert (low.tolist(), high.tolist()) == ([2, 0], [6, 4])


def test_a_gap_is_jumped() -> None:
    low, high = FeasibleTables(equations(6, disjunction_of_gap(0, (1, 4)))).ranges(np.arange(2))
    assert (low.tolist(), high.tolist()) == ([5, 0], [6, 1])


def test_no_filling_is_told() -> None:
    assert not FeasibleTables(equations(14)).possible


def test_what_fits_in_fractions_only_is_no_count() -> None:
    """Twice the one and the other are 7: in fractions the one goes up to 3.5, and the other down to 0."""
    odd = Equations(np.array([[2, 1]]), np.array([7]), np.array([0, 0]), np.array([9, 9]), ())
    low, high = FeasibleTables(odd).ranges(np.arange(2))
    assert (low.tolist(), high.tolist()) == ([0, 1], [3, 7])


def test_an_answer_that_its_duals_do_not_prove_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the solver had stopped too early, at counts that fit and are not the largest."""
    asked = []
    monkeypatch.setattr(largest_sums, "upper_bound", lambda *_: np.inf)
    whole_numbers = LargestSums._in_whole_numbers
    monkeypatch.setattr(
        LargestSums,
        "_in_whole_numbers",
        lambda self, weights: asked.append(weights) or whole_numbers(self, weights),  # type: ignore[func-returns-value]
    )
    test_two_counts_with_a_sum()
    assert asked


def test_whatever_the_duals_are_the_bound_holds() -> None:
    rng = np.random.default_rng(0)
    for _ in range(50):
        counts, matrix = rng.integers(0, 9, 5), rng.integers(-1, 2, (3, 5))
        block = Equations(matrix, matrix @ counts, counts - rng.integers(0, 3, 5), counts + rng.integers(0, 3, 5), ())
        weights = rng.integers(-2, 3, 5).astype(float)
        assert upper_bound(block, weights, rng.normal(0, 2, 3)) >= weights @ counts


def test_large_amounts_beside_gaps_are_no_contradiction() -> None:
    """Thousands of millions cannot add up to the ninth digit behind the point: the solver called them infeasible."""
    gaps = tuple(disjunction_of_gap(cell, (1, 1)) for cell in (2, 3))
    rows = np.array([[1, 0, 1, 0], [0, 1, 0, 1], [1, 1, 0, 0], [0, 0, 1, 1]])
    sums = np.array([7_010_000_300, 1_730_000_100, 7_610_000_300, 1_130_000_100])
    low = np.array([5_880_000_200, 600_000_000, 0, 0])
    high = np.array([7_010_000_300, 1_730_000_100, 1_130_000_100, 1_130_000_100])
    found = FeasibleTables(Equations(rows, sums, low, high, gaps))
    assert found.possible
    assert [each.tolist() for each in found.ranges(np.arange(4))] == [low.tolist(), high.tolist()]
    too_small = Equations(rows, sums, low, high - 2_000_000_000, gaps)
    assert not FeasibleTables(too_small).possible
