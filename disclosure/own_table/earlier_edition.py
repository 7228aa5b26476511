"""An earlier edition beside a table: what one tells of the other, given how the people of the two are related."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, cast, get_args

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.edition_pairs import audit_editions
from disclosure.audit.reading.cells import PRINTED_SMALL
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.suggestions import SUGGESTS
from disclosure.audit.verdicts import EXACT, NARROWED, audit
from disclosure.own_table.earlier_cells import PRINTED_THEN, cells_of_earlier, printed_now, printed_then
from disclosure.own_table.earlier_questions import OfEarlier, asked_of_earlier
from disclosure.own_table.findings import together, width_of
from disclosure.own_table.questions import Question
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.small_steps import small_steps
from disclosure.own_table.tables import Tables
from disclosure.tables.count_table import TOTAL
from disclosure.tables.edition_pairs import EDITION, FIRST, NEWCOMERS, SECOND, Editions, Relation, linked_editions
from disclosure.tables.linked_tables import LinkedTables, Release, tables_in

NAME: Final = "earlier"
READER: Final = "a reader of the earlier edition"
BOTH: Final = "A reader who has the earlier edition {file} as well; the two are {relation}."
NOT_USED: Final = "The earlier edition {file} was not laid beside this one: {why}"
OPEN: Final = "The earlier edition {file} is not laid beside this table yet: answer first all that is asked."
NO_DIFFERENCES: Final = "Differences to the earlier edition {file}, for the two are {relation}."
CANNOT_BOTH_BE: Final = (
    "This table and the earlier edition {file} do not fit: they cannot both be as they are printed, if the two are "
    "{relation} and their marks mean the same. {why}"
)
SUGGESTED: Final = "Beside {file}, {address} ({labels}): {why}"
MOST_SUGGESTED: Final = 5
OTHER_TABLES: Final = "it breaks the people down in other ways."
QUESTION: Final = Question(
    NAME,
    "How are the people of the two editions related?",
    {
        "same_people": "the same people on the same date, hidden in another way",
        "nested": "running totals: whoever was counted is counted again, nothing was deleted or corrected",
        "stocks": "two dates, between which people join and leave",
        "revised": "earlier figures were corrected",
        "unknown": "that is not known",
    },
    always=True,
)
WORDS: Final = {
    "same_people": "of the same people",
    "nested": "running totals",
    "stocks": "counts of two dates, between which people join and leave",
    "revised": "revised",
    "unknown": "not known to be related",
}


CALLED: Final = {SECOND: "in this table", FIRST: "in the earlier edition", NEWCOMERS: "among newcomers"}
"""What the editions are called in sentences, where the kit's tables have them as a dimension."""


@dataclass(frozen=True)
class EarlierEdition:
    """An edition that is in print, of the same cells as a table.

    Where marks follow several rules, a breakdown is one table for each of these, of the same cells.

    Args:
        file: its name.
        release: the table, or the tables that it holds.
        relation: how its people are related to those of the table.
        tables: the same as they were read, with the addresses of their cells.
        texts: what stands in each cell of its sheet, by address.
    """

    file: str
    release: Release
    relation: Relation
    tables: Tables
    texts: Mapping[str, str]

    def beside(self, release: Release) -> list[Editions]:
        """Each breakdown in both editions.

        Raises:
            ValueError: they do not have the same breakdowns, or not the same cells.
        """
        firsts, seconds = tables_in(self.release), tables_in(release)
        if {table.by for table in firsts} != {table.by for table in seconds}:
            raise ValueError(OTHER_TABLES)
        pairs = [(first, second) for second in seconds for first in firsts if first.by == second.by]
        return [Editions(first, second, self.relation) for first, second in pairs]

    def together(self, release: Release) -> LinkedTables | None:
        """What a reader of both editions has; None where neither tells anything of the other."""
        pairs = self.beside(release)
        return linked_editions(pairs) if pairs[0].are_linked else None

    def told_beside(self, release: Release) -> pd.DataFrame:
        """What a reader of both editions finds, as of `disclosure.audit.edition_pairs.audit_editions`."""
        pairs = self.beside(release)
        if pairs[0].are_linked and len(pairs) > 1:
            return audit(linked_editions(pairs), Outsider(), nothing_to_subtract=True)
        told = [audit_editions(pair, nothing_to_subtract=True) for pair in pairs]
        return pd.concat(told, ignore_index=True) if len(told) > 1 else told[0]

    def told_of_it(self, release: Release, both: pd.DataFrame) -> pd.DataFrame:
        """The hidden cells of this edition of which it tells less by itself than beside a table, as findings.

        Args:
            release: the table.
            both: what `told_beside` finds of the two; of the same people a cell that both hide is the table's own, and
                is left out here.
        """
        of_first = both[both[EDITION].eq(FIRST)] if self.relation == "nested" else both.head(0)
        told = printed_now(self.tables, release) if self.relation == "same_people" else of_first
        found = cells_of_earlier(told, self.tables, self.texts, self.file)
        return found.assign(why=found["why"].map(in_editions), to_whom=READER)

    def contradicts(self, error: ContradictionError) -> str:
        """That a table and this edition cannot both be, in a sentence, and why."""
        return CANNOT_BOTH_BE.format(file=self.file, relation=WORDS[self.relation], why=in_editions(str(error)))


@dataclass(frozen=True)
class BesideEarlier:
    """What an earlier edition adds.

    Args:
        findings: the findings, with what the two editions tell together.
        unchecked: a sentence for what was not checked; empty if nothing is left.
        against: a sentence for what was; empty if nothing was.
        edition: the edition, if it could be laid beside the table.
        sentences: how the edition was read, and what differences suggest and do not prove.
        questions: what must be answered before the edition is laid beside the table.
    """

    findings: pd.DataFrame
    unchecked: str = ""
    against: str = ""
    edition: EarlierEdition | None = None
    sentences: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def not_beside(self) -> str:
        """Why an edition that was chosen was not laid beside the table; empty if it was, or none was chosen."""
        return "" if self.edition else self.unchecked


