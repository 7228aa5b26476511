"""What may be shown of many guesses: pooled so that nobody can be told apart (a threshold, and coarsened categories).

Whatever a room shows must pass the lessons that it teaches. So all of this is worked out once, after a question is
closed; a running count would tell what each newcomer said.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

LEAST_PEOPLE: Final = 10
"""With fewer answers than this nothing is shown: two groups of the smallest size that may be shown would not fit."""

LEAST_TOGETHER: Final = 5
"""The smallest number of people that is shown, as in tables of Ofqual (`disclosure.rules`). 0 is smaller too."""

MOST_BINS: Final = 6
"""How many groups of guesses are shown at most: each more is one more small group to be merged."""

FIFTHS: Final = 5
"""In how many groups guesses with decimals are shown: a fifth of a whole scale has one decimal at most."""


@dataclass(frozen=True)
class Bin:
    """Guesses that lie close together.

    Attributes:
        low, high: the ends of the bin; both are within it where guesses are whole numbers, else ``high`` is not,
            but for the last bin.
        people: how many guessed so.
    """

    low: float
    high: float
    people: int


def pooled(guesses: Sequence[float], *, minimum: float, maximum: float, whole: bool = True) -> tuple[Bin, ...]:
    """Put guesses into at most six bins of 5 or more people; nothing where fewer than 10 guessed.

    The bins are cut by the question's scale, never by the guesses: an end that is a guess would show it. Then each bin
    that is too small joins the next one (the last ones join the one before), so no bin says that nobody is in it.

    Args:
        guesses: one for each person, from ``minimum`` to ``maximum``.
        minimum, maximum: the ends of the scale.
        whole: whether guesses are whole numbers.

    Examples:
        >>> pooled([1, 1, 2, 2, 3, 7, 8, 8, 9, 9, 20], minimum=0, maximum=23)
        (Bin(low=0, high=3, people=5), Bin(low=4, high=23, people=6))
        >>> pooled([1, 2, 3], minimum=0, maximum=23)
        ()
    """
    if len(guesses) < LEAST_PEOPLE:
        return ()
    return merged(fine_bins(guesses, minimum=minimum, maximum=maximum, whole=whole))


def fine_bins(guesses: Sequence[float], *, minimum: float, maximum: float, whole: bool = True) -> tuple[Bin, ...]:
    """Count guesses in equal parts of the scale, however few there are in each. Nobody is shown this.

    Examples:
        >>> [(part.low, part.high) for part in fine_bins([], minimum=0, maximum=10)]
        [(0, 1), (2, 3), (4, 5), (6, 7), (8, 9), (10, 10)]
        >>> [(part.low, part.high) for part in fine_bins([], minimum=0, maximum=1, whole=False)]
        [(0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.0)]
    """
    ends = _whole_parts(int(minimum), int(maximum)) if whole else _parts(minimum, maximum)
    counts = [0] * len(ends)
    for guess in guesses:
        counts[sum(low <= guess for low, _ in ends) - 1] += 1
    return tuple(Bin(low, high, people) for (low, high), people in zip(ends, counts, strict=True))


def _whole_parts(minimum: int, maximum: int) -> list[tuple[float, float]]:
    """A scale of whole numbers in at most six parts: the ends of each, both within it."""
    values = maximum - minimum + 1
    parts = min(MOST_BINS, values)
    starts = [minimum + math.ceil(values * part / parts) for part in range(parts + 1)]
    return [(low, after - 1) for low, after in pairwise(starts)]


def _parts(minimum: float, maximum: float) -> list[tuple[float, float]]:
    """A scale in five parts: each begins where the one before ends."""
    return list(pairwise(round(minimum + (maximum - minimum) * part / FIFTHS, 9) for part in range(FIFTHS + 1)))


def merged(bins: Sequence[Bin]) -> tuple[Bin, ...]:
    """Merge neighbours, from the left, until each bin holds 5 people or more.

    Args:
        bins: side by side; together they hold at least 5.

    Examples:
        >>> merged([Bin(0, 1, 4), Bin(2, 3, 4), Bin(4, 5, 5), Bin(6, 7, 0)])
        (Bin(low=0, high=3, people=8), Bin(low=4, high=7, people=5))
    """
    done: list[Bin] = []
    rest: Bin | None = None
    for each in bins:
        rest = _together(rest, each) if rest else each
        if rest.people >= LEAST_TOGETHER:
            done.append(rest)
            rest = None
    if rest and done:
        done[-1] = _together(done[-1], rest)
    return tuple(done)


def _together(left: Bin, right: Bin) -> Bin:
    """Two neighbours as one."""
    return Bin(left.low, right.high, left.people + right.people)


def right_and_wrong(answers: Sequence[str], right: str) -> tuple[int, int] | None:
    """Count who was right and who was wrong; None where either is smaller than 5.

    Args:
        answers: the choice of each person.
        right: the right one.

    Examples:
        >>> right_and_wrong(["b"] * 7 + ["a"] * 5, "b")
        (7, 5)
        >>> right_and_wrong(["b"] * 12, "b") is None
        True
    """
    rights = sum(answer == right for answer in answers)
    counts = (rights, len(answers) - rights)
    return counts if min(counts) >= LEAST_TOGETHER else None


def decided(decisions: Sequence[str], choices: Sequence[str]) -> dict[str, int] | None:
    """Count the decisions; None where one of the choices was taken by fewer than 5, or by nobody.

    Args:
        decisions: one for each pair.
        choices: all that could be decided.

    Examples:
        >>> decided(["publish"] * 5 + ["change"] * 6, ["publish", "change"])
        {'publish': 5, 'change': 6}
        >>> decided(["publish"] * 12, ["publish", "change"]) is None
        True
    """
    counts = {choice: sum(each == choice for each in decisions) for choice in choices}
    return counts if counts and min(counts.values()) >= LEAST_TOGETHER else None
