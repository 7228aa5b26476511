"""Who looks at the release. No verdict is given without naming her: what is safe from one is open to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from disclosure.labels import cell_name, written
from disclosure.rules import as_written
from disclosure.whole_numbers import true_or_false, whole_number

Labels = tuple[str, ...]
"""The labels of one cell, in the order of the release's dimensions."""


@dataclass(frozen=True, repr=False)
class Outsider:
    """She has all that is printed, and the rule. She is counted nowhere, or does not know where.

    Counts are whole numbers and not negative; a hidden cell is what the rule and its mark say.

    Examples:
        >>> Outsider()
        Outsider()
    """

    __repr__ = as_written


@dataclass(frozen=True, repr=False)
class Contributor:
    """She has all that an outsider has, and is counted herself. What she gains is what she learns of others.

    Args:
        cell: the labels of the cell in which she is counted, in the order of the release's dimensions.
        alone: she knows that nobody else is in that cell (the usual assumption of the literature). Otherwise she only
            knows that the cell holds at least one person.
        amount: in a table of amounts, how much of the cell is hers, in the table's unit, 1 or more. With ``alone`` it
            is the whole cell. None in a table of people.
        also: in a table of people where one person may stand in several cells, the others in which she stands; she
            knows that she is in no further one.
        alone_in: a wider cell that holds ``cell`` and in which she knows to be alone as well, or several of these: a
            total, a region of her town, both editions together. What is hers there stands in ``cell``, and nothing in
            the rest. It says ``alone``, too.

    Raises:
        ValueError: the amount is no whole number of 1 or more, or a label is none.

    Examples:
        >>> Contributor(cell=("The Lantern", "North"), alone=True)
        Contributor(cell=('The Lantern', 'North'), alone=True)
        >>> Contributor(cell=("The Lantern", "North"), amount=80)
        Contributor(cell=('The Lantern', 'North'), amount=80)
        >>> Contributor(cell=("The Lantern", "newcomers"), alone_in=("The Lantern", "second"))
        Contributor(cell=('The Lantern', 'newcomers'), alone=True, alone_in=(('The Lantern', 'second'),))
    """

    cell: Labels
    alone: bool = False
    amount: int | None = None
    also: tuple[Labels, ...] = ()
    alone_in: Labels | tuple[Labels, ...] = ()
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Read labels as text, as tables do, and refuse somebody who contributes nothing."""
        object.__setattr__(self, "cell", _labels(self.cell))
        several = isinstance(self.also, Iterable) and not isinstance(self.also, str)
        object.__setattr__(self, "also", tuple(map(_labels, self.also if several else (self.also,))))
        wider = _cells(self.alone_in)
        object.__setattr__(self, "alone", true_or_false("alone", self.alone) or bool(wider))
        object.__setattr__(self, "alone_in", tuple(cell for cell in dict.fromkeys(wider) if cell != self.cell))
        if self.amount is not None:
            cure = "whoever contributes has 1 or more of the cell"
            object.__setattr__(self, "amount", whole_number("amount", self.amount, cure, least=1))

    @property
    def cells(self) -> tuple[Labels, ...]:
        """All cells in which she stands, as she names them."""
        return (self.cell, *self.also)

    @property
    def alone_cells(self) -> tuple[Labels, ...]:
        """All cells in which she knows to be alone, her own one first; none if she does not know it.

        Examples:
            >>> Contributor("A", alone_in="total").alone_cells, Contributor("A").alone_cells
            ((('A',), ('total',)), ())
        """
        return (self.cell, *_cells(self.alone_in)) if self.alone else ()


def _cells(value: Any) -> tuple[Labels, ...]:
    """The labels of some cells as text; a single cell may stand by itself."""
    several = isinstance(value, Iterable) and not isinstance(value, str)
    if several and not any(isinstance(cell, Iterable) and not isinstance(cell, str) for cell in value):
        return (_labels(value),) if tuple(value) else ()
    return tuple(map(_labels, value)) if several else (_labels(value),)


def _labels(cell: Any) -> Labels:
    """The labels of a cell as text; a single one may stand by itself."""
    labels = (cell,) if isinstance(cell, str) or not isinstance(cell, Iterable) else cell
    return tuple(map(written, labels))


@dataclass(frozen=True, repr=False)
class Coalition:
    """Several contributors who tell each other what they know.

    Args:
        members: the contributors. Two in one cell know that it holds at least two.
        one_person: in a table of amounts, all of these are one and the same person, who stands in several cells: each
            member is one cell of hers.

    Raises:
        ValueError: there is no member, or somebody believes herself alone in a cell where another member is; or one
            person is in a cell twice, or counted in a table of people.

    Examples:
        >>> Coalition((Contributor(("A", "North")), Contributor(("B", "North"), alone=True)))
        Coalition(members=(Contributor(cell=('A', 'North')), Contributor(cell=('B', 'North'), alone=True)))
        >>> Coalition((Contributor("A", amount=5), Contributor("B", alone=True, amount=3)), one_person=True).one_person
        True
    """

    members: tuple[Contributor, ...]
    one_person: bool = False
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse an empty coalition and one that contradicts itself."""
        members = tuple(self.members) if isinstance(self.members, Iterable) else (self.members,)
        object.__setattr__(self, "members", members)
        object.__setattr__(self, "one_person", true_or_false("one_person", self.one_person))
        if not members:
            raise ValueError("a coalition needs at least one member.")
        if wrong := [member for member in members if not isinstance(member, Contributor)]:
            raise ValueError(f"{wrong[0]!r} is no member of a coalition: write Contributor(('A', 'North')).")
        for one, other in permutations(members, 2):
            if {*one.alone_cells} & {other.cell, *other.alone_cells}:
                if self.one_person:
                    raise ValueError(
                        "one person alone in a cell with several cells of hers is not offered: leave it out."
                    )
                raise ValueError(f"{one} cannot be alone: another member of the coalition is in the same cell.")
            if self.one_person and one.cell == other.cell:
                raise ValueError(f"one person is in {cell_name(one.cell)} twice: name all that is hers there once.")
        if self.one_person and any(member.amount is None for member in members):
            raise ValueError("one_person is for amounts: of people, name her other cells as Contributor(also=...).")


Attacker = Outsider | Contributor | Coalition
"""Anybody whom `disclosure.audit.verdicts.audit` knows."""


def members(attacker: Attacker) -> tuple[Contributor, ...]:
    """The people behind an attacker who are themselves counted in the release.

    Examples:
        >>> members(Outsider()), members(Contributor(("The Lantern", "North")))
        ((), (Contributor(cell=('The Lantern', 'North')),))
    """
    match attacker:
        case Coalition():
            return attacker.members
        case Contributor():
            return (attacker,)
        case Outsider():
            return ()
    raise ValueError(f"the attacker is {attacker!r}: choose Outsider(), Contributor(...) or Coalition(...).")


def is_one_person(attacker: Attacker) -> bool:
    """Whether the members are cells of one and the same person.

    Examples:
        >>> is_one_person(Outsider()), is_one_person(Coalition(Contributor("A", amount=5), one_person=True))
        (False, True)
    """
    return isinstance(attacker, Coalition) and attacker.one_person
