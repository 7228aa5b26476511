"""The last word: the finished release goes through the audit, as anybody who receives it could do."""

import pandas as pd

from lessons.audit.cells import NO_LIMIT
from lessons.audit.verdicts import audit, exact_cells
from lessons.defences.hiding import Release
from lessons.defences.suppression_problem import SuppressionProblem, View


def unprotected(release: Release, problem: SuppressionProblem) -> list[str]:
    """Audit a finished release; name the primary cells that are not protected, and from whom.

    Args:
        release: what would be published.
        problem: what must be protected, and from whom.
    """
    return [found for view in problem.views for found in _unprotected_from(release, view, problem.told)]


def _unprotected_from(release: Release, view: View, told: pd.Series | None) -> list[str]:
    """The names of the cells that are not protected from one attacker."""
    if all(need.is_exactness for need in view.needs.values()):
        exact = exact_cells(release, view.attacker, primary=told).set_index("target")["exact"].to_dict()
        given_away = [name for name in _cells_by_name(view) if exact.get(name, True)]
    else:
        frame = audit(release, view.attacker, primary=told, why=False)
        high = frame["high"].fillna(NO_LIMIT)
        ranges = dict(zip(frame["target"], zip(frame["low"], high, strict=True), strict=True))
        given_away = [name for name, cell in _cells_by_name(view).items() if not _is_met(view, cell, ranges.get(name))]
    return [f"{name}, from {view.attacker}" for name in given_away]


def _cells_by_name(view: View) -> dict[str, int]:
    """The places of the cells that must be protected, by their names."""
    dimensions = len(view.system.dimensions)
    return {" | ".join(view.system.names(cell)[:dimensions]): cell for cell in view.needs}


def _is_met(view: View, cell: int, found: tuple[int, int] | None) -> bool:
    """Whether a range is wide enough for a cell; a printed one has none."""
    if found is None:
        return False
    count = int(view.count[cell])
    return view.needs[cell].met_by(up=int(found[1]) - count, down=count - int(found[0]))
