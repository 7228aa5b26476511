"""Linking: a few things that Bea has said in public find her record in a log without names.

Ada has a log with a number in place of each name, and what people have written elsewhere under names of their own:
titles, perhaps with stars, perhaps with dates.
Ada wants to know which of the records is Bea's.
Ada does arithmetic. Each record scores by how well it fits, and rare titles count more; if the best record is far ahead
of the second best, a match is declared. (This is the attack of Narayanan and Shmatikov, 2008; see `scoreboard`.)

Nobody tells Ada whether Bea is in the log at all. Some record is the best one, whether she is or not.
"""

from collections.abc import Iterator
from math import isfinite
from typing import Final

import numpy as np
import pandas as pd
from tqdm.auto import tqdm

from disclosure.frames import guesses, require_values
from lessons.linking.inverted_index import InvertedIndex, day_numbers, inverted_index
from lessons.linking.scoreboard import DAYS_SCALE, STARS_SCALE, Clues, Lead, lead, scores, similarity, weight

PHI: Final = 1.5
"""The eccentricity from which on a match is declared: the choice of Narayanan and Shmatikov (2008)."""

PATIENCE: Final = 2
"""Seconds until a progress bar is shown."""


def link(log: pd.DataFrame | InvertedIndex, known: pd.DataFrame, *, phi: float = PHI) -> pd.DataFrame:
    """Try to find the record of each person of whom something is known.

    All the evidence that both sides have is used. To see what comes of less, leave out a column of ``known``.

    Args:
        log: ``viewer_id``, ``title_id`` and, where it has them, ``stars`` and ``day``; one row per rating or showing.
            Or its index (see `inverted_index`), so that it is not made again.
        known: ``target`` (a name), ``title_id`` and, where they are known, ``stars`` and ``day``; one row per title.
            A title that the log does not have adds nothing.
        phi: the eccentricity from which on a match is declared, 0 or more.

    Returns:
        Guesses, one row per target, in the order of their first appearance: ``target``; ``claim`` (a ``viewer_id``,
        missing unless declared); ``confidence`` ((best - second) / best, 0 to 1); ``declared``; ``record`` (the best
        one, declared or not; missing where none is ahead); ``best``, ``second`` (the two highest scores) and
        ``eccentricity`` (see `scoreboard.Lead`).

    Raises:
        ValueError: a column is missing or of no use, or ``phi`` is below 0.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3, 4], "title_id": list("ABACAA")})
        >>> known = pd.DataFrame({"target": ["ada", "ada", "eve"], "title_id": list("ABA")})
        >>> link(log, known).round(2)
          target  claim  confidence  declared  record  best  second  eccentricity
        0    ada      1        0.67      True       1  2.16    0.72          2.31
        1    eve   <NA>        0.00     False    <NA>  0.72    0.72          0.00
    """
    index = log if isinstance(log, InvertedIndex) else inverted_index(log)
    leads = {target: lead(scores(index, clues)) for target, clues in _clues_by_target(index, known)}
    record = _as_labels([index.viewers[each.record] if each.record >= 0 else None for each in leads.values()], index)
    nobody, measured = np.zeros(len(leads), dtype=bool), _measured(list(leads.values()))
    return declare(guesses(list(leads), record, declared=nobody, record=record, **measured), phi=phi)


def declare(linked: pd.DataFrame, *, phi: float) -> pd.DataFrame:
    """Decide anew whom to accuse: whoever has a record that is ahead by at least ``phi``.

    Args:
        linked: the guesses of `link`.
        phi: the eccentricity from which on a match is declared, 0 or more.

    Raises:
        ValueError: ``phi`` is below 0 or no number.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3, 4], "title_id": list("ABACAA")})
        >>> linked = link(log, pd.DataFrame({"target": ["ada", "ada"], "title_id": list("AB")}))
        >>> [bool(declare(linked, phi=phi)["declared"].any()) for phi in (0, 2, 3)]
        [True, True, False]
    """
    if not (isfinite(phi) and phi >= 0):
        raise ValueError(f"phi is {phi}: it says how far ahead the best record must be, so it is 0 or more.")
    declared = linked["record"].notna() & (linked["eccentricity"] >= phi)
    return linked.assign(claim=linked["record"].where(declared), declared=declared)


