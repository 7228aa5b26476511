"""What a table that is not out yet would tell of the cells that an earlier edition hid: a proposal, or a table tried.

The cells of the edition are looked at in the same way as beside the table as it stands.
"""

from typing import Final

import pandas as pd

from disclosure.audit.verdicts import EXACT
from disclosure.own_table.earlier_cells import cells_of_earlier
from disclosure.own_table.earlier_edition import EarlierEdition
from disclosure.own_table.in_words import known_of
from disclosure.tables.linked_tables import Release

TELLS: Final = (
    "Beside {file} this {what} tells more than that edition does by itself of {number} cell{s} that it hid: {named}."
)
NAMED: Final = "{labels} ({known})"
OTHERS: Final = "; and {number} more"
MOST_NAMED: Final = 3


def told_of_earlier(earlier: EarlierEdition | None, release: Release, what: str) -> str:
    """Of which cells of an earlier edition readers of both learn more, in a sentence; empty if of none.

    Args:
        earlier: the edition in print; None if there is none.
        release: the table as it would be published.
        what: what it is called.

    Raises:
        ContradictionError: no people fit both.
    """
    if earlier is None or not earlier.beside(release)[0].are_linked:
        return ""
    both = earlier.told_beside(release)
    found = earlier.told_of_it(release, both)
    if earlier.relation == "same_people":  # else of both editions the cells are not the same
        again = cells_of_earlier(both, earlier.tables, earlier.texts, earlier.file)
        again = again[again["verdict"].eq(EXACT) & ~again["labels"].isin(found["labels"])]
        found = pd.concat([found, again], ignore_index=True)
    return _in_words(found, earlier.file, what)


def _in_words(found: pd.DataFrame, file: str, what: str) -> str:
    """Some cells and what is known of each; first those that are exact."""
    if not len(found):
        return ""
    rows = sorted(found.to_dict("records"), key=lambda row: row["verdict"] != EXACT)
    named = "; ".join(NAMED.format(labels=row["labels"], known=known_of(row)) for row in rows[:MOST_NAMED])
    named += OTHERS.format(number=len(rows) - MOST_NAMED) if len(rows) > MOST_NAMED else ""
    return TELLS.format(file=file, what=what, number=len(rows), s="s" * (len(rows) != 1), named=named)
