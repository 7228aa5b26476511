"""What was found, in a line: for the page, the report and the terminal alike."""

from collections.abc import Hashable, Mapping
from typing import Any, Final

import pandas as pd

from disclosure.own_table.check import Check
from disclosure.own_table.earlier_cells import OF_EARLIER
from disclosure.own_table.findings import BEHIND_SHARE, DEPENDS
from disclosure.own_table.insiders import WHOEVER
from disclosure.own_table.known_ranges import known
from disclosure.own_table.sheets.sheet import place_of
from disclosure.own_table.what_was_checked import UNUSED
from disclosure.rules import THRESHOLDS_IN_USE
from disclosure.tables.linked_tables import tables_in

NOBODY: Final = "Nobody was found by these attacks."
NOT_ALL_USED: Final = "Not all numbers of the table were used: see what was not checked."
NOT_READ: Final = "The table was not checked yet."
BY_ITSELF: Final = "{why} What is said here holds for this table by itself: a reader of both may know more."
GROUPS: Final = ("everybody in it", "nobody in it")
"""Roles of findings about whole groups."""


HIDDEN: Final = ("primary", "complementary", "not told")
BESIDE: Final = {
    "rounded": ("rounded figure", "rounded figures"),
    "not covered": ("part that is not printed", "parts that are not printed"),
    BEHIND_SHARE: ("count behind a percentage", "counts behind percentages"),
}
NONE_HIDDEN: Final = "No cell of this table is hidden."
NO_COUNT_HIDDEN: Final = "No count of this table is hidden."
NOT_LOOKED_AT: Final = "Among numbers that were not used, {cells}: what these tell was not looked at."


SMALL: Final = (
    "{counts} below {threshold} {are} printed, the smallest: {named}. Your own rule says whether they may be."
)
MORE_OF_EARLIER: Final = "Of {cells} of the earlier edition this table tells more than that one."
MOST_SMALL: Final = 3
"""So many of the small counts are named in a line."""


def by_itself(check: Check) -> str:
    """That an earlier edition was given and not laid beside the table: it comes before any verdict; empty if it was."""
    return BY_ITSELF.format(why=check.not_beside) if check.not_beside else ""


def protected_cells(check: Check) -> pd.DataFrame:
    """The findings about cells whose count is not printed: hidden, rounded, or parts that stand nowhere."""
    return check.findings[check.findings["role"].isin([*HIDDEN, *BESIDE])]


def given_away(check: Check) -> pd.DataFrame:
    """Those of them whose count readers can work out exactly, without being counted themselves."""
    protected = protected_cells(check)
    return protected[(protected["verdict"] == "exact") & ~_known_to_insiders(protected)]


def _known_to_insiders(findings: pd.DataFrame) -> pd.Series:
    """Which findings are only somebody's who is counted in the table."""
    return findings["to_whom"].str.startswith(WHOEVER.format(cells=""))


def summary(check: Check) -> str:
    """The verdict in a line, such as "4 hidden cells. 4 are printed all the same."; before it what was not used."""
    return " ".join(filter(None, [by_itself(check), verdict(check)]))


def verdict(check: Check) -> str:
    """What was found in the table by itself, once it was read."""
    if check.release is None:
        return NOT_READ
    hidden, exact = check.findings[check.findings["role"].isin(HIDDEN)], given_away(check)
    parts = _number_hidden(check, len(hidden))
    if own := int(exact["role"].isin(HIDDEN).sum()):
        parts.append(f"{own} {'is' if own == 1 else 'are'} printed all the same.")
    if insiders := int((hidden["verdict"].eq("exact") & _known_to_insiders(hidden)).sum()):
        parts.append(f"{_count(insiders, 'count')} can be worked out by people who are alone in a cell.")
    if narrowed := int((hidden["verdict"] == "narrowed").sum()):
        parts.append(f"Of {narrowed} more is known than the rule allows.")
    if unknown := int((hidden["verdict"] == "not found").sum()):
        parts.append(f"Of {unknown} it was not found out how much is known.")
    parts += [
        f"{number:,} {words[number != 1]} can be worked out exactly."
        for role, words in BESIDE.items()
        if (number := int((exact["role"] == role).sum()))
    ]
    parts += filter(None, [*_below_threshold(check.findings), small_counts(check), told_of_earlier(check)])
    if groups := int(check.findings["role"].isin(GROUPS).sum()):
        parts.append(f"Of {_count(groups, 'group')} something is said about everybody.")
    if check.leaks:
        parts.append(f"The file itself gives away {_count(len(check.leaks), 'thing')}, before any arithmetic.")
    if len(parts) == 1 and not check.questions and not check.not_beside:
        parts += [NOBODY, *_not_all_used(check)]
    if check.questions:
        parts.append(f"{_count(len(check.questions), 'question')} must be answered first.")
    return " ".join(parts)


