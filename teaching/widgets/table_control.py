"""A table whose cells can be switched by mouse or keyboard, or only be read."""

from collections import Counter
from typing import Any

import anywidget
import traitlets

from teaching.charts import colours
from teaching.strings import controls as strings
from teaching.widgets.scripts import HERE, script

LOOKS = {
    "printed": {"fill": colours.QUIET, "ink": colours.INK},
    "exact": {"fill": colours.FOUND, "ink": "#000000"},
    "narrowed": {"fill": colours.NARROWED, "ink": colours.INK},
    "open": {"fill": colours.HIDDEN, "ink": "#ffffff"},
    "complementary": {"fill": "#c9d3da", "ink": colours.INK},
}
"""How cells can look. Each also carries a text of its own: colour is never the only sign."""


class TableControl(anywidget.AnyWidget):
    """A table of small texts. Its traits are its state: ``pressed`` says which cells the learner has switched.

    Arrow keys go from cell to cell, Home and End to the ends of a row; Space, Enter or a click switch a cell.
    Set traits that belong together ``with control.hold_trait_notifications():``.

    Args:
        label: the caption, which is also what a screen reader calls the table.
        corner: what the names of the rows are, such as ``"film"``.
        rows, columns: their names.
        cells: in reading order, for each cell ``text``; ``spoken``: the cell in words, with its row and column;
            ``look``: a key of ``LOOKS``; and ``locked``: it cannot be switched.
        pressed: the places of the switched cells in ``cells``, smallest first.
        read_only: cells cannot be switched at all.
        legend: what the looks mean, each with ``look``, ``text`` and ``meaning``.
        sentence: what the table says now, shown below it and read out by screen readers when it changes.

    Raises:
        traitlets.TraitError: the label is empty, there are not as many cells as rows times columns, a look is unknown,
            or a locked or missing cell is pressed.

    Examples:
        >>> cells = [{"text": "7", "spoken": "A, North: 7, printed", "look": "printed", "locked": False}]
        >>> table = TableControl(label="Viewers", corner="film", rows=["A"], columns=["North"], cells=cells)
        >>> table.pressed = [1]
        Traceback (most recent call last):
        traitlets.traitlets.TraitError: pressed is [1]: only the cells 0 can be switched, each once.
    """

    _esm = script("table_control.js")
    _css = HERE / "table_control.css"

    label = traitlets.Unicode().tag(sync=True)
    corner = traitlets.Unicode().tag(sync=True)
    rows = traitlets.List(trait=traitlets.Unicode()).tag(sync=True)
    columns = traitlets.List(trait=traitlets.Unicode()).tag(sync=True)
    cells = traitlets.List(trait=traitlets.Dict()).tag(sync=True)
    pressed = traitlets.List(trait=traitlets.Int()).tag(sync=True)
    read_only = traitlets.Bool(False).tag(sync=True)
    legend = traitlets.List(trait=traitlets.Dict()).tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    _looks = traitlets.Dict(LOOKS, read_only=True).tag(sync=True)

    def __init__(self, *, label: str, rows: list[str], columns: list[str], cells: list[dict[str, Any]], **state: Any):
        """Set all traits at once; a table without a label or cells cannot be made."""
        super().__init__(label=label, rows=rows, columns=columns, cells=cells, **state)

    @traitlets.validate("label", "rows", "columns", "cells", "pressed")
    def _refuse_what_cannot_be_shown(self, proposal: Any) -> Any:
        """Judge the state as it would be with the proposed trait; the first fault found is the sentence raised."""
        names = ("label", "rows", "columns", "cells", "pressed")
        state = {name: getattr(self, name) for name in names if name != proposal.trait.name}
        if fault := _fault(**state | {proposal.trait.name: proposal.value}):
            raise traitlets.TraitError(fault)
        return proposal.value


def _fault(
    label: str, rows: list[str], columns: list[str], cells: list[dict[str, Any]], pressed: list[int]
) -> str | None:
    """The first thing that is wrong with a table's state, as a sentence."""
    if not label.strip():
        return strings.NO_LABEL
    if len(cells) != len(rows) * len(columns) or not cells:
        return strings.TABLE_SHAPE.format(cells=len(cells), rows=len(rows), columns=len(columns))
    if unknown := [cell["look"] for cell in cells if cell["look"] not in LOOKS]:
        return strings.TABLE_LOOK.format(look=repr(unknown[0]), looks=", ".join(map(repr, LOOKS)))
    free = [index for index, cell in enumerate(cells) if not cell["locked"]]
    if Counter(pressed) - Counter(free):
        return strings.TABLE_PRESSED.format(pressed=pressed, free=", ".join(map(str, free)) or strings.NONE_GIVEN)
    return None
