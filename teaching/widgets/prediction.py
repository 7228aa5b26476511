"""A prediction: the learner commits to a guess before she sees the answer, and then sees both side by side."""

from collections.abc import Sequence
from numbers import Integral, Real
from typing import Any

import anywidget
import traitlets

from teaching import progress
from teaching.charts.revealed import Revealed
from teaching.strings import asking as strings
from teaching.widgets.scripts import HERE, script


class Prediction(anywidget.AnyWidget):
    """A question with a place for a guess; make one with `predict`."""

    _esm = script("prediction.js")
    _css = HERE / "asking.css"

    name = traitlets.Unicode()
    question = traitlets.Unicode().tag(sync=True)
    options = traitlets.List(traitlets.Unicode()).tag(sync=True)
    minimum = traitlets.Float(None, allow_none=True).tag(sync=True)
    maximum = traitlets.Float(None, allow_none=True).tag(sync=True)
    whole = traitlets.Bool(False).tag(sync=True)
    guess = traitlets.Any(None, allow_none=True).tag(sync=True)
    _words = traitlets.Dict().tag(sync=True)

    @traitlets.observe("guess")
    def _remember(self, change: Any) -> None:
        """Keep the guess, so that a restart does not lose it."""
        if self.guess is not None:
            progress.record("prediction", self.name, self.guess)

    def reveal(self, truth: Any) -> Revealed:
        """Show the answer beside the guess.

        Args:
            truth: the answer: a number, or one of the options.
        """
        scale = None if self.minimum is None or self.maximum is None else (self.minimum, self.maximum)
        return Revealed(guess=self.guess, truth=_plain(truth), scale=scale, name=self.name)


def predict(
    name: str,
    question: str,
    *,
    minimum: float | None = None,
    maximum: float | None = None,
    options: Sequence[str] = (),
) -> Prediction:
    """Ask for a guess. A guess that was made before, in an earlier session too, stands there again.

    Args:
        name: the lesson and what is guessed, such as ``"suppression/how-many"``.
        question: what is asked.
        minimum, maximum: where a number is asked for: the smallest and the largest that can be guessed. Where
            both are integers, a whole number is asked for; where the answer may have decimals, write ``10.0``.
        options: where a text is asked for: the texts.

    Raises:
        ValueError: it is not clear whether a number or a text is asked for, or the name has no lesson.

    Examples:
        >>> guess = predict("suppression/how-many", "How many cells are hidden?", minimum=0, maximum=20)
        >>> guess.reveal(12)
        The answer: 12. You have not guessed; you can still do so, and run this cell again.
        >>> guess.guess = 5
        >>> guess.reveal(12)
        You guessed 5. The answer: 12. Your guess was 7 too low.
    """
    if bool(options) == (minimum is not None and maximum is not None):
        raise ValueError("give a prediction either a minimum and a maximum, or options.")
    if name.count("/") != 1:
        raise ValueError(f"name is {name!r}: write the lesson and what is guessed, such as 'suppression/how-many'.")
    whole = isinstance(minimum, Integral) and isinstance(maximum, Integral)
    prediction = Prediction(
        name=name,
        question=question,
        options=list(options),
        minimum=None if options else _plain(minimum),
        maximum=None if options else _plain(maximum),
        whole=whole,
        _words=_words(whole, *((minimum, maximum) if not options else ())),
    )
    earlier = progress.last("prediction", name)
    if earlier in options if options else _fits(earlier, minimum, maximum):
        prediction.set_trait("guess", earlier)
    return prediction


def _words(whole: bool, *scale: float | None) -> dict[str, str]:
    """What the control says, the ends of its scale in words."""
    ends = {name: f"{end:g}" for name, end in zip(("minimum", "maximum"), scale, strict=False)}
    asked = strings.WHOLE_FIRST if whole else strings.NUMBER_FIRST
    return {
        "commit": strings.COMMIT,
        "made": strings.GUESS_MADE,
        "first": asked.format(**ends) if ends else strings.GUESS_FIRST,
        "number": strings.GUESS_NUMBER,
        "range": strings.GUESS_RANGE.format(**ends) if ends else "",
    }


def _fits(guess: Any, minimum: float | None, maximum: float | None) -> bool:
    """Whether an earlier guess is a number on the scale."""
    number = isinstance(guess, Real) and not isinstance(guess, bool)
    return number and minimum is not None and maximum is not None and minimum <= guess <= maximum


def _plain(value: Any) -> Any:
    """NumPy's numbers as Python's."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return str(value)
    return int(value) if isinstance(value, Integral) else float(value)
