"""A slider that can be moved by keyboard, is named for a screen reader, and shows values known from practice."""

from math import isfinite
from numbers import Integral, Real
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from teaching.strings import controls as strings

HERE = Path(__file__).parent
STATE = ("label", "value", "minimum", "maximum", "step", "landmarks", "value_text")


class Number(traitlets.TraitType):
    """A trait: a whole number stays an ``int``, any other a ``float``; NumPy's numbers become Python's.

    Raises:
        traitlets.TraitError: the value is no number, or is not finite.
    """

    def validate(self, owner: Any, value: object) -> int | float:
        """The same number, as plain Python."""
        return _plain_number(self.name or "", value)


class Landmarks(traitlets.Dict):
    """A trait: the values that are known from practice, each with its name.

    Raises:
        traitlets.TraitError: a value is no number, or a name is no text.
    """

    def validate(self, owner: Any, value: object) -> dict[Any, Any]:
        """The same landmarks, their values as plain Python numbers."""
        landmarks = super().validate(owner, value) or {}
        return {_plain_number("landmark", point): name for point, name in landmarks.items()}


class RangeControl(anywidget.AnyWidget):
    """A labelled slider. Its traits are its state: set one in the kernel and the slider follows.

    To change several traits that belong together (say, minimum and value), set them
    ``with control.hold_trait_notifications():``.

    Args:
        label: the visible name, which is also what a screen reader says.
        value: where the slider stands; ``minimum`` when not given.
        minimum, maximum: the ends of the scale, both can be reached.
        step: the distance between two values that can be set, counted from ``minimum``.
        landmarks: value -> name, shown under the scale as buttons that set the value.
        value_text: the value in words; ``{value}`` stands for the number.
        sentence: what this setting means, shown below the scale and read out by screen readers when it changes.

    Raises:
        traitlets.TraitError: the label is empty, the scale has no length, the step is not above 0, the value or a
            landmark cannot be reached on the scale, or ``value_text`` leaves out the value.

    Examples:
        >>> k = RangeControl(label="Publish no cell below", minimum=3, maximum=11, landmarks={5: "Ofqual"})
        >>> k.value
        3
        >>> k.value = 12
        Traceback (most recent call last):
        traitlets.traitlets.TraitError: value is 12: it must lie between 3 and 11.
    """

    _esm = HERE / "range_control.js"
    _css = HERE / "range_control.css"

    label = traitlets.Unicode().tag(sync=True)
    value = Number().tag(sync=True)
    minimum = Number(0).tag(sync=True)
    maximum = Number(10).tag(sync=True)
    step = Number(1).tag(sync=True)
    landmarks = Landmarks(value_trait=traitlets.Unicode()).tag(sync=True)
    value_text = traitlets.Unicode(strings.RANGE_VALUE).tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    _words = traitlets.Dict(
        {"landmarks": strings.RANGE_LANDMARKS, "at_landmark": strings.RANGE_AT_LANDMARK},
        read_only=True,
    ).tag(sync=True)

    def __init__(self, *, label: str, **state: Any) -> None:
        """Set all traits at once; a control without a label cannot be made."""
        super().__init__(label=label, **state)

    @traitlets.default("value")
    def _start_at_the_minimum(self) -> int | float:
        return self.minimum

    @traitlets.validate(*STATE)
    def _refuse_what_cannot_be_shown(self, proposal: Any) -> Any:
        """Judge the state as it would be with the proposed trait; the first fault found is the sentence raised."""
        state = {name: getattr(self, name) for name in STATE if name != proposal.trait.name}
        state[proposal.trait.name] = proposal.value
        fault = _fault(state)
        if fault:
            raise traitlets.TraitError(fault)
        return proposal.value


def _plain_number(name: str, value: object) -> int | float:
    """The value as an ``int`` or a finite ``float``."""
    if isinstance(value, Integral) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, Real) and not isinstance(value, bool) and isfinite(value):
        return float(value)
    raise traitlets.TraitError(strings.NOT_A_NUMBER.format(name=name, value=value))


def _fault(state: dict[str, Any]) -> str | None:
    """The first thing that is wrong with a control's state, as a sentence."""
    if not state["label"].strip():
        return strings.NO_LABEL
    if "{value}" not in state["value_text"]:
        return strings.RANGE_NO_VALUE_IN_TEXT.format(value_text=state["value_text"])
    if state["step"] <= 0:
        return strings.RANGE_STEP.format(step=state["step"])
    if state["minimum"] >= state["maximum"]:
        return strings.RANGE_NO_LENGTH.format(minimum=state["minimum"], maximum=state["maximum"])
    points = [("value", state["value"]), *(("landmark", landmark) for landmark in state["landmarks"])]
    return next((fault for name, point in points if (fault := _fault_of_point(name, point, state))), None)


def _fault_of_point(name: str, point: float, state: dict[str, Any]) -> str | None:
    """Why the slider cannot stand at this point, or None."""
    minimum, maximum, step = state["minimum"], state["maximum"], state["step"]
    if not minimum <= point <= maximum:
        return strings.RANGE_OUTSIDE.format(name=name, point=point, minimum=minimum, maximum=maximum)
    steps = (point - minimum) / step
    if abs(steps - round(steps)) > 1e-9:
        return strings.RANGE_BETWEEN_STEPS.format(name=name, point=point, minimum=minimum, step=step)
    return None
