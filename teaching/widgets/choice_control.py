"""A choice of one among a few or many, as radio buttons or a drop-down list that keep their keys to themselves."""

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from teaching.strings import controls as strings

HERE = Path(__file__).parent


class ChoiceControl(anywidget.AnyWidget):
    """Radio buttons, or a drop-down list, under one label, for choices such as "with totals" or "without totals".

    To change ``options`` and ``value`` together, set them ``with control.hold_trait_notifications():``.

    Args:
        label: the visible name of the choice, which is also what a screen reader says.
        options: the texts to choose from, at least two (in a drop-down list, one), no two the same.
        value: the text that is chosen; the first option when not given.
        drop_down: show a drop-down list in place of radio buttons: for many options, or options that change.
        sentence: what this choice means, shown below it and read out by screen readers when it changes.
        from_chart: a click on a mark of a chart in the same box chooses the option that is the mark's accessible name.

    Raises:
        traitlets.TraitError: the label is empty, there are too few options, two are the same, or the value is not among
            them.

    Examples:
        >>> totals = ChoiceControl(label="Totals", options=["printed", "left out"])
        >>> totals.value
        'printed'
        >>> totals.value = "hidden"
        Traceback (most recent call last):
        traitlets.traitlets.TraitError: value is 'hidden': choose one of 'printed', 'left out'.
    """

    _esm = HERE / "choice_control.js"
    _css = HERE / "choice_control.css"

    label = traitlets.Unicode().tag(sync=True)
    options = traitlets.List(trait=traitlets.Unicode()).tag(sync=True)
    value = traitlets.Unicode().tag(sync=True)
    drop_down = traitlets.Bool(False).tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    from_chart = traitlets.Bool(False).tag(sync=True)

    def __init__(self, *, label: str, options: list[str], **state: Any) -> None:
        """Set all traits at once; a choice without a label or options cannot be made."""
        super().__init__(**{"drop_down": state.pop("drop_down", False)}, label=label, options=options, **state)

    @traitlets.default("value")
    def _start_at_the_first(self) -> str:
        return self.options[0] if self.options else ""

    @traitlets.validate("label", "options", "value")
    def _refuse_what_cannot_be_shown(self, proposal: Any) -> Any:
        """Judge the state as it would be with the proposed trait; the first fault found is the sentence raised."""
        state = {name: getattr(self, name) for name in ("label", "options", "value") if name != proposal.trait.name}
        state[proposal.trait.name] = proposal.value
        fault = _fault(**state, fewest=1 if self.drop_down else 2)
        if fault:
            raise traitlets.TraitError(fault)
        return proposal.value


def _fault(label: str, options: list[str], value: str, *, fewest: int) -> str | None:
    """The first thing that is wrong with a control's state, as a sentence."""
    if not label.strip():
        return strings.NO_LABEL
    listed = ", ".join(map(repr, options))
    if len(options) < fewest or len(set(options)) < len(options):
        too_few = strings.CHOICE_OPTIONS if fewest > 1 else strings.CHOICE_NO_OPTION
        return too_few.format(options=listed or strings.NONE_GIVEN)
    if value not in options:
        return strings.CHOICE_NOT_AN_OPTION.format(value=repr(value), options=listed)
    return None
