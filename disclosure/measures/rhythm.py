"""A table that comes out again and again for a year: what the steps from one release to the next give away.

Two questions are kept apart. *Isolated*: how many people are in differences that are small groups beyond doubt, whoever
looks. *Right* and *wrong*: what a neighbour gets out of it who knows where somebody lives and when she began.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure import strings
from disclosure.attacks.growth import sole_growth
from disclosure.defences.publishing import DelaySmallChanges, FixedPopulation, ForEachTable, PublishEvery
from disclosure.frames import guesses, one_in
from disclosure.labels import as_text
from disclosure.measures.risk import score
from disclosure.tables.editions import Publication

Publications = tuple[Publication, ...]
Rule = Callable[[Publications], Publications]
"""Takes all publications, returns what is published instead."""

RHYTHMS: Final = {"weekly": 1, "monthly": 4, "quarterly": 13}
"""Every how many weeks a table comes out."""

SMALL: Final = 10
"""A group of fewer people is small: ACRO's default threshold."""


def year_of_releases(
    people: pd.DataFrame,
    weekly: Publications,
    rules: Sequence[Sequence[Rule]],
    *,
    wanted: str,
    small: int = SMALL,
) -> pd.DataFrame:
    """Publish a table for a year under one set of rules after another, and attack each step between two releases.

    The targets are all who began after the first and by the last day of ``weekly``. The neighbour of each knows between
    which two releases she began and all her labels but the wanted one.

    Args:
        people: one row per person: ``viewer_id``, ``began_on`` and the table's dimensions.
        weekly: what could be published: the same table week after week, nothing hidden, without totals.
        rules: what is tried; several in a row, or none.
        wanted: the dimension whose label the neighbour wants.
        small: a difference of fewer people isolates them.

    Returns:
        One row per set of rules: ``rules`` (as code), ``label`` (in words), ``releases`` (how many come out); ``n``,
        ``right``, ``wrong``, ``abstained``, ``baseline`` (always the label that was most frequent in her line at
        first), ``low``, ``high`` (95 % interval of right / n); ``isolated``: people in differences of 1 to
        ``small - 1`` between one release and the next that are proven, ``alone``: differences of exactly 1 among them;
        ``utility_lost``: see `news_lost`; ``weeks_late``: see `weeks_late`.

    Raises:
        ValueError: fewer than two releases are left, or they are not of one table without totals, the earliest first.
    """
    return pd.DataFrame([_judged(people, weekly, tuple(steps), wanted, small) for steps in rules])


def _judged(
    people: pd.DataFrame, weekly: Publications, steps: tuple[Rule, ...], wanted: str, small: int
) -> dict[str, Any]:
    """One row of the sweep."""
    published = reduce(lambda so_far, rule: rule(so_far), steps, weekly)
    if len(published) < 2:
        raise ValueError("a year needs at least two releases: nothing can be taken off a single one.")
    claims, truth = guess_newcomers(people, weekly, published, wanted=wanted)
    together, alone = isolated_by_steps(published, small)
    return {
        "rules": " then ".join(map(repr, steps)),
        "label": ", ".join(map(in_words, steps)) or strings.NO_RULE,
        "releases": len(published),
        **vars(score(claims, truth, blind=_blind(weekly[0], truth, wanted))),
        "isolated": together,
        "alone": alone,
        "utility_lost": news_lost(weekly, published),
        "weeks_late": weeks_late(weekly, published),
    }


def in_words(rule: Rule) -> str:
    """Say in a few words what a rule does.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> in_words(PublishEvery(4)), in_words(ForEachTable(Suppress(10))), in_words(DelaySmallChanges(5))
        ('every 4 weeks', 'hide below 10', 'delay changes below 5')
    """
    if isinstance(rule, PublishEvery):
        return strings.EVERY.format(n=rule.n)
    if isinstance(rule, DelaySmallChanges):
        return strings.DELAY.format(below=rule.below)
    if isinstance(rule, FixedPopulation):
        return strings.FIXED_POPULATION
    if isinstance(rule, ForEachTable):
        name, number = type(rule.defence).__name__, next(iter(vars(rule.defence).values()))
        return strings.FOR_EACH_TABLE.get(name, repr(rule.defence)).format(number=number)
    return repr(rule)


