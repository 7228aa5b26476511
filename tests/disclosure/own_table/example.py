"""The first table of the design, T1, brought by an office, and its true counts."""

import csv
import io
from collections.abc import Collection
from dataclasses import replace

import pandas as pd

from disclosure.audit import Outsider, audit
from disclosure.labels import TOTAL
from disclosure.own_table.check import Check
from disclosure.own_table.findings import COLUMNS
from disclosure.own_table.layout.as_read import AsRead, Kind
from disclosure.own_table.sheets.sheet import TextDialect, Written, address_of, sheet_of
from disclosure.rules import Rule
from disclosure.tables import CountTable

T1 = """\ufeff"Table 4a. Notified infections by district and age group, 3rd quarter 2025 (provisional)",,,,,\r
District of residence,Age group (years),,,,\r
"",0–14,15–39,40–64,65 and over,Total\r
Ashfield,12,31,"1,204",88,"1,335"\r
Birchmoor,<5,17,64,29,113\r
Coldwell,<5,9,41,<5,57\r
Dunmere,8,<5,23,11,44\r
Eastry,6,15,0,7,28\r
All districts,32,74,"1,332",139,"1,577"\r
,,,,,\r
"<5: a number from 1 to 4. A true zero is shown as 0.",,,,,\r
Source: regional notification register; extracted 14 October 2025.,,,,,\r
"""
HIDDEN = {"B5": "3", "B6": "3", "E6": "4", "C7": "2"}
"""What T1 hides, by address."""

OFFICE = (
    T1.replace("Birchmoor,<5", "Birchmoor,3")
    .replace("Coldwell,<5,9,41,<5", "Coldwell,3,9,41,4")
    .replace("Dunmere,8,<5", "Dunmere,8,2")
)
"""The same with every count."""


def csv_bytes(text: str) -> bytes:
    """A text as it lies in a file."""
    return text.encode()


def t1_check(*, counts: bool = True) -> Check:
    """What is found in T1, put together by hand from the design: a reader of files is no part of these tests."""
    rows = list(csv.reader(io.StringIO(T1.removeprefix("\ufeff"), newline="")))
    sheet = sheet_of(rows, "T1", TextDialect("utf-8-sig", ",", "\r\n"))
    sheet = replace(sheet, file="Table 4a Q3.csv", checksum="0" * 64)
    release, addresses = _release(rows)
    kinds = {cell.address: _kind(cell, addresses.values()) for cell in sheet}
    numbers = {a: int(sheet.at(a).text.replace(",", "")) for a, kind in kinds.items() if kind in ("count", "total")}
    found = audit(release, Outsider())
    names = [tuple(labels) for labels in found[list(release.by)].itertuples(index=False, name=None)]
    findings = found.assign(
        address=[addresses[name] for name in names],
        labels=found["target"],
        printed="<5",
        given_away_by=["C5 D5 E5 F5", "B4 B7 B8 B9 B5", "C6 D6 B6 F6", "C4 C5 C6 C8 C9"],
        to_whom="any reader",
    )[list(COLUMNS)]
    return Check(
        AsRead(sheet, kinds, numbers=numbers, labels={a: labels for labels, a in addresses.items()}),
        findings,
        pd.DataFrame(columns=LINES),
        checked_against=("A reader who has this table and its footnotes.",),
        not_checked=("An earlier edition: none was given.",),
        exit_code=1,
        release=release,
        addresses=addresses,
        counted=_with_counts(release, addresses) if counts else None,
    )


LINES = ["line", "along", "hidden", "low", "high", "sentence", "addresses"]


def _release(rows: list[list[str]]) -> tuple[CountTable, dict[tuple[str, ...], str]]:
    """The table of T1, and where its cells stand."""
    entries, addresses = [], {}
    for row in range(3, 9):
        for column in range(1, 6):
            labels = (rows[row][0].replace("All districts", TOTAL), rows[2][column].replace("Total", TOTAL))
            text = rows[row][column].replace(",", "")
            hidden = text == "<5"
            entries.append((*labels, pd.NA if hidden else int(text), text if hidden else ""))
            addresses[labels] = address_of(row, column)
    cells = pd.DataFrame(entries, columns=["district", "age group", "count", "mark"]).astype({"count": "Int64"})
    return CountTable(cells, ("district", "age group"), rule=Rule(5, mark="<5")), addresses


def _with_counts(release: CountTable, addresses: dict[tuple[str, ...], str]) -> CountTable:
    """The same with every count."""
    names = release.cells[list(release.by)].itertuples(index=False, name=None)
    hidden = [HIDDEN.get(addresses[tuple(labels)]) for labels in names]
    counts = [count if text is None else int(text) for count, text in zip(release.cells["count"], hidden, strict=True)]
    return replace(release, cells=release.cells.assign(count=pd.array(counts, "Int64"), mark=""), rule=None)


def _kind(cell: Written, counted: Collection[str]) -> Kind:
    """What a cell of T1 is."""
    if cell.address in counted:
        last = cell.row == 8 or cell.column == 5
        return "hidden" if cell.text == "<5" else "total" if last else "zero" if cell.text == "0" else "count"
    if not cell.text:
        return "blank"
    return "title" if cell.row == 0 else "heading" if cell.row < 3 else "label" if cell.row < 9 else "footnote"
