"""What one line says of one of its cells, told the way one would do the sum by hand."""

from dataclasses import dataclass

import numpy as np

from disclosure.audit import wording
from disclosure.audit.explaining.reasons import ByLines
from disclosure.audit.reading.cells import AGAINST_RULE, PERTURBED, PRIMARY, PRINTED, ROLES, ROUNDED, Numbers
from disclosure.audit.reading.system import System


@dataclass(frozen=True)
class OneLine:
    """One line with the bounds of its cells at the moment when it gave a bound to one of them.

    Args:
        system: the release as the attacker reads it.
        reason: the line and the bounds used with it.
        cell: the cell that is bounded.
    """

    system: System
    reason: ByLines
    cell: int

    @property
    def line(self) -> int:
        """The place of the line."""
        return self.reason.lines[0]

    @property
    def total(self) -> int:
        """The cell that is the total of the line."""
        return wording.total_of(self.system, self.line)

    def says(self, bound: int, *, upwards: bool | None) -> str:
        """The line as a sum in words; ``upwards`` is None where it gives the count itself."""
        limit = wording.limit(bound, upwards=upwards)
        parts = self._parts(upwards=bool(upwards) != (self.cell == self.total))
        if self.cell == self.total:
            name = wording.cell_name(self.system, self.cell)
            return wording.SUM.format(parts=wording.listed(parts), total=name, limit=limit)
        label = wording.label_in(self.system, self.line, self.cell)
        left = wording.left_for(limit, bound, label)
        return self._told_total(parts, upwards=bool(upwards)) + left

    def _told_total(self, parts: list[str], *, upwards: bool) -> str:
        """What is known of the line's total, and what of it others take."""
        low, high = int(self.reason.low[self.total]), int(self.reason.high[self.total])
        words = wording.limit(high if upwards else low, upwards=None if low == high else upwards)
        by_rule = self.system.cells.high if upwards else self.system.cells.low
        if ROLES[self.system.cells.role[self.total]] == PRIMARY and (high if upwards else low) == by_rule[self.total]:
            words = wording.HIDDEN_TOTAL.format(limit=words)
        template = wording.TOTAL_LESS if parts else wording.TOTAL_IS
        name = wording.cell_name(self.system, self.total)
        return template.format(total=name, limit=words, parts=wording.listed(parts))

    def _parts(self, *, upwards: bool) -> list[str]:
        """The other parts of the line: those printed, those found before, and those still hidden."""
        lines, system = self.system.lines, self.system
        entries = lines.entries_of(self.line)
        parts = lines.cell[entries[lines.sign[entries] > 0]]
        others = parts[parts != self.cell]
        known = self.reason.low[others] == self.reason.high[others]
        printed = known & np.isin(system.cells.role[others], [ROLES.index(PRINTED), *AGAINST_RULE])
        rounded = bool(np.isin(system.cells.role[others], [ROLES.index(ROUNDED), ROLES.index(PERTURBED)]).any())
        hidden = wording.HIDDEN_HOLD if self.cell == self.total else wording.HIDDEN_TAKE
        groups = (
            (others[printed], wording.PRINTED_TAKE, None),
            (others[~printed & known], wording.FOUND_TAKE, None),
            (others[~printed & ~known], wording.ROUNDED_TAKE if rounded else hidden, not upwards),
        )
        return [self._group(cells, template, bound) for cells, template, bound in groups if self._tells(cells, bound)]

    def _tells(self, cells: Numbers, upwards: bool | None) -> bool:
        """Whether some parts are worth a word: that they take 0, or at least 0, changes nothing."""
        ends: Numbers = self.reason.high if upwards else self.reason.low
        all_there_is = self.cell == self.total and upwards is not False
        return len(cells) > 0 and (all_there_is or bool(ends[cells].sum() > 0))

    def _group(self, cells: Numbers, template: str, upwards: bool | None) -> str:
        """How much some parts take together."""
        ends: Numbers = self.reason.high if upwards else self.reason.low
        return template.format(
            number=f"{wording.number(len(cells))} " if len(cells) > 1 else "",
            cells=wording.cells(len(cells)),
            hold=wording.HOLDS if len(cells) == 1 else wording.HOLD,
            limit=wording.limit(int(ends[cells].sum()), upwards=upwards),
        )
