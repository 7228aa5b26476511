"""Where a promise is out of reach: which promise can be had instead, what it is worth, and what it costs."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from disclosure.audit.attackers import Outsider
from disclosure.audit.solving.time_limit import OutOfTimeError
from disclosure.defences.repaired import Repaired
from disclosure.repair.protection import UnfinishedError, UnreachableError
from disclosure.repair.suppression_problem import SuppressionProblem
from disclosure.repair.unreachable import some_of
from disclosure.repair.verification import unprotected

Change = Mapping[str, Any]
"""The fields of a defence that ask for less, with their values."""

NO_WAY: Final = " Nor can less be had. Tried, each alone and all together: {tried}."
NO_TIME: Final = " There was no time to find out what can be had instead."
WAY: Final = " What can be had instead is a repair that {worth} ({change}). It costs {price}."
WORTH: Final = {
    "primary_known": "holds for readers who do not know which hidden cells are small",
    "protect": "leaves no small cell determined, however narrow its range",
    "against": "holds for outsiders only",
    "zeros": "keeps the whole promise: some zeros are hidden, too",
    "must_print": "hides cells that you wish to be printed",
    "below": "gives amounts the room above that was asked for, and none below",
}
"""What is left of a promise if one of its fields asks for less."""

LEFT: Final = " Measured by what was asked, readers would still learn too much about {cells}."
ONLY_CELL: Final = "the only cell that is to be protected, {cells}"
ALL_CELLS: Final = "each of the {all} cells that are to be protected"
SOME_CELLS: Final = "{number} of the {all} cells that are to be protected: {cells}"
NONE_LEFT: Final = " As it turns out, it keeps all that was asked."


@dataclass(frozen=True)
class WayOut:
    """A promise that can be had.

    Args:
        change: the fields of the defence that ask for less.
        repaired: the repair that keeps it.
        leaks: what of the promise that was asked for is not kept, each cell with its attacker; None where that cannot
            be compared, for other cells are hidden by rule.
    """

    change: Change
    repaired: Repaired
    leaks: tuple[str, ...] | None


def weaker(fields: Mapping[str, Any]) -> Iterator[Change]:
    """Ways to ask for less: one field after another, then all of them.

    Args:
        fields: the fields of the defence.

    Examples:
        >>> asked = {"primary_known": True, "protect": "whole range", "against": (Outsider(),), "zeros": "printed"}
        >>> [list(change) for change in weaker(asked)]
        [['primary_known'], ['protect'], ['zeros'], ['primary_known', 'protect', 'zeros']]
    """
    less: dict[str, Any] = {
        "primary_known": False,
        "protect": "exact",
        "against": (Outsider(),),
        "zeros": "may be hidden",
        "below": 0,
        "must_print": (),
    }
    if fields.get("dominance") is None or fields.get("protect", "handbook") != "handbook":
        del less["below"]
    same = {"protect": ("exact", "handbook"), "zeros": ("may be hidden", "hidden")}
    ways = [
        {name: value}
        for name, value in less.items()
        if name in fields and fields[name] != value and fields[name] not in same.get(name, ())
    ]
    yield from ways
    if len(ways) > 1:
        yield {name: value for way in ways for name, value in way.items()}


def way_out(
    fields: Mapping[str, Any], problem: SuppressionProblem, attempt: Callable[[Change], Repaired]
) -> WayOut | str:
    """Find the first weaker promise that can be had; if there is none, a sentence that says so.

    Args:
        fields: the fields of the defence that cannot keep its promise.
        problem: what was asked for.
        attempt: repairs with some fields changed, or raises `UnreachableError` or `UnfinishedError`.
    """
    ways = list(weaker(fields))
    try:
        for change in ways:
            with suppress(UnreachableError):
                repaired = attempt(change)
                comparable = "zeros" not in change and "must_print" not in change
                leaks = tuple(unprotected(repaired.release, problem)) if comparable else None
                return WayOut(change, repaired, leaks)
    except (UnfinishedError, OutOfTimeError):
        return NO_TIME
    names = dict.fromkeys(name for change in ways for name in change)
    return NO_WAY.format(tried=", ".join(names)) if names else ""


def price_of(repaired: Repaired) -> str:
    """What a repair costs, in words; the same people in several cells are counted once, where that can be told.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> import pandas as pd
        >>> table = count_table(pd.DataFrame({"film": ["A"]}), by=("film",))
        >>> price_of(Repaired(table, price=20, least=0, cost="people", seconds=1.0, once=20))
        '20 people in complementary cells'
        >>> price_of(Repaired(table, price=20, least=0, cost="people", seconds=1.0, once=12))
        '12 people, in complementary cells that add up to 20'
        >>> price_of(Repaired(table, price=20, least=0, cost="people", seconds=1.0))
        'complementary cells that add up to 20 people'
    """
    if repaired.own_prices:
        return f"{repaired.price} by {repaired.cost!r} in complementary cells"
    if repaired.once is None:
        return f"complementary cells that add up to {repaired.price} {repaired.cost}"
    if repaired.once != repaired.price:
        return f"{repaired.once} {repaired.cost}, in complementary cells that add up to {repaired.price}"
    return f"{repaired.price} {repaired.cost} in complementary cells"


def in_words(found: WayOut | str, problem: SuppressionProblem) -> str:
    """Say what can be had, what it is worth, and what it costs.

    Args:
        found: what `way_out` found.
        problem: what was asked for.
    """
    if isinstance(found, str):
        return found
    change = ", ".join(f"{name}={value!r}" for name, value in found.change.items())
    worth = " and ".join(WORTH[name] for name in found.change)
    sentence = WAY.format(change=change, price=price_of(found.repaired), worth=worth)
    if found.leaks is None:
        return sentence
    cells = list(dict.fromkeys(leak.rsplit(", from ", 1)[0] for leak in found.leaks))
    every = len({cell for view in problem.views for cell in view.needs})
    if not cells:
        return sentence + NONE_LEFT
    known = ONLY_CELL if every == 1 else ALL_CELLS if len(cells) == every else SOME_CELLS
    return sentence + LEFT.format(cells=known.format(number=len(cells), all=every, cells=some_of(cells)))
