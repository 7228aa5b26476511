"""Why the audit says what it says: one sentence for each cell."""

from collections.abc import Sequence

import numpy as np

from disclosure.audit import wording
from disclosure.audit.explaining import printed_shares
from disclosure.audit.explaining.not_found import not_found
from disclosure.audit.explaining.one_line import OneLine
from disclosure.audit.explaining.open_cells import what_is_missing, what_is_open
from disclosure.audit.explaining.reasons import (
    ByLines,
    ByRule,
    ByWholeNumbers,
    Reason,
    Remainder,
    lines_needed,
    reason_by_cut,
    reason_by_fractions,
    reason_by_narrowing,
    remainder,
)
from disclosure.audit.explaining.what_fits import what_fits
from disclosure.audit.reading.cells import (
    AGAINST_RULE,
    COMPLEMENTARY,
    MUST_BE_PRINTED,
    NOT_COVERED,
    PERTURBED,
    PRIMARY,
    ROLES,
    ROUNDED,
    Numbers,
)
from disclosure.audit.reading.printed_elsewhere import PrintedElsewhere
from disclosure.audit.reading.system import System
from disclosure.audit.solving.findings import Findings
from disclosure.tables.count_table import PEOPLE


def reasons(findings: Findings, cells: Numbers) -> list[str]:
    """One sentence for each of some cells: why its range is no wider.

    Args:
        findings: the exact ranges and what proved them.
        cells: the places of the cells.
    """
    return [_why(findings, int(cell)) for cell in cells]


def reason_for(findings: Findings, cell: int, *, upwards: bool) -> Reason:
    """The simplest proof that a cell cannot be larger, or smaller, than it is found to be."""
    system, found = findings.system, findings.narrowing
    bound = int((findings.high if upwards else findings.low)[cell])
    if bound == (found.high if upwards else found.low)[cell]:
        return reason_by_narrowing(system, found, cell, upwards=upwards)
    edge = np.flatnonzero(findings.feasible_table.network.cell == cell)
    if len(edge):
        return reason_by_cut(findings.feasible_table, found, int(edge[0]), upwards=upwards)
    block = next(block for block in findings.blocks if cell in block.cells)
    lines = reason_by_fractions(system, found, block, cell, upwards=upwards)
    if lines and remainder(system, lines, cell).proves(lines, bound, upwards=upwards):
        return lines
    return lines_needed(system, found, block, cell, bound, upwards=upwards)


def _why(findings: Findings, cell: int) -> str:
    """Why one cell's range is no wider."""
    cells, low, high = findings.system.cells, int(findings.low[cell]), int(findings.high[cell])
    if cells.role[cell] in AGAINST_RULE:
        must = cells.role[cell] == ROLES.index(MUST_BE_PRINTED)
        template = wording.MUST_BE_PRINTED if must else wording.PRINTED_SMALL
        words = template.format(count=wording.span(low, high))
        return wording.sentence(_with_unused(words, findings, cell), findings.system.unit)
    is_open = low < high and findings.is_open(cell)
    words = "" if is_open else _reasons(findings, cell)
    words = _with_unused(words, findings, cell)
    return wording.sentence(words or what_is_open(findings, cell), findings.system.unit)


def _with_unused(words: str, findings: Findings, cell: int) -> str:
    """A reason, and what was not used where a cell is not exact."""
    low, high, unused = int(findings.low[cell]), int(findings.high[cell]), findings.system.unused
    return not_found(words, low, high, unused) if low < high and unused else words


def _reasons(findings: Findings, cell: int) -> str:
    """What proves the bounds of a cell that is exact or narrowed."""
    cells, low, high = findings.system.cells, int(findings.low[cell]), int(findings.high[cell])
    above, below = (reason_for(findings, cell, upwards=upwards) for upwards in (True, False))
    if low == high and (words := _told_at_once(findings, cell, above, below)):
        return words
    clauses = []
    if low == high or high < cells.open_high[cell]:
        clauses.append(_clause(findings, cell, above, upwards=True))
    if low == high or low > cells.open_low[cell]:
        clauses.append(_clause(findings, cell, below, upwards=False))
    if not clauses:
        return what_is_missing(findings, cell)
    by_rule_last = reversed(clauses) if isinstance(above, ByRule) else clauses
    return wording.BOTH.join(by_rule_last)


