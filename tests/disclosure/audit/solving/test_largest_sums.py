import numpy as np
import pytest

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, disjunction_of_gap
from disclosure.audit.solving import largest_sums
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.integer import FeasibleTables
from disclosure.audit.solving.largest_sums import LargestSums, upper_bound
from disclosure.audit.solving.whole_numbers import WholeNumbers

SUM = np.array([[1, 1]])


def test_an_answer_that_its_duals_do_not_prove_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the solver had stopped too early, at counts that fit and are not the largest."""
    asked = []
    largest = WholeNumbers.largest
    monkeypatch.setattr(largest_sums, "upper_bound", lambda *_: NO_LIMIT)
    monkeypatch.setattr(
        WholeNumbers, "largest", lambda self, weights, **more: asked.append(weights) or largest(self, weights, **more)
    )
    two = Equations(SUM, np.array([6]), np.array([0, 0]), np.array([9, 4]), ())
    low, high = FeasibleTables(two).ranges(np.arange(2))
    assert (low.tolist(), high.tolist()) == ([2, 0], [6, 4])
    assert asked


def test_counts_that_do_not_fit_are_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the solver had counted a person too many."""
    monkeypatch.setattr(WholeNumbers, "largest", lambda *_, **more: np.array([4, 3]))
    gap = disjunction_of_gap(0, (1, 2))
    with pytest.raises(ArithmeticError, match="please report this table"):
        FeasibleTables(Equations(SUM, np.array([6]), np.array([0, 0]), np.array([9, 4]), (gap,)))


@pytest.mark.parametrize(("most", "is_limited"), [(5, True), (NO_LIMIT, False)])
def test_a_stand_in_for_no_limit_is_taken_for_none(most: int, is_limited: bool) -> None:
    """The second count is at most 2,000 times the first."""
    ratio = Disjunction(((LinearConstraint((0, 1), (2000, -1), 0, None),),))
    high = np.array([most, NO_LIMIT])
    sums = LargestSums(Equations(np.array([[0, 0]]), np.array([0]), np.zeros(2, dtype=int), high, (ratio,)))
    found = sums.table(np.array([0, 1]))
    assert found is not None and (found[1] == 10_000) == is_limited
    assert sums.is_limited(1, int(found[1])) == is_limited
    again = sums.table(np.array([0, 1]))
    assert again is not None and again[1] == found[1]


@pytest.mark.parametrize("conditions", [(), (disjunction_of_gap(0, (1, 2)),)])
def test_bounds_are_given_back_also_where_a_search_fails(conditions: tuple[Disjunction, ...]) -> None:
    sums = LargestSums(Equations(SUM, np.array([6]), np.array([0, 0]), np.array([9, 9]), conditions))
    first = np.array([1, 0])
    with pytest.raises(ZeroDivisionError), sums.bounded({0: (3, 4)}):
        assert (found := sums.table(first)) is not None and found.tolist() == [4, 2]
        raise ZeroDivisionError
    assert (found := sums.table(first)) is not None and found.tolist() == [6, 0]


def test_whatever_the_duals_are_the_bound_holds() -> None:
    rng = np.random.default_rng(0)
    for _ in range(50):
        counts, matrix = rng.integers(0, 9, 5), rng.integers(-1, 2, (3, 5))
        block = Equations(matrix, matrix @ counts, counts - rng.integers(0, 3, 5), counts + rng.integers(0, 3, 5), ())
        weights = rng.integers(-2, 3, 5)
        assert upper_bound(block, weights, rng.normal(0, 2, 3)) >= weights @ counts


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
