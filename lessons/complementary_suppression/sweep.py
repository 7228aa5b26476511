"""Repairs of a table, judged: whom they protect, who loses her count for it, and what the reader loses."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.measures import all_ranges, loss, order_preserved
from disclosure.repair.hiding import primary_cells
from disclosure.repair.optimal_repair import Watch
from disclosure.repair.protection import Protection, UnfinishedError, UnreachableError, Width
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable

PRINTED: Final = "printed"
PRIMARY: Final = "primary"
COMPLEMENTARY: Final = "complementary"


def hidden_cells(
    table: CountTable, release: CountTable, *, protect: Protection = "exact", why: bool = False
) -> pd.DataFrame:
    """Say of every cell what became of it, and of hidden ones what an outsider knows who knows which are primary.

    Args:
        table: the table as it was counted.
        release: what is published of it, with its rule.
        protect: when a primary cell is protected (see `disclosure.repair.protection`).
        why: also give the audit's reasons.

    Returns:
        One row per cell, labelled as in ``table.cells``: the dimensions, ``count``, ``cell`` (its name), ``role``
        (printed, primary, complementary), ``low``, ``high`` (possible counts, in people; ``high`` is missing where
        there is no limit), ``verdict`` (exact, narrowed, open; empty where printed), ``protected`` (True for primary
        cells of which the outsider does not learn too much), ``why`` (empty unless asked for).

    Raises:
        ValueError: nothing is hidden by a rule, so there is nothing to judge.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAABBBBBBB"), "region": list("NNNNNSNNNSSSS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> judged = hidden_cells(table, Suppress(3)(table))
        >>> judged.loc[judged["role"] != "printed", ["cell", "role", "low", "high", "protected"]]
            cell     role  low  high  protected
        1  A | S  primary    1     1      False
    """
    if release.rule is None:
        raise ValueError("the release tells no rule: hide small counts first, for example with Suppress(threshold=5).")
    primary = primary_cells(table, release.rule)
    known = audit(release, Outsider(), primary=primary & release.is_hidden, why=why)
    role = pd.Series(PRINTED, index=table.cells.index).mask(release.is_hidden, COMPLEMENTARY).mask(primary, PRIMARY)
    found = known[["low", "high", "verdict", "why"]].reindex(table.cells.index)
    judged = table.cells[[*table.by, "count"]].assign(cell=table.cell_names, role=role, **found)
    judged[["verdict", "why"]] = judged[["verdict", "why"]].astype(object).fillna("")
    return judged.assign(protected=primary & _is_enough(judged, release.rule, protect))


def _is_enough(judged: pd.DataFrame, rule: Rule, protect: Protection) -> pd.Series:
    """Whether the range of each cell is as wide as the protection asks for."""
    high = judged["high"].fillna(10**9)
    if protect == "whole range":
        wide = (judged["low"] <= rule.smallest_hidden) & (high >= rule.threshold - 1)
    else:
        wide = high - judged["low"] >= (protect.people if isinstance(protect, Width) else 1)
    return wide.fillna(False).astype(bool)


def judged(table: CountTable, release: CountTable, *, protect: Protection = "exact") -> dict[str, Any]:
    """Count what a release buys and costs. Totals are left out of all counts of people: they count the same again.

    Returns:
        ``primary`` and ``people_primary`` (cells that the rule hides, and people in them), ``known`` and
        ``people_known`` (of these, not protected), ``people_protected``, ``complementary`` and
        ``people_complementary`` (cells hidden to cover them, totals included; people in those that are no totals),
        ``utility_lost`` (share of people in hidden cells), ``order_preserved`` (see
        `disclosure.measures.order_preserved`).
    """
    cells = hidden_cells(table, release, protect=protect)
    inner, count = ~table.is_total, table.cells["count"]
    primary, other = cells["role"] == PRIMARY, cells["role"] == COMPLEMENTARY
    safe = cells["protected"]
    return {
        "primary": int(primary.sum()),
        "people_primary": int(count[primary & inner].sum()),
        "known": int((primary & ~safe).sum()),
        "people_known": int(count[primary & inner & ~safe].sum()),
        "people_protected": int(count[primary & inner & safe].sum()),
        "complementary": int(other.sum()),
        "people_complementary": int(count[other & inner].sum()),
        "utility_lost": loss(table, release),
        "order_preserved": order_preserved(table, release, all_ranges(release, cells[cells["role"] != PRINTED])),
    }


def repairs(table: CountTable, defences: Sequence[SuppressComplementary]) -> pd.DataFrame:
    """Repair a table in one way after another, and judge each repair by what it promises.

    Args:
        table: the table as it was counted, nothing hidden.
        defences: what is tried.

    Returns:
        One row per defence: ``defence``; ``strength`` (the threshold); ``price`` (of its complementary cells, in people
        or cells as the defence says) and ``least`` (the proven least price); the columns of `judged`; ``sentence``: how
        good the repair is; ``seconds`` that it took. Where no repair keeps the promise, or none was found in time, the
        sentence says why, and the other columns are missing.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAABBBBBBB"), "region": list("NNNNNSNNNSSSS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> tried = repairs(table, [SuppressComplementary(3), SuppressComplementary(3, protect=Width(5))])
        >>> tried[["price", "people_primary", "people_protected"]].astype("Int64")
           price  people_primary  people_protected
        0     12               1                 1
        1   <NA>            <NA>              <NA>
    """
    return pd.DataFrame([repaired(table, defence)[0] for defence in defences])


def repaired(
    table: CountTable, defence: SuppressComplementary, *, watch: Watch | None = None
) -> tuple[dict[str, Any], CountTable | None]:
    """Repair a table in one way; judge it.

    Args:
        table: the table as it was counted, nothing hidden.
        defence: what is tried.
        watch: is told how the search for the cheapest repair goes.

    Returns:
        One row of `repairs`, and the repaired table; None where no repair keeps the promise.
    """
    row: dict[str, Any] = {"defence": repr(defence), "strength": defence.threshold}
    try:
        repair = defence.repair(table, watch=watch)
    except (UnreachableError, UnfinishedError) as error:
        return row | {"sentence": str(error)}, None
    release: CountTable = repair.release  # type: ignore[assignment]
    found = judged(table, release, protect=defence.protect)
    return row | {
        "price": repair.price,
        "least": repair.least,
        **found,
        "sentence": repair.sentence,
        "seconds": repair.seconds,
    }, release


PRICES: Final = {
    "people_primary": "people in small cells",
    "people_protected": "of these protected",
    "complementary": "further cells",
    "people_complementary": "people in them",
}
PROMISES: Final = {"price": "people who pay", "least": "at the least"}


def prices_in_words(judged: pd.DataFrame, names: Sequence[str] | None = None) -> pd.DataFrame:
    """Choose the columns that say what repairs buy and cost (see `repairs`), under headings that can be read.

    Args:
        judged: one row per repair.
        names: what each repair is called; its threshold when not given.
    """
    lost = (100 * judged["utility_lost"]).round(1)
    shown = judged[list(PRICES)].rename(columns=PRICES).astype(int)
    shown = shown.assign(**{"per cent lost": lost})
    if names is None:
        return shown.set_axis(judged["strength"].tolist(), axis="index").rename_axis("threshold")
    return shown.set_axis(list(names), axis="index").rename_axis("repair")


def promises_in_words(judged: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Say what each promise costs at the least, and how close that is proved (see `repairs`)."""
    shown = judged[list(PROMISES)].rename(columns=PROMISES).astype(int)
    return shown.set_axis(list(names), axis="index").rename_axis("promise")


def with_two_marks(release: CountTable, table: CountTable, mark: str) -> CountTable:
    """Return a release that prints another mark in place of complementary cells: now every reader sees which they are.

    Args:
        release: what is published, with one mark for all.
        table: the table as it was counted.
        mark: the mark of complementary cells.
    """
    if release.rule is None:
        raise ValueError("the release tells no rule: there are no complementary cells to mark.")
    other = release.is_hidden & ~primary_cells(table, release.rule)
    cells = release.cells.assign(mark=release.cells["mark"].mask(other, mark))
    return replace(release, cells=cells, rule=replace(release.rule, complementary_mark=mark))