def _told_at_once(findings: Findings, cell: int, above: Reason, below: Reason) -> str:
    """The reason for an exact cell if one proof gives both bounds; else nothing."""
    system = findings.system
    if isinstance(above, ByRule) and isinstance(below, ByRule):
        alone = wording.ALONE if system.unit == PEOPLE else wording.ALL_HERS
        told, known = system.elsewhere.get(cell), system.high[cell] < system.cells.high[cell]
        if told and told.low == told.high:
            return _elsewhere(told, str(told.low))
        shares = [system.percentages.told.get((cell, upwards)) for upwards in (True, False)]
        if shares[0] and shares[0] == shares[1]:
            return printed_shares.share(shares[0], system.unit, upwards=None)
        if any(shares):
            return ""
        return (alone if known else wording.BY_RULE_ALONE).format(count=int(findings.low[cell]))
    for reason in (below, above):
        if isinstance(reason, ByLines):
            left = remainder(system, reason, cell)
            if left.times == 1 and not left.less and not left.more:
                return _by_lines(system, cell, reason, left, upwards=None)
    if isinstance(above, ByWholeNumbers) and isinstance(below, ByWholeNumbers):
        lines = list(dict.fromkeys([*above.lines, *below.lines]))
        fits = what_fits(system, lines, above.parts, above.people)
        return wording.ONLY_WHOLE.format(lines=fits, count=int(findings.low[cell]))
    return ""


def _clause(findings: Findings, cell: int, reason: Reason, *, upwards: bool) -> str:
    """The reason for one of the two bounds."""
    system, bound = findings.system, int((findings.high if upwards else findings.low)[cell])
    match reason:
        case ByLines():
            return _by_lines(system, cell, reason, remainder(system, reason, cell), upwards=upwards)
        case ByWholeNumbers(lines, parts, people):
            more, fits = wording.MORE if upwards else wording.FEWER, what_fits(system, lines, parts, people)
            return wording.WHOLE_NUMBERS.format(lines=fits, more=more, bound=bound)
        case _:
            return _by_rule(system, cell, bound, upwards=upwards)


def _by_rule(system: System, cell: int, bound: int, *, upwards: bool) -> str:
    """The bound that holds before any line is used."""
    limit = wording.limit(bound, upwards=upwards)
    if (system.high[cell] < system.cells.high[cell]) if upwards else (system.low[cell] > system.cells.low[cell]):
        return wording.KNOWN.format(limit=limit)
    if (share := system.percentages.told.get((cell, upwards))) and share.bound == bound:
        return printed_shares.share(share, upwards=upwards)
    told = system.elsewhere.get(cell)
    if told and bound == (told.high if upwards else told.low):
        return _elsewhere(told, limit)
    role, behind = ROLES[system.cells.role[cell]], int(system.cells.contributors[cell])
    if behind >= 0:
        template = wording.DOMINATED if cell in system.cells.dominance else wording.BEHIND
        return (template if behind else wording.NOBODY_BEHIND).format(number=behind, limit=limit)
    cells = system.cells
    beyond = bound < cells.open_high[cell] if upwards else bound > cells.open_low[cell]
    template = {
        PRIMARY: wording.TOLD_ELSEWHERE if beyond else wording.RULE_HIDES,
        NOT_COVERED: wording.UNPRINTED,
        COMPLEMENTARY: wording.MARK_TELLS,
        ROUNDED: wording.ROUNDS,
        PERTURBED: wording.PERTURBS,
    }.get(role, wording.ANY_HIDDEN)
    return template.format(limit=limit)


def _elsewhere(told: PrintedElsewhere, limit: str) -> str:
    """What another table prints of a cell, and the bound that follows where it prints it changed."""
    template = wording.ELSEWHERE if told.low == told.high else wording.ROUNDED_ELSEWHERE
    which = wording.THE_OTHER if told.of_two else wording.ANOTHER
    return template.format(which=which, dimensions=wording.listed(told.by), count=told.low, how=told.how, limit=limit)


