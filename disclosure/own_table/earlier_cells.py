"""What a table gives away of an earlier edition: cells that were hidden there, and are known once both are in print."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.cells import PRINTED_SMALL
from disclosure.audit.verdicts import EXACT, NARROWED, audit
from disclosure.labels import TOTAL
from disclosure.own_table.findings import COLUMNS, width_of, with_addresses
from disclosure.own_table.tables import Tables
from disclosure.tables.linked_tables import Release, tables_in

OF_EARLIER: Final = "in the earlier edition"
"""The role of these findings."""

THERE: Final = "{labels}, {address} of {file}"
PRINTED_THEN: Final = "The earlier edition prints {count:,} there."
PRINTED_NOW: Final = "This table prints {count:,} there."
HIDDEN_THERE: Final = ("primary", "complementary", "not told")


def cells_of_earlier(told: pd.DataFrame, tables: Tables, texts: Mapping[str, str], file: str) -> pd.DataFrame:
    """The hidden cells of an earlier edition of which both editions tell more than that one by itself.

    Args:
        told: what a reader of both finds of the cells of the earlier edition.
        tables: the earlier edition.
        texts: what stands in each cell of its sheet, by address.
        file: its name.

    Returns:
        Findings, with the columns of `COLUMNS`; they have no address, for they stand in another sheet.
    """
    told = told.fillna(dict.fromkeys(_names(tables.release), TOTAL))
    alone = with_addresses(audit(tables.prepared, Outsider(), why=False), tables)
    before = {row["address"]: width_of(row) for row in alone.to_dict("records")}
    found = []
    keys = {address: key for key, address in tables.addresses.items()}
    for row in with_addresses(told, tables).to_dict("records"):
        known = row["verdict"] in (EXACT, NARROWED) and row["role"] in HIDDEN_THERE
        if known and row["address"] and width_of(row) < before.get(row["address"], 0):
            labels = ", ".join(label for label in keys[row["address"]] if label != TOTAL) or TOTAL
            there = THERE.format(labels=labels, address=row["address"], file=file)
            own = {"address": "", "labels": there, "printed": texts[row["address"]], "role": OF_EARLIER}
            found.append({name: row.get(name, "") for name in COLUMNS} | own)
    return pd.DataFrame(found, columns=list(COLUMNS)).astype({"low": "Int64", "high": "Int64"})


def printed_now(earlier: Tables, now: Release) -> pd.DataFrame:
    """The cells that an earlier edition of the same people hid and a table prints, as an audit tells of cells.

    Args:
        earlier: the earlier edition.
        now: the table.
    """
    names, counts = _names(now), printed_counts(now)
    told = audit(earlier.prepared, Outsider(), why=False).fillna(dict.fromkeys(names, TOTAL))
    found = [counts.get(key) for key in map(tuple, told[names].to_numpy())]
    there = told.assign(low=pd.array(found, dtype="Int64"), high=pd.array(found, dtype="Int64"), verdict=EXACT)
    there = there[there["low"].notna()]
    return there.assign(why=[PRINTED_NOW.format(count=count) for count in there["low"]])


def printed_then(earlier: Release) -> pd.DataFrame:
    """The cells that an earlier edition of the same people prints, as an audit tells of cells.

    Args:
        earlier: the earlier edition.
    """
    rows = [
        dict(zip(_names(earlier), key, strict=True)) | {"low": count, "high": count}
        for key, count in printed_counts(earlier).items()
    ]
    found = pd.DataFrame(rows, columns=[*_names(earlier), "low", "high"]).astype({"low": "Int64", "high": "Int64"})
    why = [PRINTED_THEN.format(count=count) for count in found["low"]]
    return found.assign(verdict=EXACT, role=PRINTED_SMALL, why=why)


def printed_counts(release: Release) -> dict[tuple[str, ...], int]:
    """The counts that tables print as they are, by the labels of their cells."""
    names, counts = _names(release), dict[tuple[str, ...], int]()
    for table in (each for each in tables_in(release) if each.base == 1):
        for row in table.cells[~table.is_hidden].to_dict("records"):
            counts[tuple(str(row.get(name, TOTAL)) for name in names)] = int(row["count"])
    return counts


def _names(release: Release) -> list[str]:
    """All dimensions of tables."""
    return list(dict.fromkeys(name for table in tables_in(release) for name in table.by))
