import numpy as np
import pytest

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.disjunctions import disjunction_of_gap
from disclosure.audit.solving import largest_sums
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.integer import FeasibleTables
from disclosure.audit.solving.largest_sums import LargestSums, upper_bound
from disclosure.audit.solving.time_limit import limited_to

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


def test_no_count_of_a_table_without_limits_is_passed_over() -> None:
    """Five sums of 17 amounts, most of them 0 or 3 and more; the second can be 3, and the solver found 215 at least."""
    rows = np.zeros((5, 17), dtype=int)
    for row, (total, parts) in zip(
        rows, {1: (4, 7), 14: (15, 16), 0: (1, 2), 3: (4, 5), 6: (7, 8)}.items(), strict=True
    ):
        row[total], row[list(parts)] = -1, 1
    low = np.array([983, 1, 3, 170, 0, 1, 813, 0, 0, 3, 1, 0, 813, 0, 1, 1, 0])
    gaps = tuple(disjunction_of_gap(cell, (1, 2)) for cell in (11, 9, 13, 12, 16, 3, 3, 6, 6, 0, 0, 4, 7, 8, 2))
    sums = np.array([0, 0, -207, -169, -38])
    found = FeasibleTables(Equations(rows, sums, low, np.full(17, NO_LIMIT), gaps))
    assert found.bound(1, upwards=False) == 3
    assert found.bound(1, upwards=True) == NO_LIMIT


@pytest.mark.parametrize("total", [10**9, 6 * 10**11, 10**15])
def test_alternatives_of_large_numbers_are_tried_one_by_one(total: int) -> None:
    """Two counts, each 0 or 3 and more: a switch as large as their sum was taken for on that was not."""
    gaps = tuple(disjunction_of_gap(cell, (1, 2)) for cell in (0, 1))
    most = np.array([total, total])
    found = FeasibleTables(Equations(SUM, np.array([total]), np.zeros(2, dtype=int), most, gaps))
    assert [each.tolist() for each in found.ranges(np.arange(2))] == [[0, 0], [total, total]]
    assert found.missing(0, range(5)) == [1, 2]


def test_a_search_among_amounts_beside_gaps_ends() -> None:
    """Three by three amounts of some 10**8, all hidden, six of them 0 or 3 and more: one count did not end."""
    rows = np.zeros((6, 8), dtype=int)
    for row, cells in zip(rows, [(0, 2, 5), (3, 6), (1, 4, 7), (0, 1), (2, 3, 4), (5, 6, 7)], strict=True):
        row[list(cells)] = 1
    sums = np.array([1225978257, 823420187, 1733313261, 1109782153, 1601911420, 1071018132])
    low = np.array([0, 0, 0, 0, 0, 1, 0, 1])
    gaps = tuple(disjunction_of_gap(cell, (1, 2)) for cell in (0, 1, 2, 3, 4, 6))
    high = np.array([int(sums[rows[:, cell] == 1].min()) for cell in range(8)]) - np.array([0, 0, 1, 0, 0, 1, 0, 1])
    with limited_to(60):
        found = FeasibleTables(Equations(rows, sums, low, high, gaps))
        ends = found.ranges(np.arange(8))
        assert found.missing(3, range(4)) == [1, 2]
    assert [each.tolist() for each in ends] == [[0, 0, 0, 0, 0, 1, 0, 1], high.tolist()]
