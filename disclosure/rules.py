"""Thresholds in use, each with its source, and the rule that a release states about its hidden cells."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Literal, get_args

from disclosure.marks import HIDDEN_MARK, refuse_unusable_mark
from disclosure.whole_numbers import true_or_false, whole_number

Zeros = Literal["printed", "hidden", "may be hidden"]
"""What a rule does with counts of zero: always prints them, always hides them, or hides some to cover other cells."""

ZeroAmounts = Literal["printed", "may be hidden"]
"""What a dominance rule does with amounts of zero: nobody dominates nothing, so none is hidden for its own sake."""


def as_written(value: Any) -> str:
    """Write a frozen value as the call that makes it, without fields at their default or with ``repr=False`` (secret).

    Examples:
        >>> as_written(Rule(threshold=5)), as_written(Rule(5, zeros="hidden"))
        ('Rule(threshold=5)', "Rule(threshold=5, zeros='hidden')")
    """
    words = [(field.name, getattr(value, field.name)) for field in fields(value) if field.repr]
    usual = {field.name: field.default for field in fields(value)}
    return f"{type(value).__name__}({', '.join(f'{name}={each!r}' for name, each in words if each != usual[name])})"


@dataclass(frozen=True, repr=False)
class Rule:
    """The sentence under a published table: which counts are hidden, and what is printed in their place.

    Cells that the rule itself hides are *primary*. Others that are hidden to cover them are *complementary*.

    Args:
        threshold: the smallest count that may be printed, in people; counts from 1 to ``threshold - 1`` are hidden.
        zeros: whether counts of 0 are ``"printed"`` always (a hidden cell is then never 0), ``"hidden"`` like other
            small counts, or ``"may be hidden"``: no reason to hide, but some are hidden to cover other cells.
        mark: what is printed in place of a primary cell.
        complementary_mark: what is printed in place of a complementary cell: None if there are none (whatever ``zeros``
            says, all that is hidden is small), ``mark`` if readers shall not see which is which, or a second one.

    Raises:
        ValueError: the threshold is below 2, so that nothing would be hidden, or ``zeros`` or a mark is none.

    Examples:
        >>> Rule(threshold=5)
        Rule(threshold=5)
        >>> Rule(threshold=5).hides(4), Rule(threshold=5).hides(5), Rule(threshold=5).hides(0)
        (True, False, False)
        >>> Rule(threshold=5, zeros="hidden").hides(0)
        True
    """

    threshold: int
    zeros: Zeros = "printed"
    mark: str = HIDDEN_MARK
    complementary_mark: str | None = None

    def __post_init__(self) -> None:
        """Refuse a threshold that hides nothing, an unknown word for zeros, and what is no mark."""
        cure = "choose 2 or more, or no cell is ever hidden"
        object.__setattr__(self, "threshold", whole_number("threshold", self.threshold, cure, least=2))
        if self.zeros not in get_args(Zeros):
            raise ValueError(f"zeros is {self.zeros!r}: choose one of {', '.join(map(repr, get_args(Zeros)))}.")
        _refuse_unusable_marks(self)

    __repr__ = as_written

    @property
    def smallest_hidden(self) -> int:
        """The smallest count that the rule itself hides: 1, or 0 where zeros are hidden."""
        return 0 if self.zeros == "hidden" else 1

    def hides(self, count: int) -> bool:
        """Whether the rule itself hides a cell with this count."""
        return self.smallest_hidden <= count < self.threshold


@dataclass(frozen=True, repr=False)
class PPercentRule:
    """The p %-rule for tables of amounts: nobody in a cell may work out the largest contribution within p per cent.

    The second largest contributor takes her own x2 from the cell X; what is left, X - x2, is her estimate of the
    largest, x1. A cell is *dominated* if the estimate is too close: X - x1 - x2 < p/100 x1 (SDC Handbook, 4.2.1).

    Args:
        p: per cent, a whole number from 1 to 100.
        secret: readers are told the kind of rule, and not its numbers, as the SDC Handbook (4.2.1) asks.
        mark: what is printed in place of a dominated cell.
        complementary_mark: what is printed in place of a cell that is hidden to cover others; as in `Rule`.
        zeros: whether amounts of 0 are always ``"printed"``, or some ``"may be hidden"`` to cover other cells.

    Raises:
        ValueError: p is not among these numbers, ``zeros`` is none of the two, or a mark is none, as in `Rule`.

    Examples:
        >>> rule = PPercentRule(10)
        >>> rule.dominates([900, 80], total=1_000), rule.dominates([500, 80], total=1_000)
        (True, False)
        >>> rule.protection_level([900, 80], total=1_000)
        70
    """

    p: int
    secret: bool = True
    mark: str = HIDDEN_MARK
    complementary_mark: str | None = None
    zeros: ZeroAmounts = "printed"
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a share that cannot be meant, and an unknown word for zeros."""
        cure = "choose a whole number of per cent from 1 to 100"
        object.__setattr__(self, "p", whole_number("p", self.p, cure, least=1, most=100))
        _refuse_unusable_words(self)

    @property
    def contributors(self) -> int:
        """How many of the largest contributions the rule looks at."""
        return 2

    def dominates(self, largest: Sequence[int], total: int) -> bool:
        """Whether a cell is dominated.

        Args:
            largest: its largest contributions, the largest first; two, or all if there are fewer.
            total: the cell.
        """
        return 100 * (total - sum(largest[:2])) < self.p * sum(largest[:1])

    @property
    def fewest_printed(self) -> int:
        """The fewest contributors to a cell that is not dominated and not 0, whatever p is."""
        return 3

    @property
    def smallest_printed(self) -> int:
        """The smallest amount of such a cell: each of them has 1."""
        return 3

    def protection_level(self, largest: Sequence[int], total: int) -> int:
        """How far above a dominated cell X its largest possible amount must lie: U = p/100 x1 - (X - x1 - x2).

        Then the second largest contributor, who takes her own away, is p per cent off the largest (SDC Handbook,
        4.2.2). Amounts are whole, so U is rounded up to a whole unit: the possible amounts are the same.

        Args:
            largest: its largest contributions, the largest first; two, or all if there are fewer.
            total: the cell.
        """
        return -((100 * (total - sum(largest[:2])) - self.p * sum(largest[:1])) // 100)


@dataclass(frozen=True, repr=False)
class NKRule:
    """The (n, k)-rule for tables of amounts: no n contributors may hold more than k per cent of a cell.

    A cell X is *dominated* if x1 + .. + xn > k/100 X, with the largest contribution x1 first (SDC Handbook, 4.2.1).

    Args:
        n: how many contributors, 1 or more.
        k: per cent, a whole number from 1 to 99.
        secret, mark, complementary_mark, zeros: as in `PPercentRule`.

    Raises:
        ValueError: n or k is not among these numbers, or ``zeros`` or a mark is none.

    Examples:
        >>> rule = NKRule(n=2, k=90)
        >>> rule.dominates([900, 80], total=1_000), rule.dominates([500, 80], total=1_000)
        (True, False)
        >>> rule.protection_level([900, 80], total=1_000)     # 980 is 90 % of 1,088.9
        89
    """

    n: int
    k: int
    secret: bool = True
    mark: str = HIDDEN_MARK
    complementary_mark: str | None = None
    zeros: ZeroAmounts = "printed"
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a group of nobody and a share that cannot be meant."""
        object.__setattr__(self, "n", whole_number("n", self.n, "choose 1 contributor or more", least=1))
        cure = "choose a whole number of per cent from 1 to 99"
        object.__setattr__(self, "k", whole_number("k", self.k, cure, least=1, most=99))
        _refuse_unusable_words(self)

    @property
    def contributors(self) -> int:
        """How many of the largest contributions the rule looks at."""
        return self.n

    def dominates(self, largest: Sequence[int], total: int) -> bool:
        """Whether a cell is dominated.

        Args:
            largest: its largest contributions, the largest first; n, or all if there are fewer.
            total: the cell.
        """
        return 100 * sum(largest[: self.n]) > self.k * total

    @property
    def fewest_printed(self) -> int:
        """The fewest contributors to a cell that is not dominated and not 0: who does not know n says 2."""
        return 2 if self.secret else self.n + 1

    @property
    def smallest_printed(self) -> int:
        """The smallest amount of such a cell: just enough contributors with 1 each."""
        return 2 if self.secret else -(-100 * self.n // self.k)

    def protection_level(self, largest: Sequence[int], total: int) -> int:
        """How far above a dominated cell X its largest possible amount must lie: U = 100/k (x1 + .. + xn) - X.

        In a cell of that amount, the n largest would hold k per cent (SDC Handbook, 4.2.2). Rounded up to a whole unit.

        Args:
            largest: its largest contributions, the largest first; n, or all if there are fewer.
            total: the cell.
        """
        return -(-100 * sum(largest[: self.n]) // self.k) - total


def _refuse_unusable_words(rule: "PPercentRule | NKRule") -> None:
    """Say which words there are for amounts of zero, and which choice or mark of a rule for amounts is none."""
    if rule.zeros not in get_args(ZeroAmounts):
        raise ValueError(f"zeros is {rule.zeros!r}: choose one of {', '.join(map(repr, get_args(ZeroAmounts)))}.")
    true_or_false("secret", rule.secret)
    _refuse_unusable_marks(rule)


def _refuse_unusable_marks(rule: "Rule | PPercentRule | NKRule") -> None:
    """Say which of the marks of a rule is none; there need not be one for complementary cells."""
    refuse_unusable_mark("mark", rule.mark)
    if rule.complementary_mark is not None:
        refuse_unusable_mark("complementary_mark", rule.complementary_mark)


DominanceRule = PPercentRule | NKRule
"""A rule that looks at who contributes to an amount, where `Rule` looks at how many people are counted."""


@dataclass(frozen=True)
class ThresholdInUse:
    """A threshold that somebody really uses, in terms of "no cell below k".

    Attributes:
        who: the office, or the software.
        k: the smallest count that may be printed.
        rule: the rule in one sentence.
        source: where it can be read.
    """

    who: str
    k: int
    rule: str
    source: str


THRESHOLDS_IN_USE: Final = (
    ThresholdInUse(
        "sdcTable",
        4,
        "Software for hiding cells; by default (maxN = 3) it hides counts of 1 to 3.",
        "R package sdcTable, function primarySuppression",
    ),
    ThresholdInUse(
        "Ofqual",
        5,
        "England's exam regulator shows 1 to 4 as 'fewer than 5' and rounds everything else to the nearest 5.",
        "https://www.gov.uk/government/publications/ofquals-statistics-policies-and-procedures/rounding-policy",
    ),
    ThresholdInUse(
        "NHS HES",
        8,
        "England's hospital statistics below national level hide 1 to 7 and round other counts to the nearest 5.",
        "https://digital.nhs.uk/data-and-information/data-tools-and-services/data-services/"
        "hospital-episode-statistics/change-to-disclosure-control-methodology-for-hes-and-ecds-from-september-2018",
    ),
    ThresholdInUse(
        "ONS LS, ACRO",
        10,
        "Outputs of the ONS Longitudinal Study, and the software ACRO by default, take 10 as one part of their rules.",
        "ONS LS: http://celsius.lshtm.ac.uk/onscell.html; ACRO: https://github.com/AI-SDC/ACRO (default parameters)",
    ),
    ThresholdInUse(
        "CMS",
        11,
        "The US agency for Medicare and Medicaid forbids cells of 1 to 10, printed or derivable; 0 may stand.",
        "https://www.hhs.gov/guidance/document/cms-cell-suppression-policy",
    ),
)
"""Thresholds of offices and of software, for the landmarks of a slider, smallest first.

A rule is more than its number: most of these go on.
"""
