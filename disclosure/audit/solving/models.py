"""The same equations as a model that HiGHS can solve: in fractions, without conditions that no line can state."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.solving.equations import Equations

SOLVER_OPTIONS: Final = {
    "output_flag": False,
    "threads": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_feasibility_tolerance": 1e-9,
}
"""HiGHS shall say nothing and stop at the very best, not at a good one."""


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


def fractions_of(equations: Equations) -> Any:
    """A HiGHS model of a block: one number for each cell, one equation for each line; fractions count, too.

    Args:
        equations: what the counts must fulfil; conditions that no line can state are left out.
    """
    from scipy.sparse import csr_array

    solver, cells, none = empty_solver(), len(equations.low), np.zeros(0, dtype=np.int32)
    starts = np.zeros(cells, dtype=np.int32)
    ends = ends_in_fractions(equations)
    solver.addCols(cells, np.zeros(cells), equations.low.astype(float), ends, 0, starts, none, np.zeros(0))
    rows, sums = csr_array(equations.matrix), equations.sums.astype(float)
    starts, columns = rows.indptr[:-1].astype(np.int32), rows.indices.astype(np.int32)
    solver.addRows(len(sums), sums, sums, len(columns), starts, columns, rows.data.astype(float))
    return solver


def ends_in_fractions(equations: Equations) -> NDArray[np.float64]:
    """The upper bound of each cell as such a model takes it; shape (cells,)."""
    return np.where(equations.high >= NO_LIMIT, np.inf, equations.high.astype(float))
