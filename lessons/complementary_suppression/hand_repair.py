"""A repair by hand: the learner chooses further cells to hide until the audit is content, then sees the cheapest.

All of it happens in the page, without the kernel: `teaching/widgets/hand_repair.js` asks the small audit beside it.
"""

from dataclasses import replace
from typing import Any, Final

import anywidget
import numpy as np
import traitlets

from disclosure.audit.states import LETTERS
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.repaired import Repaired
from disclosure.repair.hiding import hide
from disclosure.repair.protection import Protection, Width
from disclosure.tables.count_table import CountTable
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.repaired_table import COVER, PRINTED_LETTER, ZERO, letters_of, table_in_words
from lessons.complementary_suppression.sweep import hidden_cells
from teaching.charts.offline import draw_offline
from teaching.widgets.chart_script import hand_out_script, loader
from teaching.widgets.scripts import styles

_LETTERS: Final = LETTERS | {"cover": COVER, "printed": PRINTED_LETTER, "zero": ZERO}
"""What became of a cell -> its letter."""


def repair_by_hand(table: CountTable, *, threshold: int, protect: Protection = "exact") -> "HandRepair":
    """Show a small table with its small counts hidden, and let the learner hide further cells until none is known.

    Args:
        table: a small two-way table with totals as it was counted, nothing hidden. Zeros are printed and stay so.
        threshold: the smallest count that may be printed, in people.
        protect: when a small cell is protected (see `disclosure.repair.protection`).

    Returns:
        The table, its audit in a sentence, and three buttons: one step back, start again, show the cheapest repair.

    Raises:
        ValueError: the table has not two dimensions, sums over groups of labels or statistics besides its totals, some
            of it is hidden or rounded already, or no choice of cells can keep the promise.
    """
    return HandRepair(table, SuppressComplementary(threshold, protect=protect, method="optimal", time_limit=20))


class HandRepair(anywidget.AnyWidget):
    """The table, the buttons, and what ties them together.

    Args:
        table: a small two-way table as it was counted, nothing hidden.
        defence: what the learner shall promise, and how the cheapest repair is found.

    Attributes:
        figure: all that the page needs: the table, the promise, the cheapest repair, and all sentences.
        pressed: the places of the cells that the learner has hidden, smallest first.
        release: the table as the learner would publish it now.
    """

    _esm = loader("hand_repair")
    _css = styles("table_control", "button_control", "hand_repair")

    figure = traitlets.Dict().tag(sync=True)
    pressed = traitlets.List(traitlets.Int()).tag(sync=True)

    def __init__(self, table: CountTable, defence: SuppressComplementary) -> None:
        """Lay out all that the page needs."""
        draw_offline()
        words = table_in_words(table)
        _refuse_other_sums(table)
        replace(defence, method="greedy").repair(table)  # raises if no choice of cells can keep the promise
        self._table, self._defence = table, defence
        super().__init__(figure=words | _figure(table, defence), pressed=[])
        self.on_msg(hand_out_script)

    @property
    def release(self) -> CountTable:
        """The table with its small counts and some others hidden."""
        hidden = np.isin(np.arange(len(self._table.cells)), self.pressed)
        return hide(self._table, self._defence.rule, [hidden])  # type: ignore[return-value]


def _figure(table: CountTable, defence: SuppressComplementary) -> dict[str, Any]:
    """The promise, the cheapest repair and the sentences."""
    best, protect = defence.repair(table), defence.protect
    exactly = protect in ("exact", "handbook")
    return {
        "label": strings.TABLE_BY_HAND,
        "threshold": defence.threshold,
        "promise": protect.people if isinstance(protect, Width) else 1 if exactly else protect,
        "letters": _LETTERS,
        "cheapest": _cheapest(table, defence, best),
        "says": strings.BY_HAND | strings.BY_HAND_PROMISE[exactly],
        "reasons": strings.REASONS,
    }


def _cheapest(table: CountTable, defence: SuppressComplementary, best: Repaired) -> dict[str, Any]:
    """The cheapest repair: its price, whether that is proved, and its cells."""
    cells = hidden_cells(table, best.release, protect=defence.protect)  # type: ignore[arg-type]
    return {"price": int(best.price), "proved": bool(best.proved), **letters_of(cells)}


def _refuse_other_sums(table: CountTable) -> None:
    """Say in a sentence that the page cannot audit this table: it knows rows, columns and their totals only."""
    last = [table.cells[name].nunique() for name in table.by]
    shape = np.arange(last[0] * last[1]).reshape(last)
    edge = np.zeros(shape.shape, dtype=bool)
    edge[-1], edge[:, -1] = True, True
    if len(table.cells) != shape.size or not np.array_equal(table.is_total.to_numpy(), edge.ravel()):
        raise ValueError(strings.OTHER_SUMS)