def scoreboard(log: pd.DataFrame | InvertedIndex, known: pd.DataFrame) -> pd.DataFrame:
    """Return the score of every record for one person, the best first.

    Args:
        log: as for `link`.
        known: as for `link`, of one target.

    Returns:
        One row per record: ``viewer_id``, ``score``.

    Raises:
        ValueError: ``known`` is about nobody or about several people.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3, 4], "title_id": list("ABACAA")})
        >>> scoreboard(log, pd.DataFrame({"target": ["ada", "ada"], "title_id": list("AB")})).round(2).head(2)
           viewer_id  score
        0          1   2.16
        1          2   0.72
    """
    index = log if isinstance(log, InvertedIndex) else inverted_index(log)
    about = list(_clues_by_target(index, known))
    if len(about) != 1:
        raise ValueError(f"known is about {len(about)} people: a scoreboard is about one of them.")
    scored = pd.DataFrame({"viewer_id": index.viewers, "score": scores(index, about[0][1])})
    return scored.sort_values("score", ascending=False, kind="stable", ignore_index=True)


def score_records(log: pd.DataFrame, known: pd.DataFrame) -> pd.Series:
    """Return the score of every record for one person, worked out row by row: the short form of `scoreboard`.

    Args:
        log: as for `link`; no index.
        known: as for `link`, of one target.

    Returns:
        The score of each ``viewer_id``, the highest first.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3, 4], "title_id": list("ABACAA")})
        >>> score_records(log, pd.DataFrame({"title_id": list("AB")})).round(2).head(2).to_dict()
        {1: 2.16, 2: 0.72}
    """
    log, known = (side.assign(day=day_numbers(side["day"])) if "day" in side else side for side in (log, known))
    both = log.merge(known, on="title_id", suffixes=("", "_known"))
    fit, silent = pd.Series(0.0, index=both.index), pd.Series(True, index=both.index)
    for fact, scale in {"stars": STARS_SCALE, "day": DAYS_SCALE}.items():
        if fact in log and fact in known:
            fit += similarity(both[fact] - both[f"{fact}_known"], scale).fillna(0)
            silent &= both[f"{fact}_known"].isna()
    best = fit.mask(silent, 1.0).groupby([both["viewer_id"], both["title_id"]]).max()
    weights = weight(log.groupby("title_id")["viewer_id"].nunique())
    score = best.mul(weights, level="title_id").groupby("viewer_id").sum()
    return score.reindex(log["viewer_id"].unique(), fill_value=0.0).sort_values(ascending=False, kind="stable")


def _clues_by_target(index: InvertedIndex, known: pd.DataFrame) -> Iterator[tuple[object, Clues]]:
    """Each target with her clues, those about titles of the log; a progress bar where it takes long."""
    _refuse_unusable(known, index)
    code, targets = pd.factorize(known["target"])
    title = index.titles.get_indexer(pd.Index(known["title_id"]))
    nothing = np.full(len(known), np.nan)
    stars = (
        known["stars"].to_numpy(dtype=np.float64, na_value=np.nan) if "stars" in known and len(index.stars) else nothing
    )
    day = day_numbers(known["day"]) if "day" in known and len(index.days) else nothing
    order = np.argsort(code, kind="stable")
    ends = code[order].searchsorted(np.arange(len(targets) + 1))
    for number, target in enumerate(tqdm(targets, desc="Targets", delay=PATIENCE)):
        rows = order[ends[number] : ends[number + 1]]
        rows = rows[title[rows] >= 0]
        yield target, Clues(title[rows], stars[rows], day[rows])


def _measured(leads: list[Lead]) -> dict[str, np.ndarray]:
    """What was measured of each target, as columns; ``confidence`` is how far ahead the best record is, 0 to 1."""
    best, second, eccentricity = (
        np.array([getattr(each, name) for each in leads], dtype=float) for name in ("best", "second", "eccentricity")
    )
    ahead = np.divide(best - second, best, out=np.zeros_like(best), where=eccentricity > 0)
    return {"confidence": ahead, "best": best, "second": second, "eccentricity": eccentricity}


def _as_labels(records: list[object], index: InvertedIndex) -> pd.Series:
    """Records as a column that can hold both the labels of the log and nothing."""
    labels = index.viewers.dtype
    nullable = {"i": "Int64", "u": "Int64", "f": "Float64"}
    return pd.Series(records, dtype=nullable.get(labels.kind, labels))


def _refuse_unusable(known: pd.DataFrame, index: InvertedIndex) -> None:
    """Say in a sentence why nobody can be looked for with this."""
    require_values(known, ("target", "title_id"), "what is known")
    if "day" in known and len(index.days) and pd.api.types.is_numeric_dtype(known["day"]) == index.dated:
        raise ValueError("day is a date on one side and a number on the other: make dates of both.")
    if "stars" in known and not pd.api.types.is_numeric_dtype(known["stars"]):
        raise ValueError(f"stars has values such as {known['stars'].iloc[0]!r}: make numbers of them first.")
