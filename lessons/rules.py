"""Thresholds in use, each with its source, and the rule that a release states about its hidden cells."""

from dataclasses import dataclass, fields
from typing import Any, Final, Literal, get_args

Zeros = Literal["printed", "hidden", "may be hidden"]
"""What a rule does with counts of zero: always prints them, always hides them, or hides some to cover other cells."""

HIDDEN_MARK: Final = "c"
"""What is printed in place of a hidden count ("confidential")."""


def as_written(value: Any) -> str:
    """Write a frozen value as the call that makes it, with the fields that stand at their default left out.

    Examples:
        >>> as_written(Rule(threshold=5)), as_written(Rule(5, zeros="hidden"))
        ('Rule(threshold=5)', "Rule(threshold=5, zeros='hidden')")
    """
    told = [(field.name, getattr(value, field.name)) for field in fields(value)]
    usual = {field.name: field.default for field in fields(value)}
    return f"{type(value).__name__}({', '.join(f'{name}={it!r}' for name, it in told if it != usual[name])})"


@dataclass(frozen=True, repr=False)
class Rule:
    """The sentence under a published table: which counts are hidden, and what is printed in their place.

    Cells that the rule itself hides are *primary*. Others that are hidden to cover them are *complementary*.

    Args:
        threshold: the smallest count that may be printed, in people; counts from 1 to ``threshold - 1`` are hidden.
        zeros: whether counts of 0 are ``"printed"`` always (a hidden cell is then never 0), ``"hidden"`` like other
            small counts, or ``"may be hidden"``: no reason to hide, but some are hidden to cover other cells.
        mark: what is printed in place of a primary cell.
        complementary_mark: what is printed in place of a complementary cell: None if there are none (every hidden cell
            is small), the same as ``mark`` if readers shall not see which is which, or a second mark, which tells.

    Raises:
        ValueError: the threshold is below 2, so that nothing would be hidden, or ``zeros`` is none of the three.

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
        """Refuse a threshold that hides nothing and an unknown word for zeros."""
        if self.threshold < 2:
            raise ValueError(f"threshold is {self.threshold}: choose 2 or more, or no cell is ever hidden.")
        if self.zeros not in get_args(Zeros):
            raise ValueError(f"zeros is {self.zeros!r}: choose one of {', '.join(map(repr, get_args(Zeros)))}.")

    __repr__ = as_written

    @property
    def smallest_hidden(self) -> int:
        """The smallest count that the rule itself hides: 1, or 0 where zeros are hidden."""
        return 0 if self.zeros == "hidden" else 1

    def hides(self, count: int) -> bool:
        """Whether the rule itself hides a cell with this count."""
        return self.smallest_hidden <= count < self.threshold


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
        "software default",
        4,
        "Statistical software offers maxN = 3 as its default: counts of 1 to 3 are hidden.",
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
        "https://github.com/AI-SDC/ACRO (default parameters)",
    ),
    ThresholdInUse(
        "CMS",
        11,
        "The US health insurance agency forbids cells of 1 to 10, printed or derivable from the print; 0 may stand.",
        "https://www.hhs.gov/guidance/document/cms-cell-suppression-policy",
    ),
)
"""Thresholds for the landmarks of a slider, smallest first. A rule is more than its number: most of these go on."""