def _number_hidden(check: Check, counts: int) -> list[str]:
    """How many counts are hidden; and how many other numbers, of which nothing was looked for."""
    read = check.as_read
    beside = sum(kind == "hidden" and address not in read.labels for address, kind in read.kinds.items())
    if not beside:
        return [f"{_count(counts, 'hidden cell')}." if counts else NONE_HIDDEN]
    are = f"{_count(beside, 'cell')} {'is' if beside == 1 else 'are'} hidden"
    told = f"{_count(counts, 'count')} {'is' if counts == 1 else 'are'} hidden." if counts else NO_COUNT_HIDDEN
    return [told, NOT_LOOKED_AT.format(cells=are)]


def _below_threshold(findings: pd.DataFrame) -> list[str]:
    """How many counts are printed below the threshold; and how many may be, where that depends on what is open."""
    small = findings["role"].eq("printed although small")
    unsure = int((small & findings["verdict"].eq(DEPENDS)).sum())
    sure = int(small.sum()) - unsure
    said = [f"{_count(sure, 'count')} below the threshold {'is' if sure == 1 else 'are'} printed."] if sure else []
    return [*said, f"{_count(unsure, 'printed count')} may be below the threshold."] if unsure else said


def told_of_earlier(check: Check) -> str:
    """Of how many cells that the earlier edition hid this table tells more, in a sentence; empty if of none."""
    number = int(check.findings["role"].eq(OF_EARLIER).sum())
    return MORE_OF_EARLIER.format(cells=_count(number, "hidden cell")) if number else ""


def _not_all_used(check: Check) -> list[str]:
    """That not all that is printed was used, where it was not."""
    begins = UNUSED.format(what="").removesuffix(".")
    return [NOT_ALL_USED] if any(each.startswith(begins) for each in check.not_checked) else []


def small_counts(check: Check) -> str:
    """The printed counts that an office would hide, in a sentence; empty where the table has a rule of its own.

    They are those below the highest threshold in use. Of rounded counts nobody knows whether they are small.
    """
    tables = tables_in(check.release) if check.release is not None else ()
    threshold = max(each.k for each in THRESHOLDS_IN_USE)
    small = [(number, address) for address, number in check.as_read.numbers.items() if 0 < number < threshold]
    if check.questions or not small or any(table.rule or table.base > 1 for table in tables):
        return ""
    small.sort(key=lambda each: (each[0], place_of(each[1])))
    return SMALL.format(
        counts=_count(len(small), "count"),
        threshold=threshold,
        are="is" if len(small) == 1 else "are",
        named=", ".join(f"{number} ({address})" for number, address in small[:MOST_SMALL]),
    )


def known_of(finding: Mapping[Hashable, Any]) -> str:
    """What can be known of one finding, a row of `disclosure.own_table.check.Check`'s findings.

    Examples:
        >>> [known_of({"role": role, "low": 72, "high": 72}) for role in ("primary", "nobody in it")]
        ['exactly 72', 'of a group of 72']
    """
    words = known(finding["low"], finding["high"])
    return f"of a group of {words.removeprefix('exactly ')}" if finding["role"] in GROUPS and words else words


def _count(number: int, noun: str) -> str:
    """A number and its noun."""
    return f"{number:,} {noun}{'s' * (number != 1)}"