def _by_lines(system: System, cell: int, reason: ByLines, left: Remainder, *, upwards: bool | None) -> str:
    """What follows for a cell when lines are put together; ``upwards`` is None where they give the count itself."""
    bound = left.bound(reason, upwards=bool(upwards))
    limit = wording.limit(bound, upwards=upwards)
    if len(reason.lines) == 1:
        return OneLine(system, reason, cell).says(bound, upwards=upwards)
    sign = np.sign(reason.times[0])
    added = [line for line, times in zip(reason.lines, reason.times, strict=True) if times * sign > 0]
    taken = [line for line, times in zip(reason.lines, reason.times, strict=True) if times * sign < 0]
    lines = wording.LINES.format(lines=_names(system, added))
    if taken:
        lines = wording.LINES_LESS.format(lines=_names(system, added), less=_names(system, taken))
    name = wording.cell_name(system, cell)
    if not left.less and not left.more and left.times == 1:
        if words := _hidden_together(system, reason, cell):
            return words + wording.left_for(limit, bound, name)
        return wording.CANCELS_OUT.format(lines=lines, limit=bound, cell=name)
    others = _others(left.less, reason, upwards=not upwards)
    against = _others(left.more, reason, upwards=bool(upwards))
    return wording.COMBINED.format(
        lines=lines,
        cell=name,
        others=wording.with_others(left.times, others),
        fixed=wording.compared(left.fixed, against, several=bool(others)),
        limit=limit,
    )


def _hidden_together(system: System, reason: ByLines, cell: int) -> str:
    """What some lines hide together, and what others hide of it, where all their totals are known; else nothing.

    For readers this is the idea of a long proof: both sides hold the same cells, but for one.
    """
    hidden = dict(zip(reason.lines, _hidden_sums(system, reason), strict=True))
    of_cell = system.lines.sign[system.lines.cell == cell].min()
    starts = [times for line, times in zip(reason.lines, reason.times, strict=True) if _contains(system, line, cell)]
    if None in hidden.values() or of_cell < 0 or len(starts) != 1 or set(map(abs, reason.times)) != {1}:
        return ""
    sides: dict[bool, list[int]] = {True: [], False: []}
    for line, times in zip(reason.lines, reason.times, strict=True):
        sides[times == starts[0]].append(line)
    whole, part = (sum(hidden[line] or 0 for line in sides[side]) for side in (True, False))
    if len(sides[True]) < 2 or not sides[False]:
        return ""
    return wording.TOGETHER_HIDE.format(
        added=_names(system, sides[True]),
        sum=whole,
        taken=_names(system, sides[False]),
        hide=wording.HIDES if len(sides[False]) == 1 else wording.HIDE,
        part=part,
    )


def _contains(system: System, line: int, cell: int) -> bool:
    """Whether a cell is in a line."""
    return bool((system.lines.cell[system.lines.entries_of(line)] == cell).any())


def _hidden_sums(system: System, reason: ByLines) -> list[int | None]:
    """What each of some lines hides: its total less its known parts; None where the total is not known."""
    sums: list[int | None] = []
    for line in reason.lines:
        entries = system.lines.entries_of(line)
        cells, signs = system.lines.cell[entries], system.lines.sign[entries]
        known = reason.low[cells] == reason.high[cells]
        sums.append(-int((signs * reason.low[cells])[known].sum()) if known[signs < 0].all() else None)
    return sums


def _others(cells: dict[int, int], reason: ByLines, *, upwards: bool) -> str:
    """Other hidden cells that remain, and how many people they hold at most, or at least."""
    ends = reason.high if upwards else reason.low
    people = sum(times * int(ends[cell]) for cell, times in cells.items())
    return wording.together(sum(cells.values()), wording.limit(people, upwards=upwards)) if cells else ""


def _names(system: System, lines: Sequence[int]) -> str:
    """Lines by their names."""
    return wording.listed([wording.line_name(system, line) for line in lines])
