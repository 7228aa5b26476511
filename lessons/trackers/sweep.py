"""Desks x ways to ask -> tidy frames: who is found, who is accused, after how many questions, and the price."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any, Final

import pandas as pd

from disclosure.measures.risk import Risk, score
from lessons.trackers import strings
from lessons.trackers.attack import (
    Learnt,
    Way,
    by_average,
    by_double,
    by_equality,
    by_general,
    by_refusal,
    direct,
    find_double_tracker,
    find_tracker,
    guess_each,
    individual,
)
from lessons.trackers.conditions import Condition, Fact
from lessons.trackers.defences import FreshNoise, Noise, NoiseBySet, NoiseByText
from lessons.trackers.release import KNOWN, SECRET, Desk, facts_offered

WATCHED: Final = Fact(SECRET, True)
"""What the neighbours want to know."""

WAYS: Final = (1, 4, 16, 62)
"""In how many ways, or how often, neighbours ask a desk with noise."""


@dataclass(frozen=True)
class Neighbours:
    """Some people, what their neighbours know of them, and what is true.

    Args:
        known: ``target`` and one column per fact; what an attack gets.
        truth: ``target`` and ``answer`` (bool); what only a score gets.
    """

    known: pd.DataFrame
    truth: pd.DataFrame

    @property
    def blind(self) -> float:
        """How often somebody is right who says of everybody what is more frequent."""
        share = float(self.truth["answer"].mean())
        return max(share, 1 - share)

    def score(self, found: pd.DataFrame) -> Risk:
        """Count how many guesses are right, beside a blind guess."""
        return score(found, self.truth, blind=self.blind)

    def ask(self, desk: Desk, way: Way, secret: Condition = WATCHED) -> dict[str, Any]:
        """Let each neighbour ask; count who is right (see `disclosure.measures.Risk`), and ``asked`` per target."""
        found = guess_each(desk, self.known, secret, way)
        return vars(self.score(found)) | {"asked": float(found["asked"].mean())}


def smallest_counts(people: pd.DataFrame, shares: Sequence[float]) -> list[int]:
    """Return the smallest counts that are these shares of everybody, rounded up.

    Examples:
        >>> smallest_counts(pd.DataFrame(index=range(2_000)), [0.01, 0.28])
        [20, 560]
    """
    return [-int(-share * len(people) // 1) for share in shares]


def by_threshold(people: pd.DataFrame, neighbours: Neighbours, ks: Sequence[int]) -> pd.DataFrame:
    """Let all neighbours ask desks that refuse more and more, in all ways that there are.

    Args:
        people: the rows behind the desk.
        neighbours: who asks.
        ks: the smallest counts that are told.

    Returns:
        One row per k and way: ``k``, ``way``, ``tracker`` (the sets that were found; empty where none are needed or
        there are none), ``n``, ``right``, ``wrong``, ``abstained``, ``baseline``, ``low``, ``high`` (95 % interval of
        right / n), ``asked`` (questions per target, without those of the search), ``searched`` (questions of the
        search), ``lost`` (see `refused_share`).
    """
    rows = []
    for k in ks:
        desk, lost = Desk(people, k), refused_share(people, k)
        for name, way, tracker, searched in _ways(desk):
            asked = neighbours.ask(desk, way)
            rows.append({"k": k, "way": name, "tracker": tracker, **asked, "searched": searched, "lost": lost})
    return pd.DataFrame(rows)


def _ways(desk: Desk) -> Iterator[tuple[str, Way, str, int]]:
    """The ways to ask a desk: name, way, the sets that help, and how many questions it took to find them."""
    offered = facts_offered(desk.people)
    yield "direct", direct, "", 0
    yield "individual", individual, "", 0
    tracker, searched = find_tracker(desk, offered)
    yield "general", partial(by_general, tracker=tracker) if tracker else _nothing, str(tracker or ""), searched
    pair, searched = find_double_tracker(desk, offered)
    double = partial(by_double, inner=pair[0], outer=pair[1]) if pair else _nothing
    yield "double", double, strings.INSIDE.join(map(str, pair or ())), searched


def _nothing(desk: Desk, facts: Sequence[Fact], secret: Condition) -> Learnt:
    """The way of somebody who has found no set that helps: no question, nothing learnt."""
    return Learnt(None, None, asked=0)


def refused_share(people: pd.DataFrame, k: int) -> float:
    """What readers lose: of all tables by two facts, the share of people in cells that the desk refuses.

    Args:
        people: the rows behind the desk.
        k: the smallest count that is told.

    Examples:
        >>> people = pd.DataFrame({name: ["a"] * 7 + ["b"] * 3 for name in KNOWN})
        >>> refused_share(people, 3), refused_share(people, 4)
        (0.0, 1.0)
    """
    tables = list(combinations(KNOWN, 2))
    counts = [people.groupby(list(pair), observed=True).size() for pair in tables]
    refused = sum(int(table[(table < k) | (table > len(people) - k)].sum()) for table in counts)
    return refused / (len(people) * len(tables))


def usable_trackers(people: pd.DataFrame, k: int) -> float:
    """Return the share of single facts that are general trackers, of all that can be asked for."""
    counts = [people[column].value_counts() for column in KNOWN]
    sizes = pd.concat(counts)
    return float(sizes.between(2 * k, len(people) - 2 * k).mean())


HOW: Final[dict[str, tuple[Callable[..., Learnt], tuple[int, ...]]]] = {
    "again": (partial(by_average, same=True), WAYS),
    "otherwise": (by_average, WAYS),
    "equal": (by_equality, WAYS[:2]),
}
"""How neighbours ask a desk with noise, and how often."""

NOISES: Final[dict[str, Noise]] = {"fresh": FreshNoise(sd=3), "text": NoiseByText(sd=3), "set": NoiseBySet(sd=3)}
"""Noise of one size, drawn in three ways."""


def by_noise(desk: Desk, neighbours: Neighbours, noises: Mapping[str, Noise] = NOISES) -> pd.DataFrame:
    """Let all neighbours ask desks with noise: the same again, in other ways, and whether two answers are equal.

    Args:
        desk: the desk without noise.
        neighbours: who asks.
        noises: the defences, by their names.

    Returns:
        One row per noise, way to ask (``again``, ``otherwise``, ``equal``) and number of pairs of questions: ``noise``,
        ``way``, ``pairs``, and the outcome as in `by_threshold`.
    """
    rows = []
    for name, noise in noises.items():
        for how, (ask, numbers) in HOW.items():
            for pairs in numbers:
                outcome = neighbours.ask(noise(desk), partial(ask, ways=pairs))
                rows.append({"noise": name, "way": how, "pairs": pairs, **outcome})
    return pd.DataFrame(rows)


def by_zeros(people: pd.DataFrame, neighbours: Neighbours, ks: Sequence[int]) -> pd.DataFrame:
    """Let all neighbours ask desks that tell zeros, and learn from refusals.

    Returns:
        One row per k: ``k``, and the outcome as in `by_threshold`.
    """
    return pd.DataFrame([{"k": k, **neighbours.ask(Desk(people, k, zeros=True), by_refusal)} for k in ks])
