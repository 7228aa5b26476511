"""A guess and the answer, side by side: in a sentence, and as two marks on one scale."""

from dataclasses import dataclass
from html import escape
from math import isfinite
from typing import Any

from teaching.charts import colours
from teaching.strings import asking as strings

WIDTH, EDGE = 420, 40


@dataclass(frozen=True)
class Revealed:
    """What was guessed, and what is true.

    Args:
        guess: the guess; None if there is none.
        truth: the answer.
        scale: the smallest and largest number that could be guessed; None for texts.
        name: the prediction that it belongs to (see `teaching.widgets.prediction.predict`).

    Examples:
        >>> Revealed(guess=5, truth=12, scale=(0, 20))
        You guessed 5. The answer: 12. Your guess was 7 too low.
        >>> Revealed(guess="yes", truth="yes", scale=None)
        You guessed yes, and so it is.
    """

    guess: Any
    truth: Any
    scale: tuple[float, float] | None
    name: str = ""

    def __repr__(self) -> str:
        """Return the sentence."""
        if self.guess is None:
            return strings.NOT_GUESSED.format(truth=_in_words(self.truth))
        words = strings.REVEALED_RIGHT if self.guess == self.truth else strings.REVEALED
        return words.format(guess=_in_words(self.guess), truth=_in_words(self.truth), off=self._off())

    def _off(self) -> str:
        """How far a number is off."""
        if not (_has_a_place(self.guess) and _has_a_place(self.truth)):
            return ""
        words = strings.TOO_LOW if self.guess < self.truth else strings.TOO_HIGH
        return words.format(difference=_in_words(round(abs(self.guess - self.truth), 10)))

    def _repr_html_(self) -> str:
        """Return the sentence, and for numbers the scale."""
        style = f"border-left: 5px solid {colours.BLIND}; padding: 2px 14px; background: #fff; color: {colours.INK}"
        drawn = self._drawn() if self.scale is not None and _has_a_place(self.truth) else ""
        return f'<div style="{style}"><p role="status"><strong>{escape(repr(self))}</strong></p>{drawn}</div>'

    def _drawn(self) -> str:
        """Both numbers on one scale, which grows where the answer lies outside."""
        marks = [(self.truth, strings.THE_ANSWER, "triangle")]
        if self.guess is not None:
            marks.append((self.guess, strings.YOUR_GUESS, "circle"))
        numbers = [*(self.scale or ()), *(value for value, _, _ in marks)]
        low, high = min(numbers), max(numbers)
        across = [EDGE + (WIDTH - 2 * EDGE) * (value - low) / ((high - low) or 1) for value, _, _ in marks]
        line = f'<line x1="{EDGE}" x2="{WIDTH - EDGE}" y1="30" y2="30" stroke="{colours.INK}"/>'
        ends = f"{_text(EDGE, 34, _in_words(low), 'end', -8)}{_text(WIDTH - EDGE, 34, _in_words(high), 'start', 8)}"
        signs = "".join(_sign(x, shape, name) for x, (_, name, shape) in zip(across, marks, strict=True))
        label = f'role="img" aria-label="{escape(repr(self))}"'
        size = f'width="{WIDTH}" height="66" font-size="12" style="overflow: visible"'
        return f"<svg {label} {size}>{line}{ends}{signs}</svg>"


def _has_a_place(value: Any) -> bool:
    """Whether a value can stand on a scale: a number, and a finite one."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _in_words(value: Any) -> str:
    """A number without needless digits, or a text."""
    return f"{value:,.6g}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def _text(x: float, y: int, words: str, anchor: str, shift: int = 0) -> str:
    """A word of the picture."""
    return f'<text x="{x + shift:.0f}" y="{y}" text-anchor="{anchor}" fill="{colours.INK}">{escape(words)}</text>'


def _sign(x: float, shape: str, name: str) -> str:
    """A mark with its name: the answer above the line, the guess below."""
    if shape == "triangle":
        points = f"{x - 8:.0f},18 {x + 8:.0f},18 {x:.0f},30"
        return f'<polygon points="{points}" fill="{colours.FOUND}"/>{_text(x, 13, name, "middle")}'
    return f'<circle cx="{x:.0f}" cy="38" r="7" fill="{colours.HIDDEN}"/>{_text(x, 60, name, "middle")}'
