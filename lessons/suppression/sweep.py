"""One threshold after another: what becomes of each cell, and of the people in it, at each setting of a slider."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from disclosure.audit.attackers import Outsider
from disclosure.audit.disclosure import group_disclosure
from disclosure.audit.states import LEFT_OUT, LETTERS, PRINTED
from disclosure.audit.verdicts import EXACT, NARROWED, prepare
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import CountTable
from lessons.suppression.release import without_totals
from lessons.suppression.who_learns import Who, insiders_learn, outsider_learns

Totals = Literal["printed", "left out"]
Learnt = Mapping[tuple[Totals, int], Mapping[Who | Literal["of groups"], pd.DataFrame]]
"""What is learnt at each setting: (totals, threshold) -> who -> one row per hidden cell; "of groups": what outsiders
learn of whole groups (see `disclosure.audit.disclosure.group_disclosure`), where totals are printed."""

Letters = NDArray[np.str_]

SETTINGS: Final[tuple[tuple[Who, Totals], ...]] = (
    ("outsider", "printed"),
    ("insider", "printed"),
    ("outsider", "left out"),
    ("insider", "left out"),
)


def release_at(table: CountTable, totals: Totals, threshold: int) -> CountTable:
    """Return a table as it is published at one setting."""
    return Suppress(threshold)(table if totals == "printed" else without_totals(table))


def learnt_by_setting(table: CountTable, thresholds: Sequence[int]) -> Learnt:
    """Hide small cells at one threshold after another, with totals and without, and find what is learnt each time.

    Args:
        table: the table as it was counted, with totals, nothing hidden.
        thresholds: the smallest printable counts to try, each 2 or more.
    """
    settings: list[tuple[Totals, int]] = [(totals, k) for totals in ("printed", "left out") for k in thresholds]
    return {(totals, k): _learnt_at(table, totals, k) for totals, k in settings}


def _learnt_at(truth: CountTable, totals: Totals, threshold: int) -> dict[Who | Literal["of groups"], pd.DataFrame]:
    """What an outsider learns, and what insiders learn, at one setting: the release is read once for all of them."""
    release = prepare(release_at(truth, totals, threshold), nothing_to_subtract=totals == "left out")
    known = outsider_learns(release)
    learnt: dict[Who | Literal["of groups"], pd.DataFrame] = {"outsider": known}
    learnt["insider"] = insiders_learn(release, truth, known)
    if totals == "printed":
        learnt["of groups"] = group_disclosure(release, Outsider())
    return learnt


def setting_name(who: Who, totals: Totals) -> str:
    """Return the name of a setting, which is the name of a column of `cell_states`.

    Examples:
        >>> setting_name("insider", "left out")
        'insider, totals left out'
    """
    return f"{who}, totals {totals}"


def cell_states(table: CountTable, learnt: Learnt) -> pd.DataFrame:
    """Say of every cell, totals included, what becomes of it at each setting and threshold.

    Args:
        table: the table as it was counted.
        learnt: what is learnt at each setting (see `learnt_by_setting`).

    Returns:
        The cells (dimensions, ``count``, ``cell``: their names) with one column per setting: one letter per threshold,
        ``p`` printed, ``x`` hidden and exactly known, ``n`` hidden and narrowed, ``o`` hidden and open, ``-`` left out.
        A chart picks column and letter by its parameters.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
        >>> table = count_table(people, by=("film", "region"))
        >>> cell_states(table, learnt_by_setting(table, [2, 3]))["outsider, totals printed"].tolist()
        ['px', 'xx', 'pp', 'pp', 'pp', 'pp', 'px', 'pp', 'pp']
    """
    states = table.cells[[*table.by, "count"]].assign(cell=table.cell_names)
    for who, totals in SETTINGS:
        columns = [_letters(table, totals, each[who]) for (of, _), each in learnt.items() if of == totals]
        states[setting_name(who, totals)] = ["".join(letters) for letters in zip(*columns, strict=True)]
    return states


def _letters(table: CountTable, totals: Totals, learnt: pd.DataFrame) -> Letters:
    """One letter for each cell at one setting and threshold; shape (cells,)."""
    letters = np.full(len(table.cells), PRINTED)
    if totals == "left out":
        letters[table.is_total] = LEFT_OUT
    letters[table.cells.index.get_indexer(learnt.index)] = learnt["verdict"].map(LETTERS)
    return letters


def count_states(table: CountTable, learnt: Learnt) -> pd.DataFrame:
    """Count cells and people by what is learnt of them, at each setting and threshold; totals are left out.

    Returns:
        One row per setting and threshold: ``setting``, ``strength`` (the threshold), ``cells``, ``hidden``, ``exact``,
        ``narrowed``, ``open`` (cells), ``people_hidden``, ``people_narrowed`` (in hidden cells that are narrowed or
        exact), ``people_exact``, ``utility_lost`` (share of people in hidden cells), ``facts`` (about whole groups:
        what zeros give away, see `disclosure.audit.disclosure.group_disclosure`).
    """
    rows = [
        {"setting": setting_name(who, totals), "strength": k}
        | _counted(table, _letters(table, totals, each[who]))
        | {"facts": len(learnt["printed", k]["of groups"])}
        for who, totals in SETTINGS
        for (of, k), each in learnt.items()
        if of == totals
    ]
    return pd.DataFrame(rows)


def _counted(table: CountTable, letters: Letters) -> dict[str, Any]:
    """Cells and people by the state of their cell, at one setting and threshold."""
    inner = ~table.is_total.to_numpy()
    counts, letters = table.cells["count"].to_numpy(dtype=int)[inner], letters[inner]
    cells = {verdict: int((letters == letter).sum()) for verdict, letter in LETTERS.items()}
    people = {verdict: int(counts[letters == letter].sum()) for verdict, letter in LETTERS.items()}
    hidden = sum(people.values())
    return {
        "cells": len(letters),
        "hidden": sum(cells.values()),
        **cells,
        "people_hidden": hidden,
        "people_narrowed": people[NARROWED] + people[EXACT],
        "people_exact": people[EXACT],
        "utility_lost": hidden / max(1, int(counts.sum())),
    }
