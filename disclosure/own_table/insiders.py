"""People who are counted in a table and look at it: somebody alone in a cell, or two such people who talk.

Where the office's counts are known, these are the people who are alone; else everybody who could be: then each finding
says what it rests on.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, Literal

import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Contributor, members
from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import EXACT, NARROWED, audit
from disclosure.own_table.findings import width_of, with_addresses
from disclosure.own_table.questions import Question
from disclosure.own_table.tables import Tables
from disclosure.repair.protection import Singletons
from disclosure.repair.singletons import attackers_of
from disclosure.tables.count_table import TOTAL
from disclosure.tables.linked_tables import Release, tables_in

Look = Literal["readers", "alone", "two"]
"""Who looks at a table: whoever reads it; also somebody alone in a cell; also two such people who talk."""

HIDDEN_ROLES: Final = ("primary", "complementary", "not told")
MOST_LOOKERS: Final = 60
"""People, or pairs of people, who are thought to look, one after another; of more than these, the first."""

QUESTION: Final = Question(
    "counted",
    "Does the table count people, each of them once, or events, of which one person may have several?",
    {"people": "each person is in one cell, once", "events": "one person may be behind several of them"},
    always=True,
)
EVENTS: Final = "People behind the events that are counted: one may have several, and no table says how many."
NOT_ASKED: Final = "People who are counted in the table and know of themselves."
ALONE: Final = "Anybody who is alone in a hidden cell and knows it."
TWO: Final = "Any two people who are alone in hidden cells and tell each other."
NOT_ALL: Final = "Of people alone in a hidden cell, and pairs of them, only the first {most} of {number} were tried."
OTHERS: Final = "People who are counted in the table and not alone in their cell."
WHOEVER: Final = "whoever is alone in {cells}"
IF_SO: Final = "If one person is alone in {cells}: {why}"


@dataclass(frozen=True)
class ByInsiders:
    """What insiders add.

    Args:
        findings: the findings, where what an insider knows stands in place of what readers know, if it is narrower.
        against: sentences for who was thought to look.
        unchecked: sentences for who was not.
    """

    findings: pd.DataFrame
    against: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = (NOT_ASKED,)


def by_insiders(
    findings: pd.DataFrame, tables: Tables, look: Look, counted: Release | None, counts: str | None
) -> ByInsiders:
    """Let people who are counted in a table look at it.

    Args:
        findings: what readers find.
        tables: the table.
        look: who looks.
        counted: the same with all counts, if they are known: then it is known who is alone.
        counts: the answer to `QUESTION`; None if it is not answered. A single event is one person's, but a person with
            several is alone in larger cells, too: of events nobody is tried.
    """
    if look == "readers" or counts != "people":
        return ByInsiders(findings, unchecked=(EVENTS if counts == "events" else NOT_ASKED,))
    alone = _alone(findings, tables, counted)
    pairs = [Coalition(pair) for pair in combinations(alone, 2)] if look == "two" else []
    everybody: list[Attacker] = [*alone, *pairs]
    rows = findings.to_dict("records")
    place = {row["address"]: k for k, row in enumerate(rows) if row["address"]}
    for attacker in everybody[:MOST_LOOKERS]:
        for known in _known_to(attacker, tables, rows, place):
            rows[place[known["address"]]] |= _told(known, attacker, tables, sure=counted is not None)
    merged = pd.DataFrame(rows, columns=list(findings.columns)).astype({"low": "Int64", "high": "Int64"})
    many = NOT_ALL.format(most=MOST_LOOKERS, number=len(everybody))
    against = (ALONE, TWO) if look == "two" else (ALONE,)
    return ByInsiders(merged, against, (OTHERS, many) if len(everybody) > MOST_LOOKERS else (OTHERS,))


def _alone(findings: pd.DataFrame, tables: Tables, counted: Release | None) -> list[Contributor]:
    """Everybody who is alone in a hidden cell; where counts are not known, everybody who could be."""
    keys = {address: key for key, address in tables.addresses.items()}
    hidden = findings[findings["role"].isin(HIDDEN_ROLES)]
    if counted is not None:
        there = {keys[address] for address in hidden["address"] if address}
        found = attackers_of(counted, [Singletons()])
        return [one for one in found if isinstance(one, Contributor) and one.cell in there]
    one = hidden["low"].le(1) & hidden["high"].fillna(NO_LIMIT).ge(1)
    cells = [keys[address] for address in hidden.loc[one, "address"] if address]
    return [Contributor(cell, alone=True) for cell in cells if TOTAL not in cell or len(tables_in(tables.release)) > 1]


def _known_to(
    attacker: Attacker, tables: Tables, rows: Sequence[Mapping[Hashable, Any]], place: Mapping[str, int]
) -> list[dict[Hashable, Any]]:
    """What one of them knows better than anybody before, but of her own cell; nothing if she cannot be alone there."""
    own = {tables.addresses[member.cell] for member in members(attacker)}
    try:
        found = with_addresses(audit(tables.prepared, attacker, why=False), tables)
    except ContradictionError:
        return []
    sharper = [
        row["address"] in place and row["address"] not in own and width_of(row) < width_of(rows[place[row["address"]]])
        for row in found.to_dict("records")
    ]
    if not any(sharper):
        return []
    told = with_addresses(audit(tables.prepared, attacker), tables)[sharper]
    wanted = [EXACT] if tables.loosened else [EXACT, NARROWED]
    return told[told["verdict"].isin(wanted)].to_dict("records")


def _told(known: Mapping[Hashable, Any], attacker: Attacker, tables: Tables, *, sure: bool) -> dict[Hashable, Any]:
    """What an insider knows, as a finding."""
    cells = " and ".join(tables.addresses[member.cell] for member in members(attacker))
    why = known["why"] if sure else IF_SO.format(cells=cells, why=known["why"])
    found = {name: known[name] for name in ("low", "high", "verdict")}
    return found | {"why": why, "given_away_by": cells.replace(" and ", " "), "to_whom": WHOEVER.format(cells=cells)}
