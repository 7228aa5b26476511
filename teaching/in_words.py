"""What a learner has handed in, as a few words in a sentence: cut where it is long, and never an error."""

import reprlib
from typing import Any, Final

from teaching.sameness import listed, scalar, type_name
from teaching.strings import checks as strings

LONGEST: Final = 200
"""Signs of an answer, or of an error's words, that a sentence shows."""

MOST_LABELS: Final = 20
"""Labels of a set that a sentence shows."""

MOST_BITS: Final = 400
"""Larger whole numbers are not written out; Python itself refuses those of thousands of digits."""


def in_words(value: Any) -> str:
    """Show a value in a sentence, whatever it is.

    Examples:
        >>> in_words({2, 1}), in_words(set()), in_words("x" * 1_000_000)[200:], in_words(10**400)
        ('{1, 2}', 'nobody', '… (1,000,000 signs in all)', 'a number of about 400 digits')
        >>> import numpy as np
        >>> in_words((np.int64(3), "3"))
        "(3, '3')"
    """
    try:
        return shortened(_shown(value))
    except Exception:  # a learner's object may fail in any way when it is asked for its text
        return strings.NOT_SHOWN.format(type=type_name(value))


def error_in_words(error: BaseException) -> str:
    """Show an error in a sentence: its name and what it says, if it says anything.

    Examples:
        >>> error_in_words(KeyError("east")), error_in_words(SystemExit())
        ("KeyError: 'east'", 'SystemExit')
    """
    try:
        words = shortened(str(error))
    except Exception:  # its text is a learner's code, too
        words = strings.NOT_SHOWN.format(type=type_name(error))
    return f"{type_name(error)}: {words}" if words else type_name(error)


def shortened(text: str) -> str:
    """Cut a long text, and say how long it is.

    Examples:
        >>> shortened("short")
        'short'
    """
    return text if len(text) <= LONGEST else text[:LONGEST] + strings.CUT.format(length=len(text))


def _shown(value: Any) -> str:
    """The text of a value."""
    if (plain := scalar(value)) is not None:
        return str(value) if plain[1] is None else _scalar_shown(plain[1])
    if issubclass(type(value), set | frozenset):
        labels = listed(value, MOST_LABELS + 1)
        more = [strings.MORE] if len(labels) > MOST_LABELS else []
        return "{" + ", ".join([*_in_order(labels)[:MOST_LABELS], *more]) + "}" if labels else strings.NOBODY
    return _Short().repr(value)


def _scalar_shown(plain: Any) -> str:
    """The text of a plain value."""
    if isinstance(plain, int) and plain.bit_length() > MOST_BITS:
        return strings.HUGE_NUMBER.format(digits=int(plain.bit_length() * 0.30103))
    return str(plain)


def _in_order(labels: list[Any]) -> list[str]:
    """The texts of labels, in their own order where they have one."""
    plain = [scalar(label) for label in labels]
    if None not in plain and len({one[0] for one in plain if one}) == 1:
        labels = sorted(one[1] for one in plain if one)
    return [in_words(label) for label in labels]


class _Short(reprlib.Repr):
    """Python's own short form, with more room for text."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlist = self.maxtuple = self.maxdict = MOST_LABELS
        self.maxstring = self.maxother = self.maxlong = LONGEST

    def repr1(self, x: Any, level: int) -> str:
        """One value of a listing: a number as it is, whatever library it comes from; text in quotes."""
        plain = scalar(x)
        return super().repr1(x, level) if plain is None or plain[0] == strings.A_TEXT else _shown(x)