def beside_earlier(
    findings: pd.DataFrame, tables: Tables, earlier: Reader, answers: Mapping[str, str], *, is_open: bool = False
) -> BesideEarlier:
    """Lay an earlier edition beside a table, once its relation is answered, and all that either leaves open.

    Args:
        findings: what the table gives away alone.
        tables: the table.
        earlier: the earlier edition's sheet.
        answers: the answers under which the table was read; marks of the earlier edition mean the same.
        is_open: whether some of these are still to be given: then nothing more is asked of the edition.

    Raises:
        UnreadableError: the relation is answered by no such answer.
    """
    file, relation = earlier.sheet.file or earlier.sheet.name, answers.get(NAME)
    if relation not in (None, *get_args(Relation)):
        raise UnreadableError(f"The answer to {NAME!r} is {relation!r}: choose one of {', '.join(get_args(Relation))}.")
    questions = (QUESTION,) if relation is None else ()
    try:
        asked = OfEarlier({}, ()) if is_open else asked_of_earlier(earlier, answers)
        if is_open or questions or asked.questions:
            return BesideEarlier(findings, OPEN.format(file=file), questions=(*questions, *asked.questions))
        before = earlier.tables(asked.answers)
        edition = EarlierEdition(file, before.release, cast("Relation", relation), before, earlier.texts)
        edition.beside(tables.release)
    except ValueError as refusal:
        return BesideEarlier(findings, NOT_USED.format(file=file, why=refusal))
    try:
        both = edition.told_beside(tables.release)
    except ContradictionError as error:
        return BesideEarlier(findings, edition.contradicts(error))
    found = _beside(findings, tables, edition, both)
    theirs = edition.told_of_it(tables.release, both)
    steps = small_steps(tables, edition.release, file) if relation == "nested" else ()
    told = (*asked.sentences, *steps, *found.sentences)
    return replace(found, findings=together(found.findings, theirs), sentences=told)


def _beside(findings: pd.DataFrame, tables: Tables, edition: EarlierEdition, both: pd.DataFrame) -> BesideEarlier:
    """What two editions tell together of the cells of the table, once it is known how both are read."""
    told = both[both[EDITION].eq(SECOND)] if EDITION in both else both
    words = {"file": edition.file, "relation": WORDS[edition.relation]}
    if edition.relation == "same_people":
        told = pd.concat([told, printed_then(edition.release)])
    if edition.beside(tables.release)[0].are_linked:
        return BesideEarlier(_sharper(findings, told, tables), "", BOTH.format(**words), edition)
    suggested = _suggestions(findings, told, tables, edition.file)
    return BesideEarlier(findings, NO_DIFFERENCES.format(**words), "", edition, suggested)


def in_editions(why: str) -> str:
    """A sentence on cells of two editions in which these are called what they are.

    Examples:
        >>> in_editions("Second's total is 9: Oak, second is at least 2, and Ash, newcomers's total is 1.")
        "The total in this table is 9: Oak in this table is at least 2, and Ash's total among newcomers is 1."
    """
    for name, called in CALLED.items():
        why = re.sub(rf", {name}('s total)?\b", rf"\1 {called}", why)
        why = re.sub(rf"\bfor {name}\b", f"for {called.removeprefix('in ').removeprefix('among ')}", why)
        why = re.sub(rf"\b{name}'s total\b", f"the total {called}", why)
        why = re.sub(rf"\b{name.capitalize()}'s total\b", f"The total {called}", why)
    return why


def _by_address(told: pd.DataFrame, tables: Tables) -> dict[str, Mapping[Hashable, Any]]:
    """What is told of each cell, by its address; the narrowest of several rows."""
    names = list(dict.fromkeys(name for table in tables_in(tables.release) for name in table.by))
    found: dict[str, Mapping[Hashable, Any]] = {}
    for row in sorted(told.fillna(dict.fromkeys(names, TOTAL)).to_dict("records"), key=width_of):
        found.setdefault(tables.addresses.get(tuple(str(row[name]) for name in names), ""), row)
    return found


def _sharper(findings: pd.DataFrame, told: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Findings where what two editions tell stands in place of what one tells, if it is narrower.

    Whatever the cell is in the other edition: hidden there to cover others, or printed.
    """
    by_address = _by_address(told, tables)
    rows = []
    for row in findings.to_dict("records"):
        other = by_address.get(row["address"])
        if other and width_of(other) < width_of(row):
            row |= {name: other[name] for name in ("low", "high", "verdict", "why")}
            printed = other["role"] == PRINTED_SMALL
            row |= {"why": PRINTED_THEN.format(count=row["low"]) if printed else in_editions(row["why"])}
            row |= {"to_whom": READER if row["verdict"] in (EXACT, NARROWED) else "", "given_away_by": ""}
        rows.append(row)
    return pd.DataFrame(rows, columns=list(findings.columns)).astype({"low": "Int64", "high": "Int64"})


def _suggestions(findings: pd.DataFrame, told: pd.DataFrame, tables: Tables, file: str) -> tuple[str, ...]:
    """What a reader may think of the first cells of which differences suggest something."""
    labels = dict(zip(findings["address"], findings["labels"], strict=True))
    rows = _by_address(told[told["role"].eq(SUGGESTS)], tables).items()
    sentences = [
        SUGGESTED.format(file=file, address=address, labels=labels[address], why=row["why"])
        for address, row in rows
        if address in labels
    ]
    return tuple(sentences[:MOST_SUGGESTED])
