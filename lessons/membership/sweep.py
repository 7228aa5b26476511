"""Sizes, ways to print, titles known, and whom the line was drawn on -> whom Ada accuses, rightly and wrongly."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from disclosure.measures import wilson_interval
from disclosure.tables.count_table import CountTable
from lessons.membership.attack import evidence_of, line_from
from lessons.membership.behind import printed_likewise
from lessons.membership.prints import AS_COUNTED, KEPT, PRINTS, cell_keys_of, record_keys
from lessons.membership.release import Drawn, Watched, draw, fans, known_titles, reach

COHORTS: Final = 8
"""Groups that are drawn for each size: one alone would tell too little."""

EVERYBODY, ALIKE = "everybody", "people like her"
"""Whom Ada draws her line on."""

SHARE: Final = 0.01
"""Of people who are not in, how many she is ready to accuse."""


class Setting(NamedTuple):
    """What was tried."""

    size: int
    way: str
    known: int


class Scored(NamedTuple):
    """The scores of one group that was printed, and of the others; each of shape (people,)."""

    members: np.ndarray
    calibration: np.ndarray
    others: np.ndarray
    calibration_alike: np.ndarray
    """Whether each of those on whom the line may be drawn is of the taste of the group."""
    others_alike: np.ndarray


def scored(
    watched: Watched,
    sizes: Sequence[int],
    *,
    ways: Sequence[str] = (AS_COUNTED,),
    known: Sequence[int] = (20,),
    alike: str = "",
    listed: int | None = None,
    cohorts: int = COHORTS,
    seed: int = 53,
) -> Iterator[tuple[Setting, Scored]]:
    """Print groups, and work out everybody's score: one product of a sparse matrix for each setting.

    Args:
        watched: who has watched what.
        sizes: members of a group.
        ways: names of `lessons.membership.prints.PRINTS`.
        known: how many titles Ada knows of everybody.
        alike: a genre, if the groups are of one taste (see `lessons.membership.release.draw`).
        listed: how many titles are printed, those that most of everybody have watched; None prints all.
        cohorts: groups for each size; all ways and all numbers of titles are tried on the same ones.
        seed: draws groups, titles and noise.
    """
    facts = {number: known_titles(watched, number, seed=seed) for number in known}
    of_taste = fans(watched, alike) if alike else np.ones(len(watched.profiles), dtype=bool)
    service = _Service.of(watched, ways, alike, listed, seed)
    for size in sizes:
        groups = [draw(watched, size, alike=alike, seed=seed + number) for number in range(cohorts)]
        for way in ways:
            says = np.array([service.evidence(way, group, number) for number, group in enumerate(groups)]).T
            for number, matrix in facts.items():
                for group, score in zip(groups, (matrix @ says).T, strict=True):
                    yield Setting(size, way, number), _parts(score, group, of_taste)


def _parts(score: np.ndarray, group: Drawn, of_taste: np.ndarray) -> Scored:
    """Whose scores are whose."""
    members, calibration, others = (score[part] for part in group[1:])
    return Scored(members, calibration, others, of_taste[group.calibration], of_taste[group.others])


class _Service(NamedTuple):
    """What is worked out once for a service."""

    watched: Watched
    footnotes: dict[str, CountTable]
    kept: Watched
    """The same with at most so many titles of each profile."""
    keys: np.ndarray
    listed: int | None
    seed: int

    @classmethod
    def of(cls, watched: Watched, ways: Sequence[str], alike: str, listed: int | None, seed: int) -> "_Service":
        """Print one group in each way by the library, for the footnotes."""
        some = draw(watched, 20, alike=alike, seed=seed).members
        footnotes = {way: PRINTS[way](watched, some) for way in ways}
        kept = replace(watched, matrix=known_titles(watched, KEPT, seed=seed + 1)) if "noise" in ways else watched
        return cls(watched, footnotes, kept, record_keys(watched), listed, seed)

    def evidence(self, way: str, group: Drawn, number: int) -> np.ndarray:
        """Print a group, and say what each title tells somebody who has read the footnote."""
        footnote, size = self.footnotes[way], len(group.members)
        counted = self.kept if footnote.noise else self.watched
        keys = cell_keys_of(self.watched, group.members, self.keys)
        rng = np.random.default_rng([self.seed, size, number])
        printed = printed_likewise(footnote, counted.counts(group.members), keys, rng)
        public = reach(counted, group.public)
        says = evidence_of(footnote, printed, size, public)
        says[np.argsort(-public, kind="stable")[self.listed :] if self.listed else []] = 0
        return says


def membership_sweep(
    watched: Watched,
    sizes: Sequence[int],
    *,
    ways: Sequence[str] = (AS_COUNTED,),
    known: Sequence[int] = (20,),
    alike: str = "",
    lines: Sequence[str] = (EVERYBODY,),
    shares: Sequence[float] = (SHARE,),
    listed: int | None = None,
    cohorts: int = COHORTS,
    seed: int = 53,
) -> pd.DataFrame:
    """Accuse whoever lies above the line, and count: right among members, wrong among the others.

    Args:
        watched, sizes, ways, known, alike, listed, cohorts, seed: see `scored`.
        lines: whom the line is drawn on, ``EVERYBODY`` or ``ALIKE``.
        shares: which share of these she is ready to accuse.

    Returns:
        One row per setting: ``size``, ``way``, ``known``, ``line``, ``share``; ``members``, ``found`` (of these),
        ``found_share`` with ``low`` and ``high`` (95 % Wilson interval); ``others``, ``accused`` (of these),
        ``accused_share``; ``alike``, ``accused_alike`` (others of the taste of the group); and, told of all people of
        the service, ``right``, ``wrong``, ``blind`` (how many are right of as many who are accused by lot).
    """
    everybody, settings = len(watched.profiles), [(line, share) for line in lines for share in shares]
    rows = []
    for setting, one in scored(
        watched, sizes, ways=ways, known=known, alike=alike, listed=listed, cohorts=cohorts, seed=seed
    ):
        for line, share in settings:
            rows.append({**setting._asdict(), "line": line, "share": share, **_counted(one, line, share)})
    by = [*Setting._fields, "line", "share"]
    summed = pd.DataFrame(rows).groupby(by, sort=False).sum().reset_index()
    return in_people(summed, everybody)


def lists_sweep(watched: Watched, size: int, listed: Sequence[int]) -> pd.DataFrame:
    """Print only so many titles of a group, as counted: those that most of everybody have watched.

    Returns:
        One row per length of the list: ``listed``, and as of `membership_sweep`.
    """
    rows = [membership_sweep(watched, [size], listed=number).assign(listed=number) for number in listed]
    return pd.concat(rows, ignore_index=True)


def _counted(one: Scored, line: str, share: float) -> dict[str, int]:
    """Whom Ada accuses in one group."""
    chosen = one.calibration if line == EVERYBODY else one.calibration[one.calibration_alike]
    at = line_from(chosen, share)
    return {
        "members": len(one.members),
        "found": int((one.members > at).sum()),
        "others": len(one.others),
        "accused": int((one.others > at).sum()),
        "alike": int(one.others_alike.sum()),
        "accused_alike": int((one.others[one.others_alike] > at).sum()),
    }


def in_people(counted: pd.DataFrame, everybody: int) -> pd.DataFrame:
    """Tell shares of members and of others as people of the whole service (see `membership_sweep`)."""
    ends = [wilson_interval(found, n) for found, n in zip(counted["found"], counted["members"], strict=True)]
    found, accused = counted["found"] / counted["members"], counted["accused"] / counted["others"]
    right, wrong = found * counted["size"], accused * (everybody - counted["size"])
    return counted.assign(
        found_share=found,
        low=[low for low, _ in ends],
        high=[high for _, high in ends],
        accused_share=accused,
        alike_share=counted["accused_alike"] / counted["alike"].clip(lower=1),
        right=right,
        wrong=wrong,
        blind=(right + wrong) * counted["size"] / everybody,
    )
