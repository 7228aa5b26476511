"""One table, three repairs, and whoever looks at it: what opens for her, and why."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final

import altair as alt
import ipywidgets as widgets
import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Outsider
from disclosure.audit.states import LETTERS, OWN, PRINTED
from disclosure.audit.verdicts import EXACT, NARROWED, OPEN, audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.defences.untreated import refuse_treated, refuse_unless_two_way
from disclosure.labels import cell_name
from disclosure.repair.protection import Singletons
from disclosure.tables.count_table import CountTable
from lessons.insiders import strings
from lessons.insiders.chart import insiders_chart
from lessons.insiders.sweep import insider_states, lookers, repair_prices
from teaching.charts.cell_table import drawn_with
from teaching.charts.offline import draw_offline
from teaching.widgets.choice_control import ChoiceControl
from teaching.widgets.one_at_a_time import one_at_a_time

NEVER: Final = 10**6
"""Milliseconds until the chart would report its parameter to the kernel, which is where it came from."""


def explore_insiders(table: CountTable, *, threshold: int = 3) -> "InsidersExplorer":
    """Show a table, repaired in three ways, as an outsider and each of its insiders see it, alone and in pairs.

    Args:
        table: a two-way table with totals as it was counted, nothing hidden.
        threshold: the smallest count that may be printed, in people.

    Returns:
        Two choices with the sentence of their setting, the chart, and a list of the hidden cells with the sentence of
        the one that is chosen. All settings are computed beforehand, sentences about cells when they are asked for.

    Raises:
        UnreachableError: no choice of cells protects this table as asked.
        ValueError: nobody is alone in a hidden cell.
    """
    draw_offline()
    return InsidersExplorer(table, threshold)


class InsidersExplorer(widgets.VBox):
    """The controls, the chart and what ties them together.

    Args:
        table: a two-way table with totals as it was counted, nothing hidden.
        threshold: the smallest count that may be printed, in people.

    Attributes:
        repair, who, cell: the controls.
        chart: the chart; its parameters have the names of the controls.
        prices: one row per repair (see `lessons.insiders.sweep.repair_prices`).
    """

    def __init__(self, table: CountTable, threshold: int) -> None:
        """Compute all settings, then show the first."""
        refuse_unless_two_way(table)
        refuse_treated(table)
        self._table, self._threshold = table, threshold
        self._releases = _repaired(table, threshold)
        self._attackers = {_name(it): it for it in lookers(table, self._releases["threshold"]).values()}
        if len(self._attackers) == 1:
            raise ValueError(f"{strings.NOBODY_ALONE}: choose a table with a count of 1.")
        states = insider_states(table, self._releases, list(self._attackers.values()))
        self._letters_of = states.set_index("cell")[list(self._releases)].to_dict()
        self._counts = states.set_index("cell")["count"].to_dict()
        self._inner = dict(zip(table.cell_names, ~table.is_total, strict=True))
        self.prices = repair_prices(table, self._releases, states, threshold=threshold)
        self._why = cache(self._reasons)
        self.repair = ChoiceControl(label=strings.REPAIR_LABEL, options=list(strings.REPAIRS.values()))
        self.repair.value = strings.REPAIRS["outsiders"]
        self.who = ChoiceControl(label=strings.WHO_LABEL, options=list(self._attackers), drop_down=True)
        self.cell = ChoiceControl(
            label=strings.CELL_LABEL, options=self._offered(None), drop_down=True, from_chart=True
        )
        spec = insiders_chart(states, self.prices, repair="outsiders", cell=self.cell.value)
        self.chart = alt.JupyterChart(spec, embed_options=drawn_with(states), debounce_wait=NEVER)
        for control in (self.repair, self.who, self.cell):
            control.observe(self._show, "value")
        super().__init__([self.repair, self.who, self.chart, self.cell])
        self._show({})

    @property
    def setting(self) -> tuple[str, str]:
        """The repair, and who looks, in words."""
        return next(name for name, said in strings.REPAIRS.items() if said == self.repair.value), self.who.value

    @one_at_a_time
    def _show(self, change: dict[str, Any]) -> None:
        """Bring chart and sentences to the present setting; the chart first, for it is what the eye is on."""
        repair, who = self.setting
        with self.chart.hold_sync():
            place = list(self._attackers).index(who)
            for name, value in {"repair": repair, "who": place, "cell": self.cell.value}.items():
                self.chart.params.set_trait(name, value)
        self.who.sentence = self._told()
        self.cell.options = self._offered(self.cell.value)
        self.cell.sentence = self._sentence(self.cell.value)

    def _letters(self) -> dict[str, str]:
        """The state of each cell at the present setting, by its name."""
        repair, who = self.setting
        place = list(self._attackers).index(who)
        return {cell: letters[place] for cell, letters in self._letters_of[repair].items()}

    def _offered(self, chosen: str | None) -> list[str]:
        """The cells to choose from: those that are hidden, and the chosen one, whatever became of it."""
        return [cell for cell, it in self._letters().items() if it != PRINTED or cell == chosen]

    def _told(self) -> str:
        """The sentence of the setting."""
        letters = {cell: it for cell, it in self._letters().items() if self._inner[cell]}
        counts = self._counts
        exact = [cell for cell, it in letters.items() if it == LETTERS[EXACT]]
        hidden = [cell for cell, it in letters.items() if it != PRINTED]
        return strings.SENTENCE.format(
            repair=self.repair.value.capitalize(),
            hidden=len(hidden),
            cells=len(letters),
            people=sum(int(counts[cell]) for cell in hidden),
            everybody=sum(int(counts[cell]) for cell in letters),
            who=self.who.value,
            exact=len(exact),
            small=sum(int(counts[cell]) < self._threshold for cell in exact),
            narrowed=sum(it == LETTERS[NARROWED] for it in letters.values()),
            open=sum(it == LETTERS[OPEN] for it in letters.values()),
        )

    def _sentence(self, cell: str) -> str:
        """What is known of one cell at the present setting, and why."""
        state, (repair, who) = self._letters()[cell], self.setting
        if state == PRINTED:
            return strings.CELL_PRINTED.format(cell=cell, count=self._counts[cell])
        if state == OWN:
            return strings.CELL_HERS.format(cell=cell, count=self._counts[cell])
        return self._why(repair, who)[cell]

    def _reasons(self, repair: str, who: str) -> dict[str, str]:
        """The sentences about all hidden cells of one release, for one attacker."""
        rows = audit(self._releases[repair], self._attackers[who])
        return {row["target"]: _about(row, who) for row in rows.to_dict("records")}


def _repaired(table: CountTable, threshold: int) -> dict[str, CountTable]:
    """One table, repaired in three ways."""
    repairs: dict[str, Callable[[CountTable], Any]] = {
        "threshold": Suppress(threshold),
        "outsiders": SuppressComplementary(threshold),
        "insiders": SuppressComplementary(threshold, against=(Outsider(), Singletons())),
    }
    return {name: repair(table) for name, repair in repairs.items()}


def _name(attacker: Attacker) -> str:
    """Who looks, in words: by her cell, for she has no name here."""
    match attacker:
        case Coalition(members=(one, other)):
            return strings.TOGETHER.format(one=cell_name(one.cell), other=cell_name(other.cell))
        case Contributor():
            return strings.ALONE.format(cell=cell_name(attacker.cell))
        case _:
            return strings.OUTSIDER


def _about(row: dict[Any, Any], who: str) -> str:
    """What is known of one cell, in words."""
    if pd.isna(row["high"]):
        people = strings.PEOPLE_AT_LEAST
    else:
        people = strings.PEOPLE_EXACTLY if row["low"] == row["high"] else strings.PEOPLE_BETWEEN
    return strings.CELL_HIDDEN.format(
        cell=row["target"], people=people.format(**row), verdict=row["verdict"], who=who, why=row["why"]
    )
