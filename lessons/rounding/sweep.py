"""Ways of changing x attacks -> tidy frames: what is exact again, who is found, who is accused, and the price."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from disclosure.attacks.newcomers import guess_newcomers
from disclosure.defences.cell_key import CellKey, with_record_keys
from disclosure.defences.publishing import CountAgain, ForEachTable
from disclosure.defences.random_rounding import RoundRandomly
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.defences.swapping import SwapHouseholds
from disclosure.measures.risk import score
from disclosure.measures.utility import loss
from disclosure.tables.count_table import count_table
from disclosure.tables.editions import Publications
from lessons.rounding.attack import ask_differently, find_the_only_one
from lessons.rounding.release import Change, TableBuilder

ASKED: Final = (0, 1, 5, 20, 100)
"""In how many other ways the counts are asked for; 0 is the printed number itself."""

KNOWN: Final = ("region", "sex", "age_group", "plan", "device")
"""What a neighbour knows of somebody."""

WANTED: Final = "genre"
"""What a neighbour wants to know."""


def estimates(
    people: pd.DataFrame, ways: Mapping[str, Change], by: Sequence[str], cells: pd.DataFrame, *, other: str
) -> pd.DataFrame:
    """Ask for some cells in more and more other ways, under each way of changing.

    Args:
        people: one row per person, with ``record_key``.
        ways: the ways of changing, by their names.
        by: the columns that make a cell.
        cells: one row per cell: its labels, and ``count`` (in truth).
        other: the column by which cells are split.

    Returns:
        One row per way, cell and number of questions: ``way``, ``target``, ``asked`` (0 is the printed number),
        ``estimate``, ``count`` (in truth).
    """
    found = []
    for way, change in ways.items():
        builder = TableBuilder(change, people)
        printed = builder.count(by, cells)
        truth = pd.Series(cells["count"].to_numpy(dtype="int64"), index=printed.index)
        asked = ask_differently(builder, by, cells, other=other)[["target", "asked", "estimate"]]
        first = pd.DataFrame({"target": printed.index, "asked": 0, "estimate": printed.to_numpy(dtype="float64")})
        both = pd.concat([first, asked], ignore_index=True)
        found.append(both.assign(way=way, count=both["target"].map(truth)))
    return pd.concat(found, ignore_index=True)


def exact_again(estimated: pd.DataFrame, asked: Sequence[int] = ASKED) -> pd.DataFrame:
    """Count the cells whose rounded estimate is the true count.

    Args:
        estimated: see `estimates`.
        asked: after how many questions.

    Returns:
        One row per way and number of questions: ``way``, ``asked``, ``cells``, ``exact``, ``error`` (how far the
        estimates are off on average, in people).
    """
    chosen = estimated[estimated["asked"].isin(asked)]
    off = (chosen["estimate"] - chosen["count"]).abs()
    judged = chosen.assign(error=off, exact=off < 0.5)
    rows = judged.groupby(["way", "asked"], sort=False)
    return rows.agg(cells=("exact", "size"), exact=("exact", "sum"), error=("error", "mean")).reset_index()


def year_of_changes(
    truth: pd.DataFrame,
    weekly: Publications,
    rules: Mapping[str, Callable[[Publications], Publications]],
    *,
    wanted: str,
) -> pd.DataFrame:
    """Publish a table every Monday of a year under one rule after another; each newcomer's neighbour looks for her.

    Args:
        truth: the newcomers (see `disclosure.tables.newcomers`).
        weekly: the same table week after week, as it was counted, without totals.
        rules: what is published instead, by a name.
        wanted: the dimension whose label the neighbours want.

    Returns:
        One row per rule: ``rule``, ``n``, ``right``, ``wrong``, ``abstained``, ``baseline`` (of all newcomers, what
        those get right who always say the most frequent label), ``low``, ``high`` (95 % interval of right / n),
        ``by_chance`` (what a blind guesser gets right who speaks as often), ``lost`` (of the last table, see
        `disclosure.measures.loss`).
    """
    known, blind = truth.drop(columns="answer"), float(truth["answer"].value_counts(normalize=True).max())
    rows: list[dict[str, Any]] = []
    for name, rule in rules.items():
        published = rule(weekly)
        risk = score(guess_newcomers(published, known, wanted=wanted), truth, blind=blind)
        chance = (risk.right + risk.wrong) * blind
        lost = loss(weekly[-1].table, published[-1].table)
        rows.append({"rule": name, **vars(risk), "by_chance": chance, "lost": lost})
    return pd.DataFrame(rows)


def year_rules(people: pd.DataFrame) -> dict[str, Callable[[Publications], Publications]]:
    """Return the rules that a year is published by: nothing, a threshold, and three ways to change all numbers.

    Args:
        people: one row per person, with ``record_key`` and ``began_on``: those that are counted.
    """
    return {
        "nothing": lambda weekly: weekly,
        "hide": ForEachTable(Suppress(10)),
        "nearest 5": ForEachTable(RoundTo(5)),
        "random 3": CountAgain(RoundRandomly(3), people),
        "keys 5": CountAgain(CellKey(), people),
    }


def drawn_anew(people: pd.DataFrame, by: Sequence[str], cell: pd.DataFrame, change: Change, *, times: int) -> pd.Series:
    """Ask for one cell again and again at a desk that draws all keys anew for each answer.

    Args:
        people, by: as in `estimates`.
        cell: one row: the labels of the cell.
        change: the way of changing.
        times: how often it is asked.

    Returns:
        The printed numbers, in people; shape (times,).
    """
    without = people.drop(columns="record_key")
    desks = (TableBuilder(change, with_record_keys(without, seed=seed)) for seed in range(times))
    return pd.Series([int(desk.count(by, cell).iloc[0]) for desk in desks])


def swapped_and_looked_for(
    people: pd.DataFrame,
    rates: Sequence[float],
    *,
    known: Sequence[str] = KNOWN,
    seed: int = 53,
) -> pd.DataFrame:
    """Swap households, and let the neighbour of everybody look for the only one who is like her.

    Args:
        people: one row per person: ``viewer_id``, ``household_id``, ``country``, ``WANTED`` and what neighbours know.
        rates: the shares of households that are moved; 0 is no swapping.
        known: the columns that neighbours know.
        seed: draws the households.

    Returns:
        One row per rate and choice of households: ``rate``, ``targeted``, ``n``, ``right`` (the row is hers),
        ``wrong`` (it is somebody else's), ``abstained``, ``right_of_declared``, ``by_chance`` (declared claims that are
        right for a blind guesser who says the most frequent label), ``lost`` (the table by region and ``WANTED``: the
        share of people that would have to be moved between cells).
    """
    rows: list[dict[str, Any]] = []
    for rate in rates:
        for targeted in (True, False) if rate else (False,):
            swap = SwapHouseholds(rate, targeted=targeted, rare_by=tuple(known), seed=seed) if rate else None
            released = swap(people) if swap else people
            rows.append({"rate": rate, "targeted": targeted} | _found(people, released, known))
    return pd.DataFrame(rows)


def _found(people: pd.DataFrame, released: pd.DataFrame, known: Sequence[str]) -> dict[str, Any]:
    """Who is found in released rows, and how much of the table by region has moved."""
    targets = people[["viewer_id", *known]].rename(columns={"viewer_id": "target"})
    rows = find_the_only_one(released, targets, wanted="viewer_id")
    is_right = rows["declared"] & rows["claim"].eq(rows["target"]).fillna(False)
    declared, right = int(rows["declared"].sum()), int(is_right.sum())
    blind = float(people[WANTED].value_counts(normalize=True).max())
    before, after = (count_table(each, by=("region", WANTED), totals=False).cells for each in (people, released))
    moved = (before["count"] - after["count"]).abs().sum() / 2 / len(people)
    return {
        "n": len(people),
        "right": right,
        "wrong": declared - right,
        "abstained": len(people) - declared,
        "right_of_declared": right / max(1, declared),
        "by_chance": declared * blind,
        "lost": float(moved),
    }