def guess_newcomers(
    people: pd.DataFrame, weekly: Publications, published: Publications, *, wanted: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Let the neighbour of every newcomer take the release before she began off the first one after it.

    Args:
        people, weekly, wanted: as in `year_of_releases`.
        published: what is published instead of ``weekly``.

    Returns:
        Guesses (see `lessons.differencing.attack.tell_apart`) and truth (``target``, ``answer``, and the other
        labels), one row per newcomer. Who began after the last release is not guessed at.
    """
    cells = weekly[0].table.cells
    others = [name for name in weekly[0].table.by if name != wanted]
    lines, labels = pd.MultiIndex.from_frame(cells[others]).unique(), pd.Index(cells[wanted].unique())
    truth = _newcomers(people, weekly, wanted)
    counts = _counts(published)[:, _in_lines(cells, lines, labels, wanted)]
    grown = np.diff(counts, axis=0)
    label, grow, proven = sole_growth(grown, np.full(grown.shape[:-1], np.nan))
    step = np.searchsorted(_days(published), truth["day"].to_numpy(dtype="datetime64[s]")) - 1
    line = lines.get_indexer(pd.MultiIndex.from_frame(truth[others]))
    seen = (step >= 0) & (step < len(grown)) & (line >= 0)
    at = step.clip(0, len(grown) - 1), line
    declared = seen & proven[at]
    confidence = np.where(seen, one_in(grow[at]), 0.0)
    return guesses(truth["target"], labels.astype("str").to_numpy()[label[at]], confidence, declared), truth


def _newcomers(people: pd.DataFrame, weekly: Publications, wanted: str) -> pd.DataFrame:
    """Who began after the first day and by the last: ``target``, ``day``, ``answer`` and the other labels."""
    labels = people[list(weekly[0].table.by)].apply(as_text).rename(columns={wanted: "answer"})
    everybody = labels.assign(target=people["viewer_id"], day=people["began_on"])
    days = _days(weekly)
    return everybody[(everybody["day"] > days[0]) & (everybody["day"] <= days[-1])].reset_index(drop=True)


def _in_lines(cells: pd.DataFrame, lines: pd.MultiIndex, labels: pd.Index, wanted: str) -> np.ndarray:
    """The places of the cells, line by line; shape (lines, labels)."""
    every = pd.MultiIndex.from_tuples([(*line, label) for line in lines for label in labels])
    return pd.MultiIndex.from_frame(cells[[*lines.names, wanted]]).get_indexer(every).reshape(len(lines), len(labels))


def _blind(first: Publication, truth: pd.DataFrame, wanted: str) -> float:
    """How often the label that was most frequent in somebody's line at first is hers."""
    others = [name for name in first.table.by if name != wanted]
    ranked = first.table.cells.sort_values("count", ascending=False, kind="stable")
    most = ranked.drop_duplicates(others or None)[[*others, wanted]]
    both = truth.merge(most, on=others, how="left") if others else truth.assign(**{wanted: most[wanted].iloc[0]})
    return float(both[wanted].eq(both["answer"]).mean()) if len(both) else 0.0


def isolated_by_steps(published: Publications, small: int) -> tuple[int, int]:
    """Count who is isolated by the differences between each release and the next.

    A difference is proven if nobody leaves, nothing is rounded and no number is repeated.

    Returns:
        People in differences of 1 to ``small - 1``, and differences of exactly 1.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> people = [pd.DataFrame({"film": list(films)}) for films in ("AB", "ABB", "AABBBB")]
        >>> days = pd.date_range("2017-11-27", "2017-12-11", freq="7D")
        >>> totals = [Publication(str(d), count_table(p, by=["film"], totals=False), d) for p, d in zip(people, days)]
        >>> isolated_by_steps(tuple(totals), small=10)
        (4, 2)
    """
    if any(each.people_leave or each.table.base > 1 for each in published):
        return 0, 0
    grown = np.diff(_counts(published), axis=0)
    repeated = np.array([each.table.cells.get("repeated", np.zeros(grown.shape[1])) for each in published], dtype=bool)
    grown = np.where(repeated[1:] | repeated[:-1], 0, np.nan_to_num(grown))
    return int(grown[(grown >= 1) & (grown < small)].sum()), int((grown == 1).sum())


def news_lost(weekly: Publications, published: Publications) -> float:
    """Return the share of the year's news that the reader misses, 0 to 1.

    The news of a Monday is by how much each cell has changed since the first one. The reader sees by how much the last
    release differs from the first; nothing, where either hides the cell. What she misses is the sum of all absolute
    differences between the two, over cells and Mondays, as a share of the sum of the news; at most 1.
    """
    true, seen = _news(weekly, published)
    return float(min(1.0, np.abs(true - seen).sum() / max(1.0, np.abs(true).sum())))


def weeks_late(weekly: Publications, published: Publications) -> float:
    """Return how many weeks pass on average until a newcomer is in print; the year's end counts as her day if never."""
    true, seen = _news(weekly, published)
    return float((true - seen).clip(min=0).sum() / max(1.0, true[-1].clip(min=0).sum()))


def _news(weekly: Publications, published: Publications) -> tuple[np.ndarray, np.ndarray]:
    """What has changed since the first Monday, in truth and in print; shape (Mondays, cells)."""
    true = _counts(weekly)
    shown = _counts(published)
    last = np.searchsorted(_days(published), _days(weekly), side="right") - 1
    return true - true[0], np.nan_to_num(shown[last] - shown[0])


def _days(publications: Publications) -> np.ndarray:
    """The days of all publications; datetime64[s], shape (publications,)."""
    days = np.array([each.day for each in publications], dtype="datetime64[s]")
    if np.isnat(days).any() or (np.diff(days) <= np.timedelta64(0, "s")).any():
        raise ValueError("the releases of a year must each have a day, the earliest first.")
    return days


def _counts(publications: Publications) -> np.ndarray:
    """All cells of all publications, not a number where hidden; shape (publications, cells)."""
    first = publications[0].table
    if first.is_total.any() or any(len(each.table.cells) != len(first.cells) for each in publications):
        raise ValueError("the releases of a year must be of one table without totals.")
    counts = [each.table.cells["count"].to_numpy(dtype="float64", na_value=np.nan) for each in publications]
    return np.array(counts)


def isolated_by_rhythm(weekly: Publications, thresholds: Iterable[int]) -> pd.DataFrame:
    """Count who is isolated in a year, rhythm by rhythm and threshold by threshold, where small counts are hidden.

    Args:
        weekly: the same table week after week, nothing hidden; nobody leaves.
        thresholds: the smallest printable counts; also, below how many people a group is small.

    Returns:
        One row per rhythm and threshold: ``rhythm``, ``strength`` (the threshold), ``releases``, ``isolated``,
        ``alone`` (as in `isolated_by_steps`).
    """
    counts = _counts(weekly)
    rows = []
    for rhythm, weeks in RHYTHMS.items():
        each = counts[::weeks]
        for threshold in thresholds:
            printed = (each == 0) | (each >= threshold)
            grown = np.where(printed[1:] & printed[:-1], np.diff(each, axis=0), 0)
            small = grown[(grown >= 1) & (grown < threshold)]
            found = {"isolated": int(small.sum()), "alone": int((small == 1).sum())}
            rows.append({"rhythm": rhythm, "strength": threshold, "releases": len(each), **found})
    return pd.DataFrame(rows)
