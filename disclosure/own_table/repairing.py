"""What else to hide: from the office's true counts to the cells of the sheet that change, and what that costs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from disclosure.audit.attackers import Outsider
from disclosure.audit.solving.network import Flags
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.repaired import Repaired
from disclosure.marks import NOT_COVERED_MARK
from disclosure.own_table.changed_cells import changes_of, counts_at, hidden_before, people_in
from disclosure.own_table.check import Check
from disclosure.own_table.footnotes import COVERING_NOTE, SMALL_NOTE
from disclosure.own_table.last_word import must_hold
from disclosure.own_table.price_in_words import NOTHING_ELSE, NOTHING_ELSE_AGAIN, PERHAPS, price_in_words
from disclosure.own_table.repair_marks import covering_mark, is_untold, remarked, rule_of, small_mark, zeros_of
from disclosure.own_table.steady_pattern import SteadyRepair, steady_repair
from disclosure.own_table.still_known import still_known
from disclosure.own_table.under_readings import under_readings
from disclosure.own_table.unused_of_earlier import known_beside
from disclosure.own_table.what_both_tell import told_of_earlier
from disclosure.own_table.wishes import Wishes
from disclosure.repair.hiding import must_hide
from disclosure.repair.percentages import hide_percentages
from disclosure.repair.protection import Against, Protection, Singletons, Width
from disclosure.rules import Rule
from disclosure.saying import in_a_sentence
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, tables_in

SEVERAL_RULES: Final = "Marks of this table follow several rules: print one mark for all small counts, and check again."
BELOW_RULE: Final = (
    "The marks of this table say that all counts below {rule} are hidden: a repair cannot hold to less, such as "
    "{wished}. Ask for {rule} or more, or print the counts from {wished} to {last} first, and check again."
)
NOT_COVERED: Final = (
    "Totals count people who stand in no line of this table ({parts}): a repair needs lines for these, with their "
    "counts."
)
NOT_YET: Final = "Nothing is proposed yet. {why}"
UNDONE: Final = (
    "{why} A reader of both may undo this repair: publish it only once somebody has laid the two beside each other."
)
BEHIND_SHARES: Final = (
    "How many people stand behind the percentages, such as in {first}, is not in the table, and no repair can count "
    "them: give them a column of counts, in the table and in the office's file."
)
NO_COUNTS: Final = (
    "A repair needs the true counts: choose the office's own file, of the same shape and with every count in it."
)


@dataclass(frozen=True)
class Proposal:
    """A repaired table.

    Args:
        release: the table as it would be published; it has passed the audit, for all that was asked for.
        changes: address -> what stands there now, for each cell of the sheet that changes, percentages among them.
        people: how many stand in the cells that are hidden in addition, each counted once, in however many of these
            cells she is; None where that cannot be told, for the cells are of several tables.
        mark: what is printed in covering cells.
        proved: whether nothing cheaper exists.
        sentence: all of this in words.
        footnote: what must be said under the table of the new mark; empty where none is used.
        known: what readers of the repaired table know of each hidden count of which they know more than its mark says.
    """

    release: CountTable | LinkedTables
    changes: Mapping[str, str]
    people: int | None
    mark: str
    proved: bool
    sentence: str
    footnote: str = ""
    known: tuple[str, ...] = ()


def propose(check: Check, wishes: Wishes) -> Proposal:
    """Propose what else to hide, so that nobody who is asked for works out a small count.

    What is hidden already stays hidden; where an earlier edition was laid beside the table, so does what that one hid.

    Args:
        check: of the table, with the office's counts.
        wishes: what is asked for.

    Raises:
        ValueError: there are no counts, or no repair gives what is asked for; the sentence says what to do.
    """
    _refuse_unusable(check, wishes)
    assert check.counted is not None  # else it was refused
    mark, is_new = covering_mark(check, wishes)
    defence = _defence(check, wishes)
    found = _found(check, defence)
    release = _as_published(check, found.release, wishes, mark)
    must_hold(defence, bare := without_shares(check.counted), release, check.earlier)
    beside = known_beside(defence, bare, release, check.earlier)
    changes = changes_of(check, release, remarked=remarked(check, wishes))
    hidden, kinds = hidden_before(check), check.as_read.kinds
    counts = [address for address in changes if address not in hidden and kinds[address] != "percentage"]
    rule, people = Rule(wishes.threshold, zeros_of(check)), people_in(check, counts)
    small = sum(rule.hides(number) for number in counts_at(check, counts))
    proved = found.proved and not _hidden_before(check, found.release)
    ending, more = (NOTHING_ELSE if proved else PERHAPS), ""
    if isinstance(found, SteadyRepair):
        ending, more = (NOTHING_ELSE_AGAIN if proved else PERHAPS), found.sentence
    shares = sum(kinds[address] == "percentage" for address in changes)
    first = [UNDONE.format(why=check.not_beside)] if check.not_beside else []
    otherwise, taken = under_readings(check, defence, bare, release, changes)
    first += [otherwise, told_of_earlier(check.earlier, release, "proposal"), beside]
    price = price_in_words(len(counts), small, shares, people, ending)
    left, known = still_known(check, release)
    sentence = " ".join(filter(None, [*first, found.not_protected.strip(), price + more, left, taken]))
    notes = [COVERING_NOTE.format(mark=mark)] if is_new and mark in changes.values() else []
    if remarked(check, wishes):
        small_ones = {"least": rule.smallest_hidden, "most": wishes.threshold - 1}
        notes.append(SMALL_NOTE.format(mark=small_mark(check, wishes), **small_ones))
    return Proposal(release, changes, people.once, mark, proved, sentence, " ".join(notes), known)


def _refuse_unusable(check: Check, wishes: Wishes) -> None:
    """Say in a sentence why a sheet cannot be repaired, or not as it is wished."""
    behind = [each for each in check.addresses.values() if each and check.as_read.kinds[each] == "percentage"]
    if behind:
        raise ValueError(BEHIND_SHARES.format(first=behind[0]))
    if check.counted is None or check.release is None:
        raise ValueError(NO_COUNTS)
    if check.not_beside and check.questions:
        raise ValueError(NOT_YET.format(why=check.not_beside))
    if len({table.rule for table in tables_in(check.release)}) > 1:
        raise ValueError(SEVERAL_RULES)
    if (rule := rule_of(check)) and wishes.threshold < rule.threshold:
        raise ValueError(BELOW_RULE.format(rule=rule.threshold, wished=wishes.threshold, last=rule.threshold - 1))
    uncovered = [part for table in tables_in(check.release) for parts in table.not_covered.values() for part in parts]
    if uncovered:
        raise ValueError(NOT_COVERED.format(parts=" and ".join(dict.fromkeys(uncovered))))


def _found(check: Check, defence: SuppressComplementary) -> Repaired | SteadyRepair:
    """A repair of the counts; beside an earlier edition, that which hides the same cells again."""
    assert check.counted is not None  # asked before
    counted = without_shares(check.counted)
    try:
        return defence.repair(counted) if check.earlier is None else steady_repair(defence, counted, check.earlier)
    except ValueError as refusal:
        if type(refusal) is not ValueError:
            raise
        raise ValueError(in_a_sentence(refusal)) from None


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
        must_print=tuple(_labels_at(check, address) for address in wishes.keep),
        time_limit=wishes.time_limit,
    )


def _labels_at(check: Check, address: str) -> tuple[str, ...]:
    """The labels of the cell at an address.

    Raises:
        ValueError: no count stands there.
    """
    for labels, place in check.addresses.items():
        if place == address:
            return labels
    raise ValueError(f"{address} holds no count of this table: choose another cell that must be published.")


def without_shares(release: CountTable | LinkedTables) -> CountTable | LinkedTables:
    """The counts alone: percentages that could tell of hidden ones go with these, and are no matter of the repair."""

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
        raise ValueError("These are several tables that belong together: bring one of them alone.")
    table = without_shares(check.counted)
    assert isinstance(table, CountTable)  # one table stays one
    return table


def _as_published(
    check: Check, repaired: CountTable | LinkedTables, wishes: Wishes, mark: str
) -> CountTable | LinkedTables:
    """The tables as they would be published: all hidden that is hidden already, and percentages that tell of it."""
    assert check.counted is not None and check.release is not None
    small = small_mark(check, wishes)
    rule = Rule(wishes.threshold, zeros_of(check), mark=small, complementary_mark=mark)
    done = []
    for now, before, counts in zip(*map(tables_in, (repaired, check.release, check.counted)), strict=True):
        hidden = now.is_hidden.to_numpy() | before.is_hidden.to_numpy()
        chosen = (_stays_untold(before, counts, rule), hidden & must_hide(counts, rule), hidden)
        marks = np.select(chosen, [NOT_COVERED_MARK, small, mark], "")
        cells = before.cells.assign(count=before.cells["count"].mask(hidden), mark=marks)
        done.append(hide_percentages(replace(before, cells=cells, rule=rule, must_be_printed=now.must_be_printed)))
    return LinkedTables(tuple(done)) if isinstance(repaired, LinkedTables) else done[0]


def _stays_untold(before: CountTable, counts: CountTable, rule: Rule) -> Flags:
    """The hidden cells of which the table goes on telling nothing: their marks say nothing, or no rule would hide them.

    Without a rule, a zero that is hidden does not follow that of the repair, by which zeros are printed.
    """
    if before.rule is not None:
        return is_untold(before)
    zero = before.is_hidden & counts.cells["count"].eq(0) & (rule.zeros == "printed")
    return zero.to_numpy(dtype=bool)


def _hidden_before(check: Check, repaired: CountTable | LinkedTables) -> bool:
    """Whether the table hides a cell already that the repair alone would have printed."""
    assert check.release is not None
    pairs = zip(tables_in(check.release), tables_in(repaired), strict=True)
    return any((before.is_hidden.to_numpy() & ~now.is_hidden.to_numpy()).any() for before, now in pairs)
