"""Scoreboard-RH: how well does each record of a log fit what is known of somebody, and is one of them far ahead?

Source: A. Narayanan and V. Shmatikov, "Robust De-anonymization of Large Sparse Datasets", IEEE S&P 2008: the scoring
function of the algorithm, and the parameters that they chose for the log of a contest.

Deviations: a title that a single record holds would have the weight 1 / log 1, so |supp| counts as 2 at least. Where
neither stars nor a day are known, a title that the record holds counts 1, so that the score is the sum of the weights.
A title that a record holds more than once, or that is known of more than once, counts once, by what fits best (of equal
stars, the nearest day). What is missing on either side adds nothing.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy.sparse import csc_array

from lessons.linking.inverted_index import InvertedIndex

STARS_SCALE: Final = 1.5
"""rho_0: a difference of so many stars brings the fit down to 1/e."""

DAYS_SCALE: Final = 30.0
"""d_0: a difference of so many days does."""

FEWEST_VIEWERS: Final = 2
"""|supp| below this counts as this: a deviation from the paper."""

TIE: Final = 1e-12
"""Scores that differ by a smaller share than this differ by rounding only."""


@dataclass(frozen=True, eq=False)
class Clues:
    """What is known of one person: some titles, and perhaps the stars that she gave and the days.

    Attributes:
        titles: int, the numbers of the titles in the index.
        stars: float, one per title; NaN where they are not known.
        days: float, in the numbers of the index, one per title; NaN where they are not known.
    """

    titles: np.ndarray
    stars: np.ndarray
    days: np.ndarray


@dataclass(frozen=True)
class Lead:
    """How far the best record is ahead of all others.

    Attributes:
        best: the highest score.
        second: the second highest, as high as the highest where two records share it.
        eccentricity: (best - second) / sigma, where sigma is the standard deviation of the scores of all records,
            zeros included; 0 where two records share the highest score, or there is no second record.
        record: the number of the best record; -1 where no record is ahead.
    """

    best: float
    second: float
    eccentricity: float
    record: int


def weight(support: Any) -> Any:
    """Return the weight of a title, 1 / log|supp|: a title that few have watched tells more.

    Args:
        support: how many records hold the title; a number below 2 counts as 2.

    Examples:
        >>> weight(np.array([0, 1, 2, 100])).round(3).tolist()
        [1.443, 1.443, 1.443, 0.217]
    """
    return 1 / np.log(np.maximum(support, FEWEST_VIEWERS))


def similarity(difference: Any, scale: float) -> Any:
    """Return exp(-|difference| / scale): 1 where two values agree, close to 0 where they are far apart.

    Args:
        difference: a number, an array or a Series; the answer is of the same kind.
        scale: at this difference the similarity is 1 / e.

    Examples:
        >>> similarity(np.array([0, 1.5, -30]), scale=1.5).round(3).tolist()
        [1.0, 0.368, 0.0]
    """
    return np.exp(np.abs(difference) / -scale)


def scores(index: InvertedIndex, clues: Clues) -> np.ndarray:
    """Return the score of every record: the sum over the titles in the clues of weight times fit.

    The fit is ``exp(-|stars - stars'| / 1.5) + exp(-|day - day'| / 30)``, of which what is not known is left out.

    Args:
        index: the log.
        clues: what is known of one person.

    Examples:
        >>> import pandas as pd
        >>> from lessons.linking.inverted_index import inverted_index
        >>> log = pd.DataFrame({"viewer_id": [7, 8, 8], "title_id": ["A", "A", "B"], "stars": [4, 5, 4]})
        >>> clues = Clues(titles=np.array([0, 1]), stars=np.array([4, 4]), days=np.array([np.nan, np.nan]))
        >>> scores(inverted_index(log), clues).round(3).tolist()
        [1.443, 2.183]
    """
    titles, tables = _fit_of_facts(index, clues)
    rows = [index.rows_of(title) for title in titles]
    starts = np.cumsum([0, *(each.stop - each.start for each in rows)], dtype=np.int32)
    records, fits = np.empty(starts[-1], dtype=np.int32), np.empty(starts[-1])
    for each, table, start, stop in zip(rows, tables, starts, starts[1:], strict=False):
        records[start:stop] = index.records[each]
        np.take(table, index.facts[each], out=fits[start:stop], mode="clip")
    if index.rewatched and len(fits):
        records, fits, starts = _best_of_each(records, fits, starts)
    fit_of_records = csc_array((fits, records, starts), shape=(len(index.viewers), len(titles)))
    return fit_of_records @ weight(index.support[titles])


def lead(scores: np.ndarray) -> Lead:
    """Return how far the best of the scores is ahead.

    Args:
        scores: one per record, none below 0.

    Examples:
        >>> lead(np.array([0.0, 0.0, 1.0, 4.0]))
        Lead(best=4.0, second=1.0, eccentricity=1.8299..., record=3)
        >>> lead(np.array([1.0, 2.0, 2.0])), lead(np.array([2.0]))
        (Lead(best=2.0, second=2.0, eccentricity=0.0, record=-1), Lead(best=2.0, second=nan, eccentricity=0.0, ...
    """
    if len(scores) < 2:
        return Lead(float(scores.max(initial=0.0)), np.nan, 0.0, -1)
    record = int(scores.argmax())
    best = float(scores[record])
    second = float(max(scores[:record].max(initial=0.0), scores[record + 1 :].max(initial=0.0)))
    if best - second <= TIE * best:
        return Lead(best, second, 0.0, -1)
    return Lead(best, second, (best - second) / float(scores.std()), record)


def _fit_of_facts(index: InvertedIndex, clues: Clues) -> tuple[np.ndarray, np.ndarray]:
    """How well each fact that a row can have fits each known title: worked out once for a fact, not once for each row.

    Returns:
        The titles, each once; and a table with one row for each of them and one column for each fact.
    """
    order = np.argsort(clues.titles, kind="stable")
    titles, stars, days = clues.titles[order], clues.stars[order], clues.days[order]
    of_stars, of_days = _fit(index.stars, stars, STARS_SCALE), _fit(index.days, days, DAYS_SCALE)
    tables = (of_stars[:, :, None] + of_days[:, None, :]).reshape(len(titles), index.n_facts)
    tables[np.isnan(stars) & np.isnan(days)] = 1
    first = np.flatnonzero(np.diff(titles, prepend=-1))
    return titles[first], tables if len(first) == len(titles) else np.maximum.reduceat(tables, first)


def _fit(values: np.ndarray, known: np.ndarray, scale: float) -> np.ndarray:
    """How well each value fits each known one, and 0 where one of both is missing; the last column is for no value."""
    fits = np.zeros((len(known), len(values) + 1))
    there = np.flatnonzero(~np.isnan(known))
    fits[there, :-1] = similarity(values - known[there, None], scale)
    return fits


def _best_of_each(records: np.ndarray, fits: np.ndarray, starts: np.ndarray) -> tuple[np.ndarray, ...]:
    """Where a record holds a title more than once, only what fits best."""
    is_first = np.diff(records, prepend=-1) != 0
    is_first[starts[:-1]] = True
    first = np.flatnonzero(is_first)
    return records[first], np.maximum.reduceat(fits, first), first.searchsorted(starts).astype(np.int32)
