"""What is left to do once the primary cells are hidden: often many of them cover each other.

A cell that can move far enough while nothing but primary cells is hidden can do so in every repair, for hiding more
takes no feasible table away. So the searches look at the other cells only; the last audit looks at all.
"""

from dataclasses import replace

import numpy as np

from disclosure.audit.solving.network import network_of
from disclosure.repair.protection import ProtectionLevels
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem
from disclosure.repair.verification import not_protected


def with_unmet_needs(problem: SuppressionProblem) -> SuppressionProblem:
    """The same question, with the needs alone that the cells do not meet that stand hidden in any case.

    Args:
        problem: what must be hidden, what may be, and who looks.
    """
    views = tuple(replace(view, needs=_unmet(problem, view)) for view in problem.views)
    return replace(problem, views=views)


def _unmet(problem: SuppressionProblem, view: AttackerSubproblem) -> dict[int, ProtectionLevels]:
    """The needs of one view that are not met yet; all, where it would take as long to tell as to meet them."""
    low, high = (np.where(problem.always, ends, view.count) for ends in (view.system.low, view.system.high))
    system = replace(view.system, low=low, high=high)
    if network_of(system, low, high)[1].any() and not all(need.is_exactness for need in view.needs.values()):
        return view.needs
    return {cell: view.needs[cell] for cell in not_protected(system, view)}
