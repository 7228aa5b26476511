"""Attacks x defences -> one tidy frame, so that one chart can show what a stronger defence buys and costs."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd

from lessons.defences.suppression import Suppress
from lessons.measures import loss, score
from lessons.releases.count_table import CountTable

Attack = Callable[[CountTable], pd.DataFrame]
"""Takes a release, returns guesses about its hidden cells."""

PRINTED: Final = "p"
HIDDEN: Final = "h"
RECOVERED: Final = "r"


def sweep_thresholds(table: CountTable, thresholds: Sequence[int], *, attack: Attack) -> pd.DataFrame:
    """Hide small cells at one threshold after another, attack each release, and count what came of it.

    Totals are attacked, too, but the counts here are of inner cells: each person stands in exactly one of them.

    Args:
        table: the table as it was counted, nothing hidden.
        thresholds: the smallest printable counts to try, each 2 or more.
        attack: what the outsider does with a release.

    Returns:
        One row per threshold: ``defence``, ``strength`` (the threshold), ``n`` (hidden cells), ``right``, ``wrong``,
        ``abstained``, ``baseline`` (a blind guess from 1 to threshold - 1), ``low``, ``high`` (interval of right / n),
        ``utility_lost`` (share of people in hidden cells), ``printed`` (cells), ``people_hidden``,
        ``people_recovered`` (people in hidden cells whose count is found rightly).

    Examples:
        >>> from lessons.audit.subtraction import subtract
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
        >>> table = count_table(people, by=("film", "region"))
        >>> sweep_thresholds(table, [2, 3], attack=subtract)[["strength", "n", "right", "people_recovered"]]
           strength  n  right  people_recovered
        0         2  1      1                 1
        1         3  2      2                 3
    """
    return pd.DataFrame([_at_threshold(table, Suppress(threshold), attack) for threshold in thresholds])


def cell_states(table: CountTable, thresholds: Sequence[int], *, attack: Attack) -> pd.DataFrame:
    """Say of every cell, totals included, what becomes of it at each threshold.

    Args:
        table: the table as it was counted.
        thresholds: the smallest printable counts, in the order of the letters.
        attack: what the outsider does with a release.

    Returns:
        The cells (dimensions, ``count``) with ``states``: one letter per threshold, ``p`` printed, ``h`` hidden,
        ``r`` hidden and recovered. A chart picks the letter by its parameter.

    Examples:
        >>> from lessons.audit.subtraction import subtract
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
        >>> table = count_table(people, by=("film", "region"))
        >>> cell_states(table, [2, 3], attack=subtract)["states"].tolist()
        ['pr', 'rr', 'pp', 'pp', 'pp', 'pp', 'pr', 'pp', 'pp']
    """
    columns = [_states_at(table, Suppress(threshold), attack) for threshold in thresholds]
    letters = pd.concat(columns, axis="columns").agg("".join, axis="columns")
    return table.cells[[*table.by, "count"]].assign(states=letters)


def _at_threshold(table: CountTable, defence: Suppress, attack: Attack) -> dict[str, Any]:
    """One row of the sweep."""
    release = defence(table)
    inner = ~table.is_total
    truth = pd.DataFrame({"target": table.cell_names, "answer": table.cells["count"]})[inner]
    guesses = attack(release)
    guesses = guesses[guesses["target"].isin(truth["target"])]
    risk = score(guesses, truth, blind=1 / (defence.threshold - 1))
    found = guesses.loc[guesses["declared"], ["target", "claim"]].rename(columns={"claim": "answer"}).merge(truth)
    return {
        "defence": repr(defence),
        "strength": defence.threshold,
        **vars(risk),
        "utility_lost": loss(table, release),
        "printed": int((inner & ~release.is_hidden).sum()),
        "people_hidden": int(table.cells.loc[inner & release.is_hidden, "count"].sum()),
        "people_recovered": int(found["answer"].sum()),
    }


def _states_at(table: CountTable, defence: Suppress, attack: Attack) -> pd.Series:
    """One letter for each cell at one setting of the defence."""
    release = defence(table)
    guesses = attack(release)
    recovered = release.cell_names.isin(guesses.loc[guesses["declared"], "target"])
    return release.is_hidden.map({True: HIDDEN, False: PRINTED}).mask(recovered, RECOVERED)
