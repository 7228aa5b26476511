"""Wrong answers that are right in somebody else's world: a reason to look and to ask, and no proof.

Shared mistakes accuse innocents: two who think alike err alike. So only this is listed: an answer that is wrong in the
learner's own world, right in the world of another, and right in few worlds altogether (a rare value). And beside it
stands how many such coincidences chance alone brings.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

RARE: Final = 0.03
"""Only an answer that fewer than this share of all worlds have is listed."""

ALWAYS_COMMON: Final = (0, 1)
"""Never listed, whatever the worlds: everybody's guess."""

DIGITS: Final = 9
"""So many digits of a number are compared."""


@dataclass(frozen=True)
class Coincidence:
    """An answer that is wrong in one world and right in another.

    Attributes:
        one: who gave it.
        other: in whose world it is right.
        task: what was asked.
        answer: what was given.
        share: in what share of all worlds it is right.
    """

    one: str
    other: str
    task: str
    answer: Any
    share: float


@dataclass(frozen=True)
class Look:
    """What one exercise gives reason to look at.

    Attributes:
        found: the coincidences.
        expected: how many of them chance alone brings, if nobody has copied.
        pairs: how many pairs of a wrong answer and another learner's world were compared.
        worlds: how many worlds the shares were counted in.
    """

    found: tuple[Coincidence, ...] = ()
    expected: float = 0.0
    pairs: int = 0
    worlds: int = 0


Fits = Callable[[Any, Any], bool]
"""Whether an answer is right in a world, by the right answer there."""


def coincidences(
    task: str,
    given: Mapping[str, Any],
    right: Mapping[str, Any],
    everywhere: Sequence[Any],
    never: Collection[Any] = (),
    fits: Fits | None = None,
) -> Look:
    """Find wrong answers that are right elsewhere.

    Args:
        task: what was asked.
        given: who -> the answer that was given.
        right: who -> the right answer in that learner's own world.
        everywhere: the right answers in all worlds at hand, one for each world, the learners' own among them: so the
            number expected by chance is rather too large than too small.
        never: answers that are never listed beside 0 and 1, such as a threshold *k* or a number of people *n*.
        fits: whether an answer is right in a world, by the right answer there; None: it is if it says the same.

    Examples:
        >>> right = {"ada": 412, "bea": 977, "cleo": 655}
        >>> everywhere = [412, 977, 655, *range(1_000, 1_097)]
        >>> look = coincidences("w1", {"ada": 977, "bea": 977, "cleo": 1}, right, everywhere)
        >>> [(each.one, each.other) for each in look.found], look.pairs, look.expected
        ([('ada', 'bea')], 2, 0.02)
    """
    same = _saying_the_same([*given.values(), *right.values(), *everywhere])
    fits = fits or same
    common = {_key(value) for value in (*ALWAYS_COMMON, *never)}
    found, expected, pairs = list[Coincidence](), 0.0, 0
    for who, answer in given.items():
        if fits(answer, right[who]) or _key(answer) in common:
            continue
        share = sum(fits(answer, value) for value in everywhere) / max(len(everywhere), 1)
        if share >= RARE:
            continue
        others = [other for other in right if other != who and not same(right[other], right[who])]
        pairs, expected = pairs + len(others), expected + share * len(others)
        found += [Coincidence(who, other, task, answer, share) for other in others if fits(answer, right[other])]
    return Look(tuple(found), round(expected, 6), pairs, len(everywhere))


def _saying_the_same(values: Sequence[Any]) -> Fits:
    """Whether two of these values say the same; each is written down only once."""
    keys = {id(value): _key(value) for value in values}
    return lambda one, other: keys[id(one)] == keys[id(other)]


def _key(value: Any) -> str:
    """What two answers have in common that say the same: numbers by their first digits, whatever their type.

    Examples:
        >>> _key(3) == _key(3.0), _key(0.1 + 0.2) == _key(0.3), _key("3") == _key(3)
        (True, True, False)
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:.{DIGITS}g}" if abs(value) < 10**DIGITS else repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_key, value))}]"
    return repr(value)
