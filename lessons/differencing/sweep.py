"""A table comes out for a year under one set of rules after another: who is told apart, what the reader misses."""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, Final

import pandas as pd

from disclosure.attacks.newcomers import guess_newcomers
from disclosure.defences.publishing import DelaySmallChanges, FixedPopulation, ForEachTable, PublishEvery
from disclosure.measures.rhythm import isolated_by_steps, news_lost, weeks_late
from disclosure.measures.risk import score
from disclosure.tables.editions import Publication, Publications
from disclosure.tables.running_totals import newcomers
from lessons.differencing import strings

Rule = Callable[[Publications], Publications]
"""Takes all publications, returns what is published instead."""

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

    The targets are all `disclosure.tables.newcomers`. The neighbour of each knows between which two releases she began
    and all her labels but the wanted one.

    Args:
        people: one row per person: ``viewer_id``, ``began_on`` and the table's dimensions.
        weekly: what could be published: the same table week after week, nothing hidden, without totals.
        rules: what is tried; several in a row, or none.
        wanted: the dimension whose label the neighbour wants.
        small: a difference of fewer people isolates them.

    Returns:
        One row per set of rules: ``rules`` (as code), ``label`` (in words), ``releases`` (how many come out); ``n``,
        ``right``, ``wrong``, ``abstained``, ``baseline`` (always the label that was most frequent in her line at
        first), ``low``, ``high`` (95 % interval of right / n), ``by_chance`` (how many a blind guesser gets right who
        speaks as often); ``isolated`` and ``alone``: see `isolated_by_steps`; ``utility_lost``: see `news_lost`;
        ``weeks_late``: see `weeks_late`.

    Raises:
        ValueError: fewer than two releases are left, or they are not of one table without totals, the earliest first.
    """
    truth = newcomers(people, weekly, wanted=wanted)
    return pd.DataFrame([_judged(truth, weekly, tuple(steps), wanted, small) for steps in rules])


def _judged(
    truth: pd.DataFrame, weekly: Publications, steps: tuple[Rule, ...], wanted: str, small: int
) -> dict[str, Any]:
    """One row of the sweep."""
    published = reduce(lambda so_far, rule: rule(so_far), steps, weekly)
    claims = guess_newcomers(published, truth.drop(columns="answer"), wanted=wanted)
    risk = score(claims, truth, blind=_blind(weekly[0], truth, wanted))
    together, alone = isolated_by_steps(published, small)
    return {
        "rules": " then ".join(map(repr, steps)),
        "label": ", ".join(map(in_words, steps)) or strings.NO_RULE,
        "releases": len(published),
        **vars(risk),
        "by_chance": (risk.right + risk.wrong) * risk.baseline / max(1, risk.n),
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


def _blind(first: Publication, truth: pd.DataFrame, wanted: str) -> float:
    """How often the label that was most frequent in somebody's line at first is hers."""
    others = [name for name in first.table.by if name != wanted]
    ranked = first.table.cells.sort_values("count", ascending=False, kind="stable")
    most = ranked.drop_duplicates(others or None)[[*others, wanted]]
    both = truth.merge(most, on=others, how="left") if others else truth.assign(**{wanted: most[wanted].iloc[0]})
    return float(both[wanted].eq(both["answer"]).mean()) if len(both) else 0.0
