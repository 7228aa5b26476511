"""The last word: the finished release goes through the audit, as anybody who receives it could do."""

from dataclasses import replace

import numpy as np

from disclosure.audit.reading.as_printed import as_printed, with_attacker_knowledge
from disclosure.audit.reading.system import System
from disclosure.audit.solving.findings import Findings, find_moving, find_ranges
from disclosure.audit.solving.network import network_of
from disclosure.repair.already_printed import together
from disclosure.repair.cheapest_moves import without_crossing
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem
from disclosure.tables.linked_tables import Release


def unprotected(release: Release, problem: SuppressionProblem) -> list[str]:
    """Audit a finished release; name the primary cells that are not protected, and from whom.

    Args:
        release: what would be published, beside what is in print already.
        problem: what must be protected, and from whom.
    """
    release = together(release, problem.already)
    printed = as_printed(release, problem.known_primary, problem.plain.also)
    names = {cell: problem.name(cell) for view in problem.views for cell in view.needs}
    return [
        f"{names[cell]}, from {view.attacker}"
        for view in problem.views
        for cell in not_protected(with_attacker_knowledge(printed, view.attacker, release), view)
    ]


def not_protected(system: System, view: AttackerSubproblem) -> list[int]:
    """The places of the cells that are not protected from one attacker.

    Args:
        system: what she reads.
        view: what must be protected from her.
    """
    left = _not_shown_by_flows(system, view) if system.gaps else list(view.needs)
    cells = np.array(left, dtype=np.int64)
    if all(view.needs[cell].is_exactness for cell in left):
        return [int(cell) for cell in cells[~find_moving(system, cells)]]
    return _not_met(find_ranges(system, cells), view, left)


def _not_shown_by_flows(system: System, view: AttackerSubproblem) -> list[int]:
    """The cells whose need no flow meets that crosses no gap: flows are fast, and most needs are met by them."""
    one_sided = without_crossing(replace(view, system=system)).system
    if network_of(one_sided, one_sided.low, one_sided.high)[1].any():
        return list(view.needs)
    return _not_met(find_ranges(one_sided), view, list(view.needs))


def _not_met(found: Findings, view: AttackerSubproblem, cells: list[int]) -> list[int]:
    """Those of some cells whose ranges are not what is needed."""
    up, down = found.high - view.count, view.count - found.low
    return [
        cell
        for cell in cells
        if not view.needs[cell].met_by(up=int(up[cell]), down=int(down[cell])) or _leaves_out(found, view, cell)
    ]


def _leaves_out(found: Findings, view: AttackerSubproblem, cell: int) -> bool:
    """Whether every count of a range must be possible for a cell, and one of them is not."""
    count, need = int(view.count[cell]), view.needs[cell]
    return need.every and bool(found.missing(cell, count - need.lower, count + need.upper))
