"""Cells that are lost: what is in print already gives them away, whatever is hidden now."""

from dataclasses import replace

from disclosure.audit.reading.as_printed import as_printed, with_attacker_knowledge
from disclosure.repair.already_printed import together, unsaid
from disclosure.repair.hiding import hide
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem
from disclosure.repair.verification import not_protected
from disclosure.tables.linked_tables import LinkedTables, tables_in


def without_lost(problem: SuppressionProblem) -> SuppressionProblem:
    """Return the question without the demands that only what is in print already makes impossible.

    A cell is lost if it is not protected although all is hidden that may be, and would be without the tables in print;
    or if one of these prints it. So is a cell that only these have, if an attacker learns it from them alone.

    Args:
        problem: what must be hidden and protected, beside what is in print.
    """
    if not problem.already:
        return problem
    everything = hide(problem.office, problem.rule, None, problem.wishes)
    alone = together(everything, unsaid(problem.already))
    before = together(LinkedTables(unsaid(tables_in(everything))), problem.already)
    printed, so_far = as_printed(alone, problem.known_primary), as_printed(before)
    ours, views, lost = {int(cell) for rows in problem.rows for cell in rows}, [], set()
    for view in problem.views:
        known = set(not_protected(view.system, view))
        gone, old = known & ours, known - ours
        if gone:
            anyway = set(not_protected(with_attacker_knowledge(printed, view.attacker, alone), view))
            gone -= {cell for cell in anyway if not problem.settled.public[cell]}
        if old:
            gone |= old & set(not_protected(with_attacker_knowledge(so_far, view.attacker, before), view))
        views.append(_without(view, gone))
        lost |= gone
    return replace(problem, views=tuple(views), lost=tuple(sorted(lost)))


def _without(view: AttackerSubproblem, gone: set[int]) -> AttackerSubproblem:
    """One attacker's question without some demands."""
    return replace(view, needs={cell: need for cell, need in view.needs.items() if cell not in gone})
