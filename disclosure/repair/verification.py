"""The last word: the finished release goes through the audit, as anybody who receives it could do."""

from disclosure.audit.reading.as_printed import as_printed, with_attacker_knowledge
from disclosure.audit.reading.system import System
from disclosure.audit.solving.findings import find_exact, find_ranges
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem
from disclosure.tables.linked_tables import Release


def unprotected(release: Release, problem: SuppressionProblem) -> list[str]:
    """Audit a finished release; name the primary cells that are not protected, and from whom.

    Args:
        release: what would be published.
        problem: what must be protected, and from whom.
    """
    printed = as_printed(release, problem.told)
    names = {cell: problem.name(cell) for view in problem.views for cell in view.needs}
    return [
        f"{names[cell]}, from {view.attacker}"
        for view in problem.views
        for cell in _given_away(with_attacker_knowledge(printed, view.attacker, release), view)
    ]


def _given_away(system: System, view: AttackerSubproblem) -> list[int]:
    """The places of the cells that are not protected from one attacker."""
    if all(need.is_exactness for need in view.needs.values()):
        exact = find_exact(system)
        return [cell for cell in view.needs if exact[cell]]
    found = find_ranges(system)
    up, down = found.high - view.count, view.count - found.low
    return [cell for cell, need in view.needs.items() if not need.met_by(up=int(up[cell]), down=int(down[cell]))]
