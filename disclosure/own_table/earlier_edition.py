"""An earlier edition beside a table: what one tells of the other, given how the people of the two are related."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast, get_args

import pandas as pd

from disclosure.audit.edition_pairs import audit_editions
from disclosure.audit.verdicts import EXACT, NARROWED
from disclosure.own_table.questions import Question
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.tables import Tables
from disclosure.tables.count_table import CountTable
from disclosure.tables.edition_pairs import EDITION, SECOND, Editions, Relation

NAME: Final = "earlier"
READER: Final = "a reader of the earlier edition"
BOTH: Final = "A reader who has the earlier edition {file} as well; the two are {relation}."
NOT_USED: Final = "The earlier edition {file} was not laid beside this one: {why}"
OPEN: Final = "The earlier edition {file}: how its people are related to those of this table is not answered."
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


@dataclass(frozen=True)
class BesideEarlier:
    """What an earlier edition adds.

    Args:
        findings: the findings, with what the two editions tell together.
        against: a sentence for what was checked; empty if nothing was.
        unchecked: a sentence for what was not; empty if nothing is left.
    """

    findings: pd.DataFrame
    against: str = ""
    unchecked: str = ""


def beside_earlier(
    findings: pd.DataFrame, tables: Tables, earlier: Reader, answers: Mapping[str, str]
) -> BesideEarlier:
    """Lay an earlier edition beside a table, once its relation is answered.

    Args:
        findings: what the table gives away alone.
        tables: the table.
        earlier: the earlier edition's sheet.
        answers: the answers under which the table was read; marks of the earlier edition mean the same.

    Raises:
        ContradictionError: no people fit both editions if they are so related.
    """
    file, relation = earlier.sheet.file or earlier.sheet.name, answers.get(NAME)
    if relation is None:
        return BesideEarlier(findings, unchecked=OPEN.format(file=file))
    if relation not in get_args(Relation):
        raise UnreadableError(f"the answer to {NAME!r} is {relation!r}: choose one of {', '.join(get_args(Relation))}.")
    try:
        first = _tables_of(earlier, answers).release
        if not isinstance(first, CountTable) or not isinstance(tables.release, CountTable):
            raise UnreadableError("it holds several breakdowns side by side.")
        pair = Editions(first, tables.release, cast("Relation", relation))
    except ValueError as refusal:
        return BesideEarlier(findings, unchecked=NOT_USED.format(file=file, why=refusal))
    told = audit_editions(pair, nothing_to_subtract=True)
    told = told[told[EDITION].eq(SECOND)] if EDITION in told else told
    merged = _sharper(findings, told, tables)
    return BesideEarlier(merged, BOTH.format(file=file, relation=relation.replace("_", " ")))


def _tables_of(earlier: Reader, answers: Mapping[str, str]) -> Tables:
    """The earlier edition under the same answers; what is asked of it alone must be answered as well.

    Raises:
        UnreadableError: something is open.
    """
    own = {name: answer for name, answer in answers.items() if name != NAME}
    if still := earlier.under(own).questions:
        raise UnreadableError(f"it leaves open {still[0].name!r}, which the rules must answer: {still[0].sentence}")
    return earlier.tables(own)


def _sharper(findings: pd.DataFrame, told: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Findings where what two editions tell stands in place of what one tells, if it is narrower."""
    release = cast("CountTable", tables.release)
    by_address = {
        tables.addresses.get(tuple(str(row[name]) for name in release.by), ""): row for row in told.to_dict("records")
    }
    rows = []
    for row in findings.to_dict("records"):
        other = by_address.get(row["address"])
        if other and row["role"] == other["role"] and _width(other) < _width(row):
            row |= {name: other[name] for name in ("low", "high", "verdict", "why")}
            row |= {"to_whom": READER if row["verdict"] in (EXACT, NARROWED) else "", "given_away_by": ""}
        rows.append(row)
    return pd.DataFrame(rows, columns=list(findings.columns)).astype({"low": "Int64", "high": "Int64"})


def _width(row: Mapping[Hashable, Any]) -> float:
    """How many counts are possible."""
    low, high = row["low"], row["high"]
    return float("inf") if pd.isna(high) else float(high) - float(low)
