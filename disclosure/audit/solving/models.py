"""The same equations as a model that HiGHS can solve, in whole numbers or in fractions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint, limited
from disclosure.audit.solving.equations import Equations

SOLVER_OPTIONS: Final = {
    "output_flag": False,
    "threads": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_feasibility_tolerance": 1e-9,
}
"""HiGHS shall say nothing and stop at the very best, not at a good one."""

ROOM_FOR_ROUNDING: Final = 1e-6
"""How far conditions on large numbers may be missed."""


PRESOLVED: Final = 10**4
"""With larger weights presolve may take whole numbers that fit for a contradiction: it rounds what it puts in."""


def empty_solver(**options: Any) -> Any:
    """A HiGHS model without anything in it.

    Args:
        options: further ones, or other ones in place of `SOLVER_OPTIONS`.
    """
    from highspy._core import _Highs  # Highs itself prints a banner before it can be told not to

    solver = _Highs()
    for option, value in {**SOLVER_OPTIONS, **options}.items():
        solver.setOptionValue(option, value)
    return solver


@contextmanager
def room_for_rounding(solver: Any) -> Iterator[None]:
    """Let a solver miss its conditions by a little, for a while: on large numbers none keeps them to the last digit.

    What it calls infeasible may be feasible then (`Equations.are_large`). Whoever asks checks the rounded answer.
    """
    usual = SOLVER_OPTIONS["mip_feasibility_tolerance"]
    solver.setOptionValue("mip_feasibility_tolerance", ROOM_FOR_ROUNDING)
    try:
        yield
    finally:
        solver.setOptionValue("mip_feasibility_tolerance", usual)


@contextmanager
def presolved_otherwise(solver: Any) -> Iterator[None]:
    """Let a solver that gave up begin anew, for a while: without presolve where it had it, and with it elsewhere."""
    usual = solver.getOptionValue("presolve")[1]
    solver.setOptionValue("presolve", "choose" if usual == "off" else "off")
    try:
        yield
    finally:
        solver.setOptionValue("presolve", usual)


def solver_for(equations: Equations, *, whole: bool = True, most: Numbers | None = None) -> Any:
    """A HiGHS model of a block: one number for each cell, one equation for each line, switches for disjunctions.

    Args:
        equations: what the counts must fulfil.
        whole: look for whole numbers only; otherwise fractions count, too.
        most: upper bounds of the cells, large enough where there is no limit; shape (cells,). By default `limited`.
    """
    from highspy import HighsVarType
    from scipy.sparse import csr_array

    solver, cells, none = empty_solver(), len(equations.low), np.zeros(0, dtype=np.int32)
    if most is None:
        most = limited(equations.low, equations.high, equations.sums, equations.disjunctions)
    high = ends_of_columns(equations, most, whole=whole)
    starts = np.zeros(cells, dtype=np.int32)
    solver.addCols(cells, np.zeros(cells), equations.low.astype(float), high, 0, starts, none, np.zeros(0))
    rows, sums = csr_array(equations.matrix), equations.sums.astype(float)
    starts, columns = rows.indptr[:-1].astype(np.int32), rows.indices.astype(np.int32)
    solver.addRows(len(sums), sums, sums, len(columns), starts, columns, rows.data.astype(float))
    if equations.disjunctions and ((equations.high >= NO_LIMIT).any() or _steepest(equations) > PRESOLVED):
        solver.setOptionValue("presolve", "off")  # it tightens large switches one person at a time
    for disjunction in equations.disjunctions:
        _add_disjunction(solver, disjunction, equations.low, most)
    if whole:
        columns = solver.getNumCol()
        kinds = np.full(columns, HighsVarType.kInteger)
        solver.changeColsIntegrality(columns, np.arange(columns, dtype=np.int32), kinds)
    return solver


def ends_of_columns(equations: Equations, most: Numbers, *, whole: bool) -> NDArray[np.float64]:
    """The upper bound that a solver is given for each cell; shape (cells,).

    Whole numbers and switches need a bound on every cell: without one the solver passes over tables that fit (seen in
    HiGHS 1.16). Whoever asks finds out beforehand which counts have no limit (`growing_cells`). Conditions on several
    cells at once are solved without: with large bounds the search for some of them does not end.

    Args:
        equations: what the counts must fulfil.
        most: upper bounds, large enough where there is no limit; shape (cells,).
        whole: whether whole numbers are looked for.
    """
    several = any(len(each.cells) > 1 for each in equations.disjunctions)
    if (whole or equations.disjunctions) and not several:
        return most.astype(float)
    return np.where(equations.high >= NO_LIMIT, np.inf, equations.high.astype(float))


def _steepest(equations: Equations) -> int:
    """The largest weight in the conditions of a block."""
    rows = (row for each in equations.disjunctions for rows in each.alternatives for row in rows)
    return max((abs(weight) for row in rows for weight in row.weights), default=0)


def _add_disjunction(solver: Any, disjunction: Disjunction, low: Numbers, high: Numbers) -> None:
    """One switch for each alternative; the rows of an alternative hold where its switch is on."""
    from highspy import kHighsInf

    first, certain = solver.getNumCol(), len(disjunction.alternatives) == 1
    switches = np.arange(first, first + len(disjunction.alternatives), dtype=np.int32)
    for _ in switches:
        solver.addVar(float(certain), 1.0)
    solver.addRow(1.0, kHighsInf, len(switches), switches, np.ones(len(switches)))
    for switch, rows in zip(switches, disjunction.alternatives, strict=True):
        for row in rows:
            least, most = row.reach(low, high)
            if row.high is not None and (certain or most > row.high):
                add_row(solver, replace(row, low=None), None if certain else (switch, most - row.high))
            if row.low is not None and (certain or least < row.low):
                add_row(solver, replace(row, high=None), None if certain else (switch, least - row.low))


def add_row(solver: Any, row: LinearConstraint, switch: tuple[int, int] | None = None) -> None:
    """Let a solver keep to a row; where a switch is off, its ends lie so much further out.

    Args:
        solver: the model, with a column for each cell.
        row: the row.
        switch: the column of the switch, and how far.
    """
    from highspy import kHighsInf

    low = -kHighsInf if row.low is None else float(row.low)
    high = kHighsInf if row.high is None else float(row.high)
    indices = np.array([*row.cells, *(switch or ())[:1]], dtype=np.int32)
    further = switch[1] if switch else 0
    weights = np.array([*row.weights, *(switch or ())[1:]], dtype=float)
    some = weights != 0
    solver.addRow(low + further, high + further, int(some.sum()), indices[some], weights[some])
