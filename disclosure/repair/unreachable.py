"""Why a promise cannot be kept: which cells cannot be protected, from whom, and what prevents it."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from disclosure.audit import wording
from disclosure.audit.attackers import Outsider
from disclosure.audit.explaining.sentences import reasons
from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.solving.findings import find_ranges
from disclosure.audit.solving.time_limit import OutOfTimeError
from disclosure.repair.protection import UnreachableError
from disclosure.repair.suppression_problem import AttackerSubproblem, SuppressionProblem
from disclosure.repair.verification import not_protected
from disclosure.repair.wishes import kept_in_print
from disclosure.tables.linked_tables import tables_in

MOST_NAMED: Final = 3
"""How many cells a sentence names; where there are more, it names one less, and says how many more there are."""

NO_WIDER: Final = "To hide more does not make that wider. Ask for a narrower range, or hide from a higher threshold on."
NO_TIME: Final = ", even if every cell is hidden that may be. There was no time to say why."
AS_WELL: Final = " Nor can {cells}."
BY_WISH: Final = " {cells} must be printed."


def unreachable(problem: SuppressionProblem, view: AttackerSubproblem, cell: int) -> UnreachableError:
    """Say which cells cannot be protected, and what prevents it even if all is hidden that may be.

    Args:
        problem: what must be hidden, and what may be.
        view: the attacker from whom the cells cannot be protected.
        cell: the place of the cell that was found first; the reason is given for this one.

    Raises:
        ArithmeticError: the audit says that it can be protected.
    """
    who = "an outsider" if isinstance(view.attacker, Outsider) else view.attacker
    words = f"{problem.name(cell)} cannot be protected from {who} as asked"
    try:
        unmet = not_protected(view.system, view)
        if cell not in unmet:
            raise ArithmeticError(
                f"{problem.name(cell)} can be protected, and no way was found: please report this table."
            )
        others = [problem.name(other) for other in unmet if other != cell]
        return UnreachableError(f"{words}: {_known_of(view, cell)}{_and_others(problem, others)}")
    except OutOfTimeError:
        return UnreachableError(f"{words}{NO_TIME}")


def _known_of(view: AttackerSubproblem, cell: int) -> str:
    """What an attacker knows of one cell if all is hidden that may be, and why she knows it."""
    wanted = np.array([cell])
    findings = find_ranges(view.system, wanted)
    low, high = int(findings.low[cell]), int(findings.high[cell])
    span = wording.span(low, high) if high < NO_LIMIT else f"{low} to any number"
    is_open = low < high and findings.is_open(cell) and not view.system.unused
    limit = NO_WIDER if is_open else reasons(findings, wanted)[0]
    return f"even if every cell is hidden that may be, it is known to be {span}. {limit}"


def _and_others(problem: SuppressionProblem, others: Sequence[str]) -> str:
    """The other cells that cannot be protected, and the wishes that keep cells in print."""
    printed = kept_in_print(problem.office, problem.wishes)
    of_each = zip(tables_in(problem.office), printed, strict=True)
    kept = list(dict.fromkeys(name for table, shown in of_each for name in table.cell_names[shown]))
    sentence = AS_WELL.format(cells=some_of(others)) if others else ""
    return sentence + (BY_WISH.format(cells=some_of(kept)) if kept else "")


def some_of(names: Sequence[str]) -> str:
    """Name some cells, a few of them if there are many.

    Examples:
        >>> some_of(["A | N"]), some_of(list("ABC")), some_of(list("ABCDEFGH"))
        ('A | N', 'A, B and C', 'A, B and 6 more')
    """
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
