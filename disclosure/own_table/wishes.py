"""What a repair of a sheet is asked for: the threshold, who looks, how much is left open, what must be printed."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from disclosure.labels import as_seen
from disclosure.own_table.layout.signs import threshold_in
from disclosure.whole_numbers import positive_number, whole_number

Look = Literal["readers", "alone"]
"""Whom a repair is made against: whoever reads the table, or also anybody who is alone in a hidden cell."""

NO_LOOK: Final = "A repair is made against 'readers' or against 'alone', and not {given!r}."
NO_MARK: Final = "The mark is {given!r}, which is no sign that readers can see: choose a text such as 'c' or '*'."
NO_ADDRESSES: Final = "Cells that must be published are named by their addresses, such as keep=('C5',), not {given!r}."
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
        ValueError: something else was given, or readers would take the mark for a number.

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
        """Refuse what cannot be meant, and a mark that says what no covering cell holds."""
        cure = "choose a whole number, 2 or more, for below 2 nothing is hidden"
        object.__setattr__(self, "threshold", whole_number("The threshold", self.threshold, cure, least=2))
        object.__setattr__(self, "width", whole_number("The width", self.width, "choose a whole number", least=0))
        if self.against not in get_args(Look):
            raise ValueError(NO_LOOK.format(given=self.against))
        if not isinstance(self.mark, str) or (self.mark and not as_seen(self.mark)):
            raise ValueError(NO_MARK.format(given=self.mark))
        if self.mark and (threshold_in(self.mark) or any(letter.isnumeric() for letter in self.mark)):
            raise ValueError(LIKE_A_NUMBER.format(mark=self.mark))
        keep = (self.keep,) if isinstance(self.keep, str) else self.keep
        if not isinstance(keep, list | tuple) or not all(isinstance(each, str) for each in keep):
            raise ValueError(NO_ADDRESSES.format(given=self.keep))
        object.__setattr__(self, "keep", tuple(keep))
        positive_number("The time limit", self.time_limit, "choose some seconds, such as 20")
