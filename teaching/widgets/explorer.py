"""An explorer: controls, one chart whose parameters have the controls' names, and sentences; it moves in the page.

A function of a lesson makes the data; `explorer.js` draws controls and chart and moves both. No move waits for the
kernel. What is dear to work out is asked of it, once, when it is first wanted.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import altair as alt
import anywidget
import pandas as pd
import traitlets

from disclosure.tables.count_table import CountTable
from teaching.charts.cell_table import PLACE
from teaching.charts.offline import draw_offline
from teaching.strings import controls as strings
from teaching.widgets.chart_script import hand_out_script, loader
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.scripts import styles

Setting = dict[str, Any]
"""Control -> its value."""

Answers = Mapping[str, Mapping[tuple[Any, ...], Any]]
"""What joins the tables of the page: lookup -> values of its controls -> value."""

WORDS: Final = {
    "landmarks": strings.RANGE_LANDMARKS,
    "at_landmark": strings.RANGE_AT_LANDMARK,
    "asking": strings.EXPLORER_ASKING,
    "gone": strings.EXPLORER_GONE,
    "broken": strings.EXPLORER_BROKEN,
}


@dataclass(frozen=True)
class Lookup:
    """A table setting -> value: a sentence, the value of a parameter of the chart, or the options of a choice.

    Args:
        by: the controls that it depends on.
        table: the values of these controls, in this order -> what is shown.
        asked: works out what is missing, when it is first wanted: values of these controls -> value, or an empty text
            where there is nothing to say. It may be slow.

    Examples:
        >>> Lookup(("totals", "k"), {("printed", 3): "All is printed."}).as_json()["table"]
        {'["printed",3]': 'All is printed.'}
    """

    by: tuple[str, ...]
    table: Mapping[tuple[Any, ...], Any] = field(default_factory=dict)
    asked: Callable[..., Any] | None = None

    def as_json(self) -> dict[str, Any]:
        """What the browser needs to look values up."""
        table = {key_of(values): value for values, value in self.table.items()}
        return {"by": list(self.by), "table": table, "asks": self.asked is not None}


def key_of(values: Sequence[Any]) -> str:
    """Write values of controls as the browser does.

    Examples:
        >>> key_of(("printed", 3, 1.5, 2.0))
        '["printed",3,1.5,2]'
    """
    plain = [int(each) if isinstance(each, float) and each.is_integer() else each for each in values]
    return json.dumps(plain, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True)
class Cells:
    """The cells of the table that the chart draws, to be chosen from a list or with a click.

    Args:
        label: what stands over the list.
        frame: one row per cell: the two dimensions first, ``cell`` (its name) and whatever the expressions read.
        computed: name -> Vega expression over the parameters and ``datum``; one is ``state``, the letter of a cell.
        offered: the letters of the cells that can be chosen.
        counted: name -> Vega expression, summed over all cells: numbers for the sentence of the setting.
        numbers: name -> Vega expression over these sums.
    """

    label: str
    frame: pd.DataFrame
    computed: Mapping[str, str]
    offered: str
    counted: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """What the browser needs to follow the cells."""
        words = self.frame.iloc[:, 2:].assign(**{PLACE: range(len(self.frame))})
        values = json.loads(words.to_json(orient="records"))
        return {
            "cells": {"name": "cell", "values": values, "computed": dict(self.computed), "offered": self.offered},
            "counted": dict(self.counted),
            "numbers": dict(self.numbers),
        }


class Explorer(anywidget.AnyWidget):
    """Controls, a chart and sentences, tied together in the page.

    Args:
        controls: the controls, row by row.
        chart: the chart; its parameters have the names of controls or of lookups.
        says: what is said of the setting (``"setting"``) and of the chosen cell (``"cell"``): a template whose
            ``{slots}`` are controls, lookups, parameters of the chart that are expressions, counts and columns of the
            chosen cell; ``{"lookup": name}``; or ``{"states": {letter: one of these}}``, by the slot ``saying``.
        lookups: the tables of values for each setting, by their names.
        cells: the cells to choose from, if the chart draws a table.
        renderer: how the browser draws: ``"svg"``, or ``"canvas"`` where there are many marks.
        extras: a folded table and a button that asks (see `explorer_extras.js`).
        asked: what a button asks for -> a function of the setting, and of something that is told how it goes; it
            returns lookup -> values -> value.
        results: frames that the explorer was made of; each becomes an attribute.

    Attributes:
        setting: where the controls stand: control -> value. Set it, and the controls follow.
        figure: all that the page shows.
        lookups, asked: as given.

    Raises:
        ValueError: a lookup depends on something that is no control.
    """

    _esm = loader("explorer")
    _css = styles("range_control", "choice_control", "table_control", "button_control", "explorer")

    figure = traitlets.Dict().tag(sync=True)
    setting = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        controls: Sequence[Sequence[Slider | Choice]],
        chart: alt.TopLevelMixin,
        says: Mapping[str, Any],
        *,
        lookups: Mapping[str, Lookup] | None = None,
        cells: Cells | None = None,
        renderer: str = "svg",
        extras: Mapping[str, Any] | None = None,
        asked: Mapping[str, Callable[[Setting, Callable[[str], None]], Answers]] | None = None,
        results: Mapping[str, pd.DataFrame] | None = None,
    ) -> None:
        """Lay out all that the page needs."""
        draw_offline()
        self.lookups, self.asked = dict(lookups or {}), dict(asked or {})
        shown = _controls(controls, cells)
        _must_be_controls(self.lookups, shown["setting"])
        tables = {name: lookup.as_json() for name, lookup in self.lookups.items()}
        figure = {"spec": chart.to_dict(), "says": dict(says), "lookups": tables, "renderer": renderer, "words": WORDS}
        super().__init__(figure=figure | shown | dict(extras or {}), setting=shown["setting"])
        for name, frame in (results or {}).items():
            setattr(self, name, frame)
        self.on_msg(hand_out_script)
        self.on_msg(self._answer)

    def _answer(self, _: Any, message: Any, __: Any) -> None:
        """Work out what the page asks for. Two may run side by side: an answer says itself what it is the answer to."""
        ask, setting = message.get("ask"), message.get("setting")
        if ask in self.asked:
            found = self.asked[ask](setting, lambda news: self.send({"news": news}))
        elif ask in self.lookups:
            lookup = self.lookups[ask]
            values = tuple(setting[name] for name in lookup.by)
            assert lookup.asked is not None, f"{ask} has nobody to ask."
            found = {ask: {values: lookup.asked(*values)}}
        else:
            return
        answers = {name: {key_of(values): each for values, each in table.items()} for name, table in found.items()}
        self.send({"answers": answers, "key": message["key"]})


def _controls(controls: Sequence[Sequence[Slider | Choice]], cells: Cells | None) -> dict[str, Any]:
    """The controls, the rows they stand in, where they begin, and the cells to choose from."""
    flat = [control for row in controls for control in row]
    listed = [Choice("cell", cells.label, {None: ""}, drop_down=True)] if cells else []
    return {
        "controls": [control.as_json() for control in [*flat, *listed]],
        "rows": [[control.name for control in row] for row in controls],
        "setting": {control.name: control.value for control in flat} | ({"cell": None} if cells else {}),
    } | (cells.as_json() if cells else {})


def _must_be_controls(lookups: Mapping[str, Lookup], setting: Setting) -> None:
    """Refuse a lookup that the page could never find a value for."""
    for what, lookup in lookups.items():
        for name in lookup.by:
            if name not in setting:
                raise ValueError(strings.NO_SUCH_CONTROL.format(what=what, name=name, names=", ".join(setting)))


def must_be_two_way(table: CountTable) -> None:
    """Refuse a table that has no rows and columns.

    Raises:
        ValueError: it has not two dimensions.
    """
    if len(table.by) != 2:
        raise ValueError(strings.EXPLORER_OF_TWO.format(names=", ".join(table.by)))
