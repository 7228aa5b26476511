"""Defences x attackers -> one tidy frame, so that one chart can show what a stronger defence buys and costs.

What is learnt is judged by the exact audit, never by one method of attack: what it calls exact can be found out, and
nothing else can.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import add
from typing import Any, Final, Literal

import pandas as pd

from lessons import strings
from lessons.audit.attackers import Attacker, Contributor, Outsider
from lessons.audit.disclosure import group_disclosure
from lessons.audit.verdicts import EXACT, NARROWED, OPEN, audit
from lessons.defences.coarsening import Coarsen
from lessons.defences.suppression import Suppress
from lessons.measures import loss, order_read, score
from lessons.releases.count_table import CountTable

Defence = Callable[[CountTable], CountTable]
"""Takes a table, returns what is published of it."""

Who = Literal["outsider", "insider"]
"""An outsider; or the worst case over all people who are alone in a hidden cell and know it, one at a time."""

Totals = Literal["printed", "left out"]
Learnt = Mapping[tuple[Totals, int], Mapping[Who, pd.DataFrame]]
"""What is learnt at each setting: (totals, threshold) -> who -> one row per hidden cell."""

SETTINGS: Final[tuple[tuple[Who, Totals], ...]] = (
    ("outsider", "printed"),
    ("insider", "printed"),
    ("outsider", "left out"),
    ("insider", "left out"),
)
LETTERS: Final = {EXACT: "x", NARROWED: "n", OPEN: "o"}
PRINTED: Final = "p"
LEFT_OUT: Final = "-"

SMALL: Final = 10
"""Whoever stands in a cell of fewer people is learnt about when its count is known: ACRO's default threshold."""


def sweep(
    table: CountTable,
    defences: Sequence[Defence | tuple[Defence, ...]],
    *,
    who: Who = "outsider",
    small: int = SMALL,
) -> pd.DataFrame:
    """Protect a table in one way after another, and count who is still learnt about and what the reader loses.

    The targets are the cells of 1 to ``small - 1`` people in the table that is published (merged, if labels are
    merged), printed or not. One is *right* where its count is known exactly.

    Args:
        table: the table as it was counted, nothing hidden.
        defences: what is tried; several in a row as a tuple, nothing at all as an empty one.
        who: who looks at it.
        small: the smallest cell in which nobody is taken to be learnt about, in people.

    Returns:
        One row per defence: ``defence``; ``label`` and ``kind``: the same in words, and what is done; ``strength``
        (threshold, base, or labels merged into one; of the last step);
        ``n`` (targets), ``right``, ``wrong``, ``abstained``, ``baseline`` (a blind guess from 1 to ``small - 1``),
        ``low``, ``high`` (95 % interval of right / n); ``utility_lost`` (0 to 1, by `lessons.measures.loss`; of several
        steps, what does not remain after all); ``people_learnt`` (people in the cells that are right);
        ``still_possible`` (how many counts a target can still have, median); ``order_read``: share of pairs of columns
        (say, regions) of which the reader can still tell the larger.

    Examples:
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
        >>> table = count_table(people, by=("film", "region"))
        >>> judged = sweep(table, [(), Suppress(3), Coarsen("region", into=2)], small=3)
        >>> judged[["label", "n", "right", "people_learnt", "utility_lost"]].round(2)
                     label  n  right  people_learnt  utility_lost
        0          nothing  2      2              3          0.00
        1     hide below 3  2      2              3          0.38
        2  merge 2 regions  0      0              0          0.27
    """
    steps = [defence if isinstance(defence, tuple) else (defence,) for defence in defences]
    return pd.DataFrame([_judged(table, each, who, small) for each in steps])


