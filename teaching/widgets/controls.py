"""The controls of an explorer as values: a slider, or a choice of one among a few or many."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from numbers import Real
from typing import Any

from teaching.strings import controls as strings


@dataclass(frozen=True)
class Slider:
    """A labelled slider, moved by mouse or key, that shows values known from practice.

    Args:
        name: the parameter of the chart that it sets.
        label: the visible name, which is also what a screen reader says.
        minimum, maximum: the ends of the scale, both can be reached.
        start: where it stands at first; ``minimum`` when not given.
        step: the distance between two values that can be set, counted from ``minimum``.
        landmarks: value -> name, shown under the scale as buttons that set the value.
        value_text: the value in words; ``{value}`` stands for the number.
        texts: value -> what is shown in its place, for a scale whose steps are no numbers of their own: on a slider of
            doublings, 3 may be shown as 400.

    Raises:
        ValueError: the label is empty, the scale has no length, the step is not above 0, the start or a landmark cannot
            be reached on the scale, or ``value_text`` leaves out the value.

    Examples:
        >>> Slider("k", "Publish no cell below", minimum=3, maximum=11, landmarks={5: "Ofqual"}).value
        3
        >>> Slider("k", "Publish no cell below", minimum=3, maximum=11, start=12)
        Traceback (most recent call last):
        ValueError: value is 12: it must lie between 3 and 11.
    """

    name: str
    label: str
    minimum: float = field(kw_only=True)
    maximum: float = field(kw_only=True)
    start: float | None = field(default=None, kw_only=True)
    step: float = field(default=1, kw_only=True)
    landmarks: Mapping[Any, str] = field(default_factory=dict, kw_only=True)
    value_text: str = field(default=strings.RANGE_VALUE, kw_only=True)
    texts: Mapping[Any, str] = field(default_factory=dict, kw_only=True)

    def __post_init__(self) -> None:
        """Refuse what cannot be shown; the first fault found is the sentence raised."""
        if not self.label.strip():
            raise ValueError(strings.NO_LABEL)
        if "{value}" not in self.value_text:
            raise ValueError(strings.RANGE_NO_VALUE_IN_TEXT.format(value_text=self.value_text))
        named = {"minimum": self.minimum, "maximum": self.maximum, "step": self.step, "value": self.value}
        for name, number in [*named.items(), *(("landmark", point) for point in self.landmarks)]:
            _plain(name, number)
        if self.step <= 0:
            raise ValueError(strings.RANGE_STEP.format(step=self.step))
        if self.minimum >= self.maximum:
            raise ValueError(strings.RANGE_NO_LENGTH.format(minimum=self.minimum, maximum=self.maximum))
        points = [*(("landmark", point) for point in self.landmarks), *(("text", point) for point in self.texts)]
        for name, point in [("value", self.value), *points]:
            self._must_reach(name, point)

    @property
    def value(self) -> float:
        """Where it stands at first."""
        return self.minimum if self.start is None else self.start

    def _must_reach(self, name: str, point: float) -> None:
        """Refuse a point at which the slider cannot stand."""
        ends = {"minimum": self.minimum, "maximum": self.maximum}
        if not self.minimum <= point <= self.maximum:
            raise ValueError(strings.RANGE_OUTSIDE.format(name=name, point=point, **ends))
        steps = (point - self.minimum) / self.step
        if abs(steps - round(steps)) > 1e-9:
            words = strings.RANGE_BETWEEN_STEPS
            raise ValueError(words.format(name=name, point=point, minimum=self.minimum, step=self.step))

    def as_json(self) -> dict[str, Any]:
        """What the browser needs to draw it."""
        numbers = {name: _plain(name, getattr(self, name)) for name in ("minimum", "maximum", "step")}
        marks = {str(_plain("landmark", point)): name for point, name in self.landmarks.items()}
        texts = {str(_plain("text", point)): text for point, text in self.texts.items()}
        words = {"label": self.label, "value_text": self.value_text, "landmarks": marks, "texts": texts}
        return {"kind": "slider", "name": self.name, **numbers, **words}


@dataclass(frozen=True)
class Choice:
    """Radio buttons, or a drop-down list, under one label, for choices such as "with totals" or "without totals".

    Args:
        name: the parameter of the chart that it sets.
        label: the visible name of the choice, which is also what a screen reader says.
        options: value -> text, at least one. Values are what the chart knows; two may have the same text.
        start: the value that is chosen at first; the first option when not given.
        drop_down: show a drop-down list in place of radio buttons: for many options, or options that change.
        offered: the name of the lookup that says which values can be chosen now; all when not given.

    Raises:
        ValueError: the label is empty, there is no option, or the start is not among them.

    Examples:
        >>> totals = Choice("totals", "Totals", {"printed": "printed", "left out": "left out"})
        >>> totals.value
        'printed'
        >>> Choice("totals", "Totals", {"printed": "printed"}, start="hidden")
        Traceback (most recent call last):
        ValueError: value is 'hidden': choose one of 'printed'.
    """

    name: str
    label: str
    options: Mapping[Any, str]
    start: Any = field(default=None, kw_only=True)
    drop_down: bool = field(default=False, kw_only=True)
    offered: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        """Refuse what cannot be shown; the first fault found is the sentence raised."""
        if not self.label.strip():
            raise ValueError(strings.NO_LABEL)
        if not self.options:
            raise ValueError(strings.CHOICE_NO_OPTION)
        if self.value not in self.options:
            listed = ", ".join(map(repr, self.options))
            raise ValueError(strings.CHOICE_NOT_AN_OPTION.format(value=repr(self.value), options=listed))

    @property
    def value(self) -> Any:
        """What is chosen at first."""
        return next(iter(self.options)) if self.start is None else self.start

    def as_json(self) -> dict[str, Any]:
        """What the browser needs to draw it."""
        options = [[value, text] for value, text in self.options.items()]
        more = {"drop_down": self.drop_down, "offered": self.offered}
        return {"kind": "choice", "name": self.name, "label": self.label, "options": options, **more}


def _plain(name: str, value: object) -> int | float:
    """A whole number as an ``int``, any other finite one as a ``float``.

    Raises:
        ValueError: the value is no number, or is not finite.
    """
    if isinstance(value, Real) and not isinstance(value, bool) and isfinite(value):
        number = float(value)
        return int(number) if number.is_integer() else number
    raise ValueError(strings.NOT_A_NUMBER.format(name=name, value=value))
