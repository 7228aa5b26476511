"""What else to hide: from the office's true counts to the cells of the sheet that change, and what that costs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import EXACT, audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table.check import Check
from disclosure.repair.protection import Against, Protection, Singletons, Width
from disclosure.rules import Rule, Zeros
from disclosure.tables.count_table import PEOPLE, TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables, tables_in

Look = Literal["readers", "alone"]
"""Whom a repair is made against: whoever reads the table, or also anybody who is alone in a hidden cell."""

MARKS: Final = ("c", "x", "z", "*", ":", "hidden")
"""What may stand in covering cells: the first of these that stands nowhere in the table."""

FOOTNOTE: Final = "{mark}: not shown, so that other numbers cannot be worked out."

NO_COUNTS: Final = (
    "A repair needs the true counts: choose the office's own file, of the same shape and with every count in it."
)


@dataclass(frozen=True)
class Wishes:
    """What a repair is asked for.

    Args:
        threshold: the smallest count that may be printed.
        against: `Look`.
        width: by how much the largest possible count of a small cell exceeds its smallest one, at least.
        mark: what is printed in covering cells; empty: one that stands nowhere else in the table.
        time_limit: seconds.
    """

    threshold: int
    against: Look = "readers"
    width: int = 1
    mark: str = ""
    time_limit: float = 20.0


@dataclass(frozen=True)
class Proposal:
    """A repaired table.

    Args:
        release: the table as it would be published; it has passed the audit.
        changes: address -> what stands there now, for each cell of the sheet that changes.
        people: how many stand in the cells that are hidden in addition; None for several tables.
        mark: what is printed in covering cells.
        proved: whether nothing cheaper exists.
        sentence: all of this in words.
        footnote: what must be said under the table of the new mark; empty where none is used.
    """

    release: CountTable | LinkedTables
    changes: Mapping[str, str]
    people: int | None
    mark: str
    proved: bool
    sentence: str
    footnote: str = ""


def propose(check: Check, wishes: Wishes) -> Proposal:
    """Propose what else to hide, so that nobody who is asked for works out a small count.

    What is hidden already stays hidden.

    Args:
        check: of the table, with the office's counts.
        wishes: what is asked for.

    Raises:
        ValueError: there are no counts, or no repair gives what is asked for; the sentence says what to do.
    """
    if check.counted is None or check.release is None:
        raise ValueError(NO_COUNTS)
    mark = wishes.mark or new_mark(check)
    found = _defence(check, wishes).repair(without_shares(check.counted))
    release = _as_published(check, found.release, wishes, mark)
    _must_hold(release)
    changes = _changes(check, release)
    cells = sum(1 for text in changes.values() if text == mark)
    people = _people(check, changes)
    proved = found.proved and not _hidden_before(check, found.release)
    footnote = FOOTNOTE.format(mark=mark) if cells else ""
    return Proposal(release, changes, people, mark, proved, _in_words(len(changes), cells, people, proved), footnote)


def _defence(check: Check, wishes: Wishes) -> SuppressComplementary:
    """The wishes, as the repair takes them."""
    against: tuple[Against, ...] = (Outsider(),) if wishes.against == "readers" else (Outsider(), Singletons())
    protect: Protection = "exact" if wishes.width <= 1 else Width(wishes.width)
    return SuppressComplementary(
        wishes.threshold,
        protect=protect,
        against=against,
        zeros=zeros_of(check),
        method="optimal",
        time_limit=wishes.time_limit,
    )


def rule_of(check: Check) -> Rule | None:
    """The rule that the table itself tells; None where it tells none."""
    if check.release is None:
        return None
    return next((table.rule for table in tables_in(check.release) if table.rule is not None), None)


def zeros_of(check: Check) -> Zeros:
    """What becomes of zeros, as the table itself tells; printed where it tells nothing."""
    rule = rule_of(check)
    return rule.zeros if rule else "printed"


def without_shares(release: CountTable | LinkedTables) -> CountTable | LinkedTables:
    """The counts alone: percentages of hidden counts are hidden with them, and are no matter of the repair."""

    def bare(table: CountTable) -> CountTable:
        shares = [each.column for each in table.percentages]
        return replace(table, cells=table.cells.drop(columns=shares), percentages=())

    return release.each(bare) if isinstance(release, LinkedTables) else bare(release)


def counted_table(check: Check) -> CountTable:
    """The one table of a check with its true counts, and nothing beside them.

    Raises:
        ValueError: the counts are not known, or there are several tables.
    """
    if check.counted is None:
        raise ValueError(NO_COUNTS)
    if not isinstance(check.counted, CountTable):
        raise ValueError("these are several tables that belong together: bring one of them alone.")
    table = without_shares(check.counted)
    assert isinstance(table, CountTable)  # one table stays one
    return table


def new_mark(check: Check) -> str:
    """A mark for covering cells that means nothing else in this table."""
    taken = {cell.text.strip() for cell in check.as_read.sheet}
    return next((mark for mark in MARKS if mark not in taken), "not shown")


def _as_published(
    check: Check, repaired: CountTable | LinkedTables, wishes: Wishes, mark: str
) -> CountTable | LinkedTables:
    """The repaired tables with two marks, and with all hidden that is hidden already."""
    assert check.counted is not None and check.release is not None
    small = small_mark(check)
    rule = Rule(wishes.threshold, zeros_of(check), mark=small, complementary_mark=mark)
    done = []
    for now, before, counts in zip(*map(tables_in, (repaired, check.release, check.counted)), strict=True):
        hidden = now.is_hidden | before.is_hidden.to_numpy()
        primary = counts.cells["count"].between(rule.smallest_hidden, rule.threshold - 1).to_numpy(dtype=bool)
        marks = pd.Series("", index=now.cells.index).mask(hidden, mark).mask(hidden & primary, small)
        cells = now.cells.assign(count=now.cells["count"].mask(hidden), mark=marks)
        done.append(replace(now, cells=cells, rule=rule))
    return LinkedTables(tuple(done)) if isinstance(repaired, LinkedTables) else done[0]


def small_mark(check: Check) -> str:
    """What the table prints in place of small counts: what stands most often in its hidden cells."""
    sheet, kinds = check.as_read.sheet, check.as_read.kinds
    marks = [sheet.at(address).text.strip() for address, kind in kinds.items() if kind == "hidden"]
    rule = rule_of(check)
    return max(set(marks), key=marks.count) if marks else f"<{rule.threshold}" if rule else "hidden"


def _must_hold(release: CountTable | LinkedTables) -> None:
    """The last word: the table as it would be published, with its two marks, through the audit once more."""
    found = audit(release, Outsider(), why=False)
    given_away = found[(found["role"] == "primary") & (found["verdict"] == EXACT)]
    if len(given_away):
        raise ArithmeticError(
            f"the repair does not pass the audit ({given_away['target'].iloc[0]}): report this table."
        )


def _changes(check: Check, release: CountTable | LinkedTables) -> dict[str, str]:
    """The cells of the sheet whose words change."""
    kinds, changes = check.as_read.kinds, {}
    for table in tables_in(release):
        for address, mark in zip(addresses_of(check, table), table.cells["mark"], strict=True):
            if mark and address and kinds[address] != "hidden":
                changes[address] = str(mark)
    return changes


def addresses_of(check: Check, table: CountTable) -> list[str]:
    """Where each cell of one of the tables stands; empty for a cell that stands nowhere."""
    assert check.release is not None
    dimensions = tuple(dict.fromkeys(name for each in tables_in(check.release) for name in each.by))
    rows = table.cells.to_dict("records")
    return [check.addresses.get(tuple(str(row.get(name, TOTAL)) for name in dimensions), "") for row in rows]


def _people(check: Check, changes: Mapping[str, str]) -> int | None:
    """The people in the cells that change, as the sheet prints them; None where a number is not known."""
    numbers = [check.as_read.numbers.get(address) for address in changes]
    return None if None in numbers else int(sum(number for number in numbers if number is not None))


def _hidden_before(check: Check, repaired: CountTable | LinkedTables) -> bool:
    """Whether the table hides a cell already that the repair alone would have printed."""
    assert check.release is not None
    pairs = zip(tables_in(check.release), tables_in(repaired), strict=True)
    return any((before.is_hidden.to_numpy() & ~now.is_hidden.to_numpy()).any() for before, now in pairs)


def _in_words(changed: int, covering: int, people: int | None, proved: bool) -> str:
    """The price in one line."""
    if not changed:
        return "Nothing more has to be hidden."
    cells = f"{changed} cell{'s' * (changed != 1)}"
    price = cells if people is None else f"{people:,} {PEOPLE}, {cells}"
    also = f" ({changed - covering} of them too small to be printed)" if covering < changed else ""
    return f"Hide {changed} more: {price}{also}; {'nothing cheaper' if proved else 'something cheaper may exist'}."