def _judged(table: CountTable, steps: tuple[Defence, ...], who: Who, small: int) -> dict[str, Any]:
    """One row of the sweep."""
    release, truth, kept = table, table, 1.0
    for step in steps:
        before, release = release, step(release)
        kept *= 1 - loss(before, release)
        truth = step(truth) if isinstance(step, Coarsen) else truth
    learnt = outsider_learns(release)
    ranges = _ranges(release, learnt if who == "outsider" else insiders_learn(release, truth, learnt))
    answers = pd.DataFrame({"target": truth.cell_names, "answer": truth.cells["count"]})
    targets = ~truth.is_total & truth.cells["count"].between(1, small - 1)
    known = ranges["low"] == ranges["high"]
    claims = pd.DataFrame(
        {"target": truth.cell_names, "claim": ranges["low"], "confidence": known * 1.0, "declared": known}
    )
    return {
        "defence": " then ".join(map(repr, steps)),
        "label": ", ".join(map(_in_words, steps)) or strings.NO_DEFENCE,
        "kind": strings.DEFENCE_KINDS[type(steps[0]).__name__ if len(steps) == 1 else len(steps) > 1],
        "strength": _strength(steps[-1]) if steps else 0,
        **vars(score(claims[targets], answers[targets], blind=1 / (small - 1))),
        "utility_lost": 1 - kept,
        "people_learnt": int(truth.cells.loc[targets & known, "count"].sum()),
        "still_possible": float((ranges["high"] - ranges["low"] + 1)[targets].median()),
        "order_read": order_read(table, release, ranges),
    }


def _strength(step: Defence) -> int:
    """The number that stands in a defence; of labels merged by name, how many there are."""
    return next(it if isinstance(it, int) else len(it) for it in vars(step).values() if not isinstance(it, str))


def _in_words(step: Defence) -> str:
    """A defence in a few words."""
    return strings.DEFENCES[type(step).__name__].format(**vars(step) | {"number": _strength(step)})


def _ranges(release: CountTable, learnt: pd.DataFrame) -> pd.DataFrame:
    """``low`` and ``high`` of every cell of a release, printed ones included, in people."""
    low = learnt["low"].astype("float64").reindex(release.cells.index)
    high = learnt["high"].astype("float64").fillna(float("inf")).reindex(release.cells.index)
    count = release.cells["count"].astype("float64")
    return pd.DataFrame({"low": low.fillna(count), "high": high.fillna(count)})


def outsider_learns(release: CountTable) -> pd.DataFrame:
    """Audit a release for an outsider.

    Returns:
        One row per hidden or rounded cell, labelled as in ``release.cells``: the dimensions, ``target``, ``role``,
        ``low``, ``high``, ``verdict`` (see `lessons.audit.verdicts.audit`), and ``attacker``: who learns this.
    """
    return _learnt_by(Outsider(), release)


def _learnt_by(attacker: Attacker, release: CountTable) -> pd.DataFrame:
    """The audit without its sentences, with the attacker herself in place of her name."""
    learnt = audit(release, attacker, why=False)
    return learnt.assign(attacker=pd.Series([attacker] * len(learnt), index=learnt.index, dtype=object))


def insiders_learn(release: CountTable, truth: CountTable, known: pd.DataFrame) -> pd.DataFrame:
    """Find the most that any one insider learns of each hidden cell other than her own, or else an outsider.

    An insider is alone in a hidden cell and knows it. Each is tried by herself.

    Args:
        release: what is published.
        truth: the same cells with all counts.
        known: what an outsider learns (see `outsider_learns`).

    Returns:
        The rows of ``known``; where an insider learns more, her row. ``attacker`` says who.

    Examples:
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBB"), "region": ["north"] * 2 + ["south"] * 3 + ["north"]})
        >>> table = count_table(people, by=("film", "region"))
        >>> release = Suppress(threshold=3)(table)
        >>> known = outsider_learns(release)
        >>> known["verdict"].tolist(), insiders_learn(release, table, known)["verdict"].tolist()
        (['open', 'open', 'open', 'open'], ['exact', 'exact', 'exact', 'exact'])
    """
    worst = known.copy()
    for insider in _insiders(release, truth, known):
        hers = _learnt_by(insider, release)
        more = (_width(hers) < _width(worst)) & (hers["target"] != " | ".join(insider.cell))
        worst.loc[more] = hers.loc[more]
    return worst


def _insiders(release: CountTable, truth: CountTable, known: pd.DataFrame) -> list[Contributor]:
    """Everybody who is alone in a cell whose count outsiders do not know; without totals, nobody can gain from it."""
    if not release.is_total.any():
        return []
    hidden = known.index[_width(known) > 0]
    cells = truth.cells.loc[hidden][~truth.is_total[hidden] & truth.cells["count"][hidden].eq(1)]
    return [Contributor(tuple(labels), alone=True) for labels in cells[list(truth.by)].to_numpy()]


