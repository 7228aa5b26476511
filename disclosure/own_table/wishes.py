"""What a repair of a sheet is asked for: the threshold, who looks, how much is left open, what must be printed."""

from dataclasses import dataclass
from typing import Final, Literal

from disclosure.own_table.layout.signs import threshold_in

Look = Literal["readers", "alone"]
"""Whom a repair is made against: whoever reads the table, or also anybody who is alone in a hidden cell."""

LIKE_A_NUMBER: Final = (
    "Readers would take {mark!r} for a number or a range, and it goes into cells that may hold any: choose a mark "
    "without digits, such as 'c' or '*'."
)


@dataclass(frozen=True)
class Wishes:
    """What a repair is asked for.

    Args:
        threshold: the smallest count that may be printed.
        against: `Look`.
        width: by how much the largest possible count of a small cell exceeds its smallest one, at least.
        mark: what is printed in covering cells, where the table has no mark for them; empty: one that stands nowhere
            else in the table.
        keep: addresses of cells that must be published whatever it costs.
        time_limit: seconds.

    Raises:
        ValueError: readers would take the mark for a number.

    Examples:
        >>> Wishes(3, mark="<3")
        Traceback (most recent call last):
        ValueError: Readers would take '<3' for a number or a range, and it goes into cells that may hold any: ...
    """

    threshold: int
    against: Look = "readers"
    width: int = 1
    mark: str = ""
    keep: tuple[str, ...] = ()
    time_limit: float = 20.0

    def __post_init__(self) -> None:
        """Refuse a mark that says what no covering cell holds."""
        if self.mark and (threshold_in(self.mark) or any(letter.isnumeric() for letter in self.mark)):
            raise ValueError(LIKE_A_NUMBER.format(mark=self.mark))
