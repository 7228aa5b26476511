"""A repair by hand: the learner chooses further cells to hide until the audit is content, then sees the cheapest."""

from dataclasses import replace
from threading import RLock
from typing import Any

import ipywidgets as widgets
import numpy as np
import pandas as pd

from disclosure.defences.complementary_suppression import Repaired, SuppressComplementary
from disclosure.repair.hiding import hide
from disclosure.repair.protection import Protection
from disclosure.tables.count_table import CountTable
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.repaired_table import LEGEND, cells_of, names_of
from lessons.complementary_suppression.sweep import COMPLEMENTARY, PRIMARY, hidden_cells
from teaching.widgets.button_control import ButtonControl
from teaching.widgets.table_control import TableControl


def repair_by_hand(table: CountTable, *, threshold: int, protect: Protection = "exact") -> "HandRepair":
    """Show a small table with its small counts hidden, and let the learner hide further cells until none is known.

    Args:
        table: a small two-way table with totals as it was counted, nothing hidden. Zeros are printed and stay so.
        threshold: the smallest count that may be printed, in people.
        protect: when a small cell is protected (see `disclosure.repair.protection`).

    Returns:
        The table, its audit in a sentence, and three buttons: one step back, start again, show the cheapest repair.

    Raises:
        ValueError: the table has not two dimensions, some of it is hidden or rounded already, or no choice of cells can
            keep the promise.
    """
    return HandRepair(table, SuppressComplementary(threshold, protect=protect, method="optimal", time_limit=20))


class HandRepair(widgets.VBox):
    """The table, the buttons, and what ties them together.

    Args:
        table: a small two-way table as it was counted, nothing hidden.
        defence: what the learner shall promise, and how the cheapest repair is found.

    Attributes:
        control: the table that the learner changes.
        undo, again, show: the buttons.
        cheapest: the table of the cheapest repair; it joins the others when asked for.
        content: whether all small cells are protected.
        price: people in further cells so far.
    """

    def __init__(self, table: CountTable, defence: SuppressComplementary) -> None:
        """Show the table as the rule alone leaves it."""
        self._table, self._defence = table, defence
        self._steps: list[list[int]] = [[]]
        self._turn = RLock()  # two threads of the kernel may hear from the browser: the last word is the latest state
        replace(defence, method="greedy").repair(table)  # raises if no choice of cells can keep the promise
        names = names_of(table)
        judged = self._judge([])
        self.control = TableControl(label=strings.TABLE_BY_HAND, cells=cells_of(judged), legend=LEGEND, **names)
        self.undo, self.again, self.show = (
            ButtonControl(label=label) for label in (strings.UNDO, strings.START_AGAIN, strings.SHOW_CHEAPEST)
        )
        self.cheapest: TableControl | None = None
        self.control.observe(self._switched, "pressed")
        self.undo.observe(self._take_back, "presses")
        self.again.observe(self._start_again, "presses")
        self.show.observe(self._show_cheapest, "presses")
        steps = widgets.HBox([self.undo, self.again], layout={"flex_flow": "row wrap"})
        self._parts = (self.control, steps, self.show)
        super().__init__(self._parts)
        self._tell(judged)

    @property
    def release(self) -> CountTable:
        """The table as the learner would publish it now."""
        return self._release(self.control.pressed)

    def _release(self, pressed: list[int]) -> CountTable:
        """The table with its small counts and some others hidden."""
        hidden = np.isin(np.arange(len(self._table.cells)), pressed)
        return hide(self._table, self._defence.rule, [hidden])  # type: ignore[return-value]

    def _judge(self, pressed: list[int]) -> pd.DataFrame:
        """What becomes of each cell when some are hidden beside the small ones."""
        return hidden_cells(self._table, self._release(pressed), protect=self._defence.protect, why=True)

    def _switched(self, change: dict[str, Any]) -> None:
        """Audit what she has now, and say what is still known."""
        with self._turn:
            pressed = self.control.pressed
            self._note(pressed)
            judged = self._judge(pressed)
            self.control.cells = cells_of(judged)
            self._tell(judged)

    def _note(self, pressed: list[int]) -> None:
        """Remember one step per cell: while the kernel is busy, a browser sends several switches as one change."""
        now = set(self._steps[-1])
        for index in sorted(now ^ set(pressed)):
            now ^= {index}
            self._steps.append(sorted(now))

    def _tell(self, judged: pd.DataFrame) -> None:
        """The verdict, the first small cell that is still known and why, and the price so far."""
        small, further = judged[judged["role"] == PRIMARY], judged[judged["role"] == COMPLEMENTARY]
        known = small[~small["protected"]]
        self.content, self.price = known.empty, int(further["count"].sum())
        exactly = self._defence.protect == "exact"
        if self.content:
            outcome = strings.CONTENT.format(enough="" if exactly else strings.ENOUGH)
        else:
            numbers = {"primary": len(small), "known": len(known)}
            outcome = strings.STILL_KNOWN[exactly].format(**numbers, **known[["cell", "why"]].iloc[0])
        noun = strings.CELL_NOUN[min(2, len(further) or 2)]
        price = strings.PRICE_SO_FAR.format(people=self.price, cells=len(further), noun=noun)
        self.control.sentence = f"{outcome}\n{price}"
        self.show.disabled, self.undo.disabled = not self.content, len(self._steps) == 1
        self.show.sentence = "" if self.content else strings.NOT_YET_CONTENT
        self.undo.sentence = ""

    def _take_back(self, change: dict[str, Any]) -> None:
        """One step back."""
        with self._turn:
            if len(self._steps) == 1:
                self.undo.sentence = strings.NOTHING_TO_TAKE_BACK
                return
            self._steps.pop()
            self.control.pressed = self._steps[-1]

    def _start_again(self, change: dict[str, Any]) -> None:
        """All further cells are printed again."""
        with self._turn:
            self.control.pressed = []
            self._steps = [[]]
            self.undo.disabled = True

    def _show_cheapest(self, change: dict[str, Any]) -> None:
        """The cheapest repair as a second table, and both prices in a sentence."""
        with self._turn:
            if not self.content:
                return
            best = self._defence.repair(self._table)
            cells = cells_of(hidden_cells(self._table, best.release, protect=self._defence.protect))  # type: ignore[arg-type]
            if self.cheapest is None:
                names = names_of(self._table)
                self.cheapest = TableControl(label=strings.TABLE_CHEAPEST, cells=cells, read_only=True, **names)
                self.set_trait("children", (*self._parts, self.cheapest))
            self.show.sentence = _beside(self.price, best)


def _beside(yours: int, best: Repaired) -> str:
    """Her price and the cheapest, in a sentence."""
    proved = "equal" if best.proved else "unproved"
    kind = proved if yours <= best.price else "cheaper"
    return strings.BESIDE[kind].format(yours=yours, cheapest=best.price, more=yours - best.price)