def _width(learnt: pd.DataFrame) -> pd.Series:
    """How many counts beside one are possible."""
    return (learnt["high"] - learnt["low"]).astype("float64").fillna(float("inf"))


def release_at(table: CountTable, totals: Totals, threshold: int) -> CountTable:
    """Return a table as it is published at one setting."""
    shown = table if totals == "printed" else replace(table, cells=table.cells[~table.is_total])
    return Suppress(threshold)(shown)


def learnt_by_setting(table: CountTable, thresholds: Sequence[int]) -> Learnt:
    """Hide small cells at one threshold after another, with totals and without, and find what is learnt each time.

    Args:
        table: the table as it was counted, with totals, nothing hidden.
        thresholds: the smallest printable counts to try, each 2 or more.
    """
    settings: list[tuple[Totals, int]] = [(totals, k) for totals in ("printed", "left out") for k in thresholds]
    return {(totals, k): _both(release_at(table, totals, k), table) for totals, k in settings}


def _both(release: CountTable, truth: CountTable) -> dict[Who, pd.DataFrame]:
    """What an outsider learns, and what insiders learn."""
    known = outsider_learns(release)
    return {"outsider": known, "insider": insiders_learn(release, truth, known)}


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
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
        >>> table = count_table(people, by=("film", "region"))
        >>> cell_states(table, learnt_by_setting(table, [2, 3]))["outsider, totals printed"].tolist()
        ['px', 'xx', 'pp', 'pp', 'pp', 'pp', 'px', 'pp', 'pp']
    """
    states = table.cells[[*table.by, "count"]].assign(cell=table.cell_names)
    for who, totals in SETTINGS:
        columns = [_letters(table, totals, each[who]) for (of, _), each in learnt.items() if of == totals]
        states[setting_name(who, totals)] = reduce(add, columns)
    return states


def _letters(table: CountTable, totals: Totals, learnt: pd.DataFrame) -> pd.Series:
    """One letter for each cell at one setting and threshold."""
    printed = pd.Series(PRINTED, index=table.cells.index)
    if totals == "left out":
        printed = printed.mask(table.is_total, LEFT_OUT)
    return learnt["verdict"].map(LETTERS).reindex(table.cells.index).fillna(printed)


def count_states(table: CountTable, learnt: Learnt) -> pd.DataFrame:
    """Count cells and people by what is learnt of them, at each setting and threshold; totals are left out.

    Returns:
        One row per setting and threshold: ``setting``, ``strength`` (the threshold), ``cells``, ``hidden``, ``exact``,
        ``narrowed``, ``open`` (cells), ``people_hidden``, ``people_narrowed`` (in hidden cells that are narrowed or
        exact), ``people_exact``, ``utility_lost`` (share of people in hidden cells), ``facts`` (about whole groups:
        what zeros give away, see `lessons.audit.disclosure.group_disclosure`).
    """
    facts = {k: len(group_disclosure(release_at(table, "printed", k), Outsider())) for k in {k for _, k in learnt}}
    rows = [
        {"setting": setting_name(who, totals), "strength": k}
        | _counted(table, _letters(table, totals, each[who]))
        | {"facts": facts[k]}
        for who, totals in SETTINGS
        for (of, k), each in learnt.items()
        if of == totals
    ]
    return pd.DataFrame(rows)


def _counted(table: CountTable, letters: pd.Series) -> dict[str, Any]:
    """Cells and people by the state of their cell, at one setting and threshold."""
    inner, counts = ~table.is_total, table.cells["count"]
    cells = {verdict: int((inner & letters.eq(letter)).sum()) for verdict, letter in LETTERS.items()}
    people = {verdict: int(counts[inner & letters.eq(letter)].sum()) for verdict, letter in LETTERS.items()}
    hidden = sum(people.values())
    return {
        "cells": int(inner.sum()),
        "hidden": sum(cells.values()),
        **cells,
        "people_hidden": hidden,
        "people_narrowed": people[NARROWED] + people[EXACT],
        "people_exact": people[EXACT],
        "utility_lost": hidden / max(1, int(counts[inner].sum())),
    }
