"""A button that keeps its keys to itself, with a sentence that says what came of it."""

from typing import Any

import anywidget
import traitlets

from teaching.strings import controls as strings
from teaching.widgets.scripts import HERE, script


class ButtonControl(anywidget.AnyWidget):
    """A button. Observe ``presses``: it grows by one with each press.

    Args:
        label: what stands on the button.
        disabled: it cannot be pressed now; it keeps the focus all the same, so that a keyboard does not lose its place.
        presses: how often it was pressed.
        sentence: what came of it, shown beside it and read out by screen readers when it changes.

    Raises:
        traitlets.TraitError: the label is empty.

    Examples:
        >>> button = ButtonControl(label="Start again")
        >>> button.presses, button.disabled
        (0, False)
    """

    _esm = script("button_control.js")
    _css = HERE / "button_control.css"

    label = traitlets.Unicode().tag(sync=True)
    disabled = traitlets.Bool(False).tag(sync=True)
    presses = traitlets.Int(0).tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)

    def __init__(self, *, label: str, **state: Any) -> None:
        """Set all traits at once; a button without a label cannot be made."""
        super().__init__(label=label, **state)

    @traitlets.validate("label")
    def _refuse_an_empty_label(self, proposal: Any) -> str:
        if not proposal.value.strip():
            raise traitlets.TraitError(strings.NO_LABEL)
        return str(proposal.value)
