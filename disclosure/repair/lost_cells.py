"""Beside what is in print already: cells that are lost, and cells that can be protected less than was asked."""

from dataclasses import replace

import numpy as np

from disclosure.audit.reading.as_printed import as_printed, with_attacker_knowledge
from disclosure.audit.reading.system import System
from disclosure.audit.solving.findings import find_moving, find_ranges
from disclosure.repair.already_printed import alone, before, known_beside, places_in
from disclosure.repair.hiding import hide
from disclosure.repair.protection import ProtectionLevels
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem
from disclosure.repair.verification import not_protected


def without_lost(problem: SuppressionProblem) -> SuppressionProblem:
    """Return the question as it can still be asked beside what is in print already.

    A cell is lost if an attacker learns it from these tables alone, or if one of them prints it. Where they only take
    away room, so that the cell would be protected without them and is not with them although all is hidden that may be,
    the demand is cut to the room that is left. If none is left, the demand stands: the new tables themselves would give
    the cell away, by what they must print or by their marks, and that is refused.

    Args:
        problem: what must be hidden and protected, beside what is in print.
    """
    if not problem.already:
        return problem
    everything = hide(problem.office, problem.rule, None, problem.wishes)
    unsaid, in_print = alone(everything, problem.already), before(everything, problem.already)
    without = as_printed(unsaid, known_beside(problem.known_primary, unsaid), problem.plain.also)
    so_far = as_printed(in_print, also=problem.plain.also)
    views, lost, narrowed = [], set(), set()
    for view in problem.views:
        if not (unmet := set(not_protected(view.system, view))):
            views.append(view)
            continue
        gone = {cell for cell in unmet if problem.settled.public[cell]}
        gone |= _exact(with_attacker_knowledge(so_far, view.attacker, in_print), view, unmet - gone)
        left = view.without(gone)
        if less := unmet - gone:
            less -= _not_protected(with_attacker_knowledge(without, view.attacker, unsaid), left)
            left, cut = _cut(left, less)
            narrowed |= cut
        views.append(left)
        lost |= gone
    return replace(problem, views=tuple(views), lost=tuple(sorted(lost)), narrowed=tuple(sorted(narrowed - lost)))


def _exact(system: System, view: AttackerSubproblem, cells: set[int]) -> set[int]:
    """Those of some cells that cannot move in another reading than the view's own."""
    some = np.array(sorted(cells), dtype=np.int64)
    return set(some[~find_moving(system, places_in(view.system, system)[some])].tolist())


def _not_protected(system: System, view: AttackerSubproblem) -> set[int]:
    """The cells that are not protected in another reading. It has more rows: those that a table left out, of nobody."""
    at, count = places_in(view.system, system), np.zeros_like(system.low)
    count[at] = view.count
    there = {int(at[cell]): cell for cell in view.needs}
    needs = {place: view.needs[cell] for place, cell in there.items()}
    return {there[place] for place in not_protected(system, replace(view, system=system, count=count, needs=needs))}


def _cut(view: AttackerSubproblem, cells: set[int]) -> tuple[AttackerSubproblem, set[int]]:
    """Cut the demands of some cells to the room that they have if all is hidden that may be; which ones had any."""
    found = find_ranges(view.system, np.array(sorted(cells), dtype=np.int64))
    room = {cell: (int(found.high[cell] - view.count[cell]), int(view.count[cell] - found.low[cell])) for cell in cells}
    cut = {cell: _within(view.needs[cell], *moves) for cell, moves in room.items() if any(moves)}
    return replace(view, needs=view.needs | cut), set(cut)


def _within(need: ProtectionLevels, up: int, down: int) -> ProtectionLevels:
    """A demand that fits into the room above and below a count; of counts in between it asks nothing."""
    return replace(
        need,
        upper=min(need.upper, up),
        lower=min(need.lower, down),
        sliding=min(need.sliding, up + down),
        room_up=min(need.room_up, up),
        room_down=min(need.room_down, down),
        every=False,
    )
