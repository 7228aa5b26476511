"""What readers know of the counts that a repaired table hides: not certain, and yet more than their marks say."""

from typing import Final

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.cells import NOT_COVERED
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.audit.verdicts import EXACT, NARROWED, audit
from disclosure.labels import TOTAL
from disclosure.own_table.check import Check
from disclosure.own_table.in_words import HIDDEN
from disclosure.own_table.known_ranges import known
from disclosure.tables.edition_pairs import EDITION, SECOND
from disclosure.tables.linked_tables import Release, tables_in

SMALL_ONES: Final = (
    "Of {number} small {counts}, readers will still know more than the mark says: {cells}. A larger width leaves more "
    "open."
)
NOT_LOOKED_AT: Final = "How far readers can narrow the hidden counts was not looked at: there was no time."
PATIENCE: Final = 5.0
"""Seconds for this audit."""

MOST_NAMED: Final = 4


def still_known(check: Check, release: Release) -> tuple[str, tuple[str, ...]]:
    """What stays known of a proposal, in a sentence on its small counts; and of each hidden count, in a line.

    Args:
        check: of the table as it is.
        release: the table as it would be published.
    """
    try:
        with limited_to(PATIENCE):
            told = _told(check, release)
    except OutOfTimeError:
        return NOT_LOOKED_AT, ()
    except ContradictionError:  # the two editions: said before
        return "", ()
    narrowed = told[told["verdict"].isin([EXACT, NARROWED]) & told["role"].isin([*HIDDEN, NOT_COVERED])]
    lines = {
        row["address"]: f"{row['address']}: {known(row['low'], row['high'])}" for row in narrowed.to_dict("records")
    }
    small = [lines[address] for address in narrowed.loc[narrowed["role"].eq("primary"), "address"]]
    counts = "count" if len(small) == 1 else "counts"
    named = ", ".join(small[:MOST_NAMED]) + (", …" if len(small) > MOST_NAMED else "")
    sentence = SMALL_ONES.format(number=len(small), counts=counts, cells=named.replace(":", "")) if small else ""
    return sentence, tuple(lines.values())


def _told(check: Check, release: Release) -> pd.DataFrame:
    """What readers find of the cells of the sheet, with the address of each."""
    if check.earlier:
        frame = check.earlier.told_beside(release)
        frame = frame[frame[EDITION].eq(SECOND)] if EDITION in frame else frame
    else:
        frame = audit(release, Outsider(), why=False, nothing_to_subtract=True)
    names = list(dict.fromkeys(name for table in tables_in(release) for name in table.by))
    keys = frame.reindex(columns=names).fillna(TOTAL).astype(str)
    frame = frame.assign(address=[check.addresses.get(key, "") for key in keys.itertuples(index=False, name=None)])
    return frame[frame["address"].ne("") & ~frame["address"].duplicated()]
