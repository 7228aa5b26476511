"""The audit of two editions: together where their relation says what one tells of the other, else each by itself."""

from dataclasses import replace
from typing import Final

import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Outsider, is_one_person, members
from disclosure.audit.suggestions import suggested
from disclosure.audit.verdicts import NARROWED, NOT_FOUND, OPEN, audit
from disclosure.labels import cell_name
from disclosure.tables.count_table import CountTable
from disclosure.tables.edition_pairs import EDITION, FIRST, JOINED, LEFT, SECOND, STAYED, Editions, Relation

NOT_USED: Final = "; not used were differences between the editions, for they are {relation}."
IN_EDITION: Final = "in the {edition} edition: {refusal}"


def audit_editions(
    editions: Editions, attacker: Attacker | None = None, *, why: bool = True, nothing_to_subtract: bool = False
) -> pd.DataFrame:
    """Find for every hidden cell of two editions which counts are possible, and say why.

    Groups that nobody printed are listed as well, where one edition tells of the other: newcomers of nested editions,
    those who stayed, left or joined of stocks.

    Args:
        editions: the two tables, and their relation.
        attacker: who looks at both; by default an outsider. Somebody who is counted says when she was, by one more
            label after those of her cell, unless the editions are of the same people: ``"first"`` (and in the second
            one as well) or ``"newcomers"`` of nested ones; ``"stayed"``, ``"left"`` or ``"joined"`` of stocks whose
            joiners or leavers are printed; else ``"first"`` or ``"second"``, and who was in both is two members. Who is
            alone in her cell of a whole edition says so in ``alone_in``: ``("A", "second")``, where her cell is
            ``("A", "newcomers")``; who stayed may be alone in ``("A", "first")``, in ``("A", "second")``, or in both.
        why: also give the reason for each verdict, and say what differences suggest that prove nothing.
        nothing_to_subtract: as in `audit`.

    Returns:
        As of `audit`, with a column ``edition``, but of editions of the same people, whose cells are the same. Of
        revised editions, and of such whose relation is unknown, no cell is called narrowed or open. Where one edition
        tells nothing of the other, further rows come last, whose role is "suggests": without a verdict and a range, a
        sentence says what a reader may think, and what the cell would then be.

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
    if not isinstance(editions, Editions):
        raise ValueError(f"this is a {type(editions).__name__}: two editions are Editions(first, second, relation).")
    attacker = Outsider() if attacker is None else attacker
    if editions.are_linked:
        _refuse_wide(editions, attacker)
        return audit(editions.as_linked(), attacker, why=why, nothing_to_subtract=nothing_to_subtract)
    known = {name: _within(attacker, name) for name, _ in editions.named()}
    frames = [
        _by_itself(name, table, known[name], why=why, nothing_to_subtract=nothing_to_subtract)
        for name, table in editions.named()
    ]
    frame = pd.concat(frames, ignore_index=True).assign(attacker=repr(attacker))
    notes = [suggested(editions, frame)] if why else []
    if editions.relation != "stocks":
        frame = _without_differences(frame, editions.relation, why=why)
    return pd.concat([frame, *notes], ignore_index=True)


def _by_itself(
    name: str, table: CountTable, attacker: Attacker, *, why: bool, nothing_to_subtract: bool
) -> pd.DataFrame:
    """The audit of one edition that tells nothing of the other; where it refuses, the sentence says which one it is."""
    try:
        return audit(table, attacker, why=why, nothing_to_subtract=nothing_to_subtract).assign(**{EDITION: name})
    except ValueError as refusal:
        raise type(refusal)(IN_EDITION.format(edition=name, refusal=refusal)) from refusal


def _without_differences(frame: pd.DataFrame, relation: Relation, *, why: bool) -> pd.DataFrame:
    """Say of each cell that is not exact that differences between the editions were not used."""
    unsure = frame["verdict"].isin([NARROWED, OPEN, NOT_FOUND])
    frame["verdict"] = frame["verdict"].mask(unsure, NOT_FOUND)
    if why and unsure.any():
        reasons = frame["why"].str.removesuffix(".") + NOT_USED.format(relation=relation)
        frame["why"] = frame["why"].mask(unsure, reasons)
    return frame


def _within(attacker: Attacker, edition: str) -> Attacker:
    """What somebody knows of one of two editions that tell nothing of each other."""
    group = members(attacker)
    if other := [member for member in group if member.cell[-1:] not in ((FIRST,), (SECOND,))]:
        raise ValueError(
            f"{other[0]} must say in which edition: add {FIRST!r} or {SECOND!r} to the labels of her cell."
        )
    for member in group:
        if other_edition := [cell for cell in member.alone_cells if cell[-1:] != member.cell[-1:]]:
            raise ValueError(
                f"{member}: {cell_name(other_edition[0])} in alone_in is not of her edition, and one tells nothing of "
                "the other: name a wider cell of her own edition."
            )
    known = tuple(
        replace(
            member,
            cell=member.cell[:-1],
            also=tuple(cell[:-1] for cell in member.also),
            alone_in=tuple(cell[:-1] for cell in member.alone_cells[1:]),
        )
        for member in group
        if member.cell[-1] == edition
    )
    if not known:
        return Outsider()
    return known[0] if len(known) == 1 else Coalition(known, one_person=is_one_person(attacker))


def _refuse_wide(editions: Editions, attacker: Attacker) -> None:
    """Say to somebody counted in stocks that she knows whether she stayed, left or joined."""
    told = {STAYED, LEFT, JOINED}
    if editions.relation == "stocks" and (other := [m for m in members(attacker) if not told & {*m.cell[-1:]}]):
        raise ValueError(f"{other[0]} must say whether she {STAYED}, {LEFT} or {JOINED}: add that to her labels.")
