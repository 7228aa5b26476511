"""What may be printed in place of a hidden number: a sign that nobody takes for a number or for nothing."""

from typing import Any, Final

from disclosure.labels import as_seen

HIDDEN_MARK: Final = "c"
"""What is printed in place of a hidden count ("confidential")."""

NOT_COVERED_MARK: Final = " not covered"
"""Stands in the rows of parts that nobody printed; no table prints a mark that begins with a space."""


def refuse_unusable_mark(name: str, mark: Any) -> None:
    """Say why something is no mark, and what to choose.

    Args:
        name: what the mark is called, such as ``"complementary_mark"``.
        mark: text that can be seen and is no number.

    Raises:
        ValueError: it is no such text.

    Examples:
        >>> refuse_unusable_mark("mark", "<5")
        >>> refuse_unusable_mark("mark", "")
        Traceback (most recent call last):
        ValueError: mark is '', which is no sign that readers can see: choose a text such as 'c' or '*'.
    """
    cure = f"choose a text such as {HIDDEN_MARK!r} or '*'"
    if not isinstance(mark, str) or not as_seen(mark):
        raise ValueError(f"{name} is {mark!r}, which is no sign that readers can see: {cure}.")
    if as_seen(mark).replace(".", "").replace(",", "").isdecimal():
        raise ValueError(f"{name} is {mark!r}, which readers would take for a count: {cure}.")
