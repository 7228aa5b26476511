"""The ranges of weighted counts: a linear program over real numbers, with whole numbers of people where these tell."""

from dataclasses import replace
from math import ceil, floor
from typing import Any, Final

import numpy as np

from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.weighted import ENDLESS, Reals, WeightedSystem
from disclosure.audit.solving.models import empty_solver
from disclosure.audit.solving.time_limit import solve

NO_NUMBERS: Final = "No numbers fit what is printed: the cells cannot add up to their totals."
PLACES: Final = 6
"""Solvers compute in floating point: their numbers are right to about so many places."""

LARGE: Final = 10**5
"""Larger numbers are handed to a solver in thousands, millions ...: among these it misses some that fit."""


def weighted_ranges(weighted: WeightedSystem) -> tuple[Reals, Reals]:
    """The smallest and the largest weighted count of each listed cell; shape (listed,). No limit is infinity.

    Raises:
        ContradictionError: no numbers fit.
    """
    unit = _unit(weighted)
    in_units = _in_units(weighted, unit)
    models = [_model(in_units, whole=False)]
    if weighted.least > 0 or weighted.largest < ENDLESS:
        models.append(_model(in_units, whole=True))
    for model in models:
        if _extreme(model, 0, 0.0) is None:
            raise ContradictionError(NO_NUMBERS)
    ends: dict[float, list[float]] = {1.0: [], -1.0: []}
    for cell in weighted.listed[0].tolist():
        for sign, found in ends.items():
            end = _extreme(models[0], cell, sign)
            if end is not None and len(models) > 1:  # without a limit in fractions there is none in whole numbers
                end = _extreme(models[1], cell, sign)
            found.append(ENDLESS if end is None else _outwards(end * unit, sign, unit))
    return np.array(ends[1.0]), np.array(ends[-1.0])


def _unit(weighted: WeightedSystem) -> int:
    """A power of ten in which no number is too large for a solver."""
    numbers = np.concatenate([weighted.low, weighted.high[weighted.high < ENDLESS], [weighted.least, 0.0]])
    largest = max(float(numbers.max()), weighted.largest if weighted.largest < ENDLESS else 0.0)
    return int(10 ** max(0, ceil(np.log10(max(largest, 1.0) / LARGE))))


def _in_units(weighted: WeightedSystem, unit: int) -> WeightedSystem:
    """The same weighted counts and weights in larger units; people are counted as before."""
    return replace(
        weighted,
        low=weighted.low / unit,
        high=weighted.high / unit,
        least=weighted.least / unit,
        largest=weighted.largest / unit,
    )


def _outwards(end: float, sign: float, unit: int) -> float:
    """An end to as many places as it is right; of larger units the next one further out, so that none is left out.

    Examples:
        >>> _outwards(2.5000000001, 1.0, unit=1), _outwards(0.1500001, -1.0, unit=100_000)
        (2.5, 0.2)
    """
    places = PLACES - len(str(unit)) + 1
    if unit == 1:
        return round(end, places) + 0.0
    steps = round(end * 10**places, 1)
    return float(floor(steps) if sign > 0 else ceil(steps)) / 10**places + 0.0


def _extreme(model: Any, cell: int, sign: float) -> float | None:
    """The smallest (sign 1) or largest (-1) weighted count of a cell; None if there is none."""
    from highspy import HighsModelStatus

    columns = model.getNumCol()
    cost = np.zeros(columns)
    cost[cell] = sign
    model.changeColsCost(columns, np.arange(columns, dtype=np.int32), cost)
    solve(model)
    if model.getModelStatus() == HighsModelStatus.kUnknown:  # a start from the last solution can mislead it
        model.clearSolver()
        solve(model)
    status = model.getModelStatus()
    if status == HighsModelStatus.kOptimal:
        return float(model.getSolution().col_value[cell])
    if status in (
        HighsModelStatus.kInfeasible,
        HighsModelStatus.kUnbounded,
        HighsModelStatus.kUnboundedOrInfeasible,
    ):
        return None
    raise ArithmeticError(f"the solver gave up ({status}): please report this table.")


def _model(weighted: WeightedSystem, *, whole: bool) -> Any:
    """A HiGHS model: weighted counts first, then numbers of people where weights are known; the same lines for both."""
    from highspy import HighsVarType, kHighsInf
    from scipy.sparse import block_diag, csr_array, eye_array, hstack, vstack

    cells, with_people = len(weighted.low), weighted.least > 0 or weighted.largest < ENDLESS
    low, high = np.maximum(weighted.low, 0), np.where(weighted.most == 0, 0.0, weighted.high)
    lines, ends = weighted.system.matrix, np.zeros((len(weighted.system.lines.dimension), 2))
    if with_people:
        one = eye_array(cells)
        largest = weighted.largest if weighted.largest < ENDLESS else 0.0
        weights = vstack([hstack([one, -weighted.least * one]), hstack([-one, largest * one])])
        lines = vstack([block_diag([lines, lines]), weights if largest else weights.tocsr()[:cells]])
        more = np.tile([0.0, ENDLESS], (lines.shape[0] - 2 * len(ends), 1))
        ends = np.vstack([ends, ends, more])
        low, high = np.concatenate([low, weighted.fewest]), np.concatenate([high, weighted.most])
    solver = empty_solver()
    for least, most in zip(low, high, strict=True):
        solver.addVar(float(least), kHighsInf if most == ENDLESS else float(most))
    rows = csr_array(lines)
    for row, (least, most) in enumerate(ends):
        at = slice(rows.indptr[row], rows.indptr[row + 1])
        indices, factors = rows.indices[at].astype(np.int32), rows.data[at].astype(float)
        solver.addRow(float(least), kHighsInf if most == ENDLESS else float(most), len(indices), indices, factors)
    if whole:
        people = np.arange(cells, len(low), dtype=np.int32)
        solver.changeColsIntegrality(len(people), people, np.full(len(people), HighsVarType.kInteger))
    return solver
