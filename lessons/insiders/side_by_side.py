"""Small tables that the notebook shows: what several people see, releases side by side, what was learnt."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from disclosure.audit.attackers import Attacker
from disclosure.audit.verdicts import audit
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables
from lessons.insiders import strings


def seen_by(release: CountTable, attackers: Mapping[str, Attacker]) -> pd.DataFrame:
    """Say of each hidden cell what each of several attackers knows: one number, or the numbers that stay possible.

    Args:
        release: what is published.
        attackers: who looks, by a name for her.

    Examples:
        >>> from disclosure.audit.attackers import Contributor, Outsider
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBB"), "region": list("NSSNNS")})
        >>> release = Suppress(threshold=3)(count_table(people, by=("film", "region")))
        >>> seen_by(release, {"a reader": Outsider(), "Ada": Contributor(("A", "N"), alone=True)})
              a reader Ada
        cell
        A | N   1 to 2   1
        A | S   1 to 2   2
        B | N   1 to 2   2
        B | S   1 to 2   1
    """
    known = {who: audit(release, attacker, why=False).set_index("target") for who, attacker in attackers.items()}
    return pd.DataFrame({who: _numbers(cells) for who, cells in known.items()}).rename_axis("cell")


def _numbers(cells: pd.DataFrame) -> pd.Series:
    """The possible numbers of each cell, in words."""
    spans = cells["low"].astype(str).where(cells["low"].eq(cells["high"]), cells["low"].astype(str) + " to ")
    return spans.mask(cells["low"].ne(cells["high"]), spans + cells["high"].astype(str))


def last_columns(release: LinkedTables) -> pd.DataFrame:
    """Put the printed totals of the films beside each other, as each of several linked tables prints them.

    Args:
        release: tables with the same first dimension.
    """
    columns = {f"by {table.by[1]}": _totals(table) for table in release.tables}
    return pd.DataFrame(columns)


def _totals(table: CountTable) -> pd.Series:
    """What one table prints at the end of its rows."""
    ends = table.cells[table.cells[table.by[1]].eq("total")].set_index(table.by[0])
    return ends["count"].astype(object).where(ends["count"].notna(), ends["mark"])


PRICE: Final = {"repair": strings.REPAIR, "who": strings.WHO, "looking": strings.LOOKING, "succeed": strings.SUCCEED}
OUTCOME: Final = {"repair": strings.REPAIR, "who": strings.WHO, "n": strings.TARGETS, "declared": strings.DECLARED}


def prices_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Choose the columns that say whom each repair stops, and what it hides (see `repairs_and_insiders`)."""
    hidden = {"cells_hidden": strings.CELLS_HIDDEN, "people_hidden": strings.PEOPLE_HIDDEN}
    return _named(judged, PRICE | hidden)


def outcomes_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Choose the columns that say how good an attack is: of what was declared, how much is right, and by chance.

    A blind guesser who speaks as often says the count that most small cells have.
    """
    declared = judged["right"] + judged["wrong"]
    shown = judged.assign(declared=declared, chance=(declared * judged["blind"]).round(1))
    return _named(shown, OUTCOME | {"right": strings.RIGHT, "chance": strings.BY_CHANCE})


def _named(judged: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """Some columns, with headings that can be read."""
    shown = judged.assign(repair=judged["repair"].map(strings.REPAIRS), who=judged["who"].map(strings.BELIEF_WHO))
    return shown[list(columns)].rename(columns=columns)


def claims_in_words(claims: pd.DataFrame, table: CountTable) -> pd.DataFrame:
    """Show what somebody declares beside what is true.

    Args:
        claims: guesses that are declared (see `lessons.insiders.attack.look`).
        table: the table as it was counted.
    """
    truth = pd.Series(table.cells["count"].to_numpy(), index=table.cell_names)
    shown = claims.assign(truth=claims["target"].map(truth))[["target", "claim", "truth"]]
    return shown.set_axis([strings.CELL, strings.CLAIM, strings.TRUTH], axis="columns")
