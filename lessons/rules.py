"""Thresholds in use, each with its source, and the rule that a release states about its hidden cells."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """The sentence under a published table: which counts are hidden.

    Args:
        threshold: the smallest count that may be printed, in people; counts from 1 to ``threshold - 1`` are hidden.

    Raises:
        ValueError: the threshold is below 2, so that nothing would be hidden.

    Examples:
        >>> Rule(threshold=5)
        Rule(threshold=5)
        >>> Rule(threshold=5).hides(4), Rule(threshold=5).hides(5), Rule(threshold=5).hides(0)
        (True, False, False)
    """

    threshold: int

    def __post_init__(self) -> None:
        """Refuse a threshold that hides nothing."""
        if self.threshold < 2:
            raise ValueError(f"threshold is {self.threshold}: choose 2 or more, or no cell is ever hidden.")

    def hides(self, count: int) -> bool:
        """Whether a cell with this count is hidden. Zeros are printed."""
        return 1 <= count < self.threshold
