"""The audit of two editions: together where their relation says what one tells of the other, else each by itself."""

from typing import Final

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import NARROWED, NOT_FOUND, OPEN, audit
from disclosure.tables.edition_pairs import EDITION, Editions

NOT_USED: Final = "; not used were differences between the editions, for they are {relation}."


def audit_editions(
    editions: Editions, attacker: Outsider | None = None, *, why: bool = True, nothing_to_subtract: bool = False
) -> pd.DataFrame:
    """Find for every hidden cell of two editions which counts are possible, and say why.

    Groups that nobody printed are listed as well, where one edition tells of the other: newcomers of nested editions,
    those who stayed, left or joined of stocks.

    Args:
        editions: the two tables, and their relation.
        attacker: an outsider; others are in one edition or in both, and that is not offered.
        why, nothing_to_subtract: as in `audit`.

    Returns:
        As of `audit`, with a column ``edition``, but of editions of the same people, whose cells are the same. Of
        revised editions, and of such whose relation is unknown, no cell is called narrowed or open.

    Raises:
        ContradictionError, ValueError: as of `audit`.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> films = [pd.DataFrame({"film": list(them)}) for them in ("AAAABB", "AAAABBCC")]
        >>> people = [one.assign(film=pd.Categorical(one["film"], list("ABC"))) for one in films]
        >>> first, second = (Suppress(3)(count_table(one, by=("film",), totals=False)) for one in people)
        >>> found = audit_editions(Editions(first, second, "nested"), nothing_to_subtract=True)
        >>> found.loc[found["film"].eq("B"), ["edition", "low", "high", "verdict"]].to_numpy().tolist()
        [['first', 1, 2, 'open'], ['newcomers', 0, 1, 'narrowed'], ['second', 1, 2, 'open']]
    """
    attacker = Outsider() if attacker is None else attacker
    if not isinstance(attacker, Outsider):
        raise ValueError(f"attacker is {attacker!r}: editions are audited against outsiders; choose Outsider().")
    if editions.are_linked:
        return audit(editions.as_linked(), attacker, why=why, nothing_to_subtract=nothing_to_subtract)
    frames = [
        audit(table, attacker, why=why, nothing_to_subtract=nothing_to_subtract).assign(**{EDITION: name})
        for name, table in editions.named()
    ]
    frame = pd.concat(frames, ignore_index=True)
    if editions.relation == "stocks":
        return frame
    unsure = frame["verdict"].isin([NARROWED, OPEN, NOT_FOUND])
    frame["verdict"] = frame["verdict"].mask(unsure, NOT_FOUND)
    if why:
        said = frame["why"].str.removesuffix(".") + NOT_USED.format(relation=editions.relation)
        frame["why"] = frame["why"].mask(unsure, said)
    return frame
