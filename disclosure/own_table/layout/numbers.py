"""What the texts of a table stand for as numbers: signs between thousands, the decimal sign, and notes beside a number.

`1,204` may be a thousand or a little more than one. Which of the two a table means is told by its other numbers, or it
is asked; it is never guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

SPACES: Final = "\u0020\u00a0\u2007\u2009\u202f"
NUMBER: Final = re.compile(rf"[-−+]?\d+(?:[.,'’{SPACES}]\d+)*")
NOTE: Final = re.compile(r"\s*(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᵖʳᵉ]+|[a-zA-Z]|\([a-zA-Z]\)|\[[a-zA-Z0-9]{1,3}\])")
"""What may stand after a number and only remarks on it: a star, a letter, a raised figure."""

MOST_KEPT: Final = 20_000
"""Texts whose number is kept: each stands in several cells, and is read for several questions."""

FOOTNOTE: Final = re.compile(r"(?<=\d)\s+(\d{1,2}\))$")
"""The number of a footnote after a number, as in ``12 1)``."""

IN_BRACKETS: Final = re.compile(r"\(\s*(.*?)\s*\)|\[\s*(.*?)\s*\]")


@dataclass(frozen=True)
class Number:
    """A number as it is printed.

    Args:
        value: what it stands for.
        decimals: how many places stand after the decimal sign.
        percent: whether ``%`` stands beside it.
        note: what else stands beside it, such as ``"*"`` for a provisional one, or ``"()"`` for brackets.
    """

    value: Fraction
    decimals: int = 0
    percent: bool = False
    note: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it could be a count."""
        return self.value.denominator == 1


@lru_cache(maxsize=MOST_KEPT)
def number_in(text: str, decimal: str = ".") -> Number | None:
    """Read one number, given the decimal sign of the table; None if the text is no number, or none with this sign.

    Args:
        text: the text of a cell.
        decimal: ``"."`` or ``","``; the other one may then stand between thousands.

    Examples:
        >>> number_in("1.043", ","), number_in("1.043", ".").value
        (Number(value=Fraction(1043, 1), decimals=0, percent=False, note=''), Fraction(1043, 1000))
        >>> number_in("12*").note, number_in("(3)").value, number_in("<5")
        ('*', Fraction(3, 1), None)
        >>> number_in("1 204 2)").value, number_in("[5]").note
        (Fraction(1204, 1), '[]')
    """
    if not any(sign.isdigit() for sign in text):
        return None
    digits, percent, note = _parts(text)
    if digits is None:
        return None
    sign, digits = (-1, digits[1:]) if digits[0] in "-−" else (1, digits.lstrip("+"))
    whole, _, after = digits.partition(decimal)
    if after and not after.isdecimal():
        return None
    if (joined := _without_groups(whole)) is None:
        return None
    return Number(sign * Fraction(f"{joined}.{after or 0}"), len(after), percent, note)


def _parts(text: str) -> tuple[str | None, bool, str]:
    """The digits of a text, whether ``%`` stands beside them, and the note; no digits if anything else does."""
    bare, note = text.strip(), ""
    if inside := IN_BRACKETS.fullmatch(bare):
        bare, note = inside[1] or inside[2] or "", bare[0] + bare[-1]
    if footnote := FOOTNOTE.search(bare):
        bare, note = bare[: footnote.start()], footnote[1]
    percent = bare.endswith("%") or bare.startswith("%")
    bare = bare.strip("%" + SPACES)
    found = NUMBER.match(bare)
    if found is None:
        return None, percent, ""
    rest = bare[found.end() :]
    if rest and not NOTE.fullmatch(rest):
        return None, percent, ""
    return found[0], percent, note or rest.strip()


def _without_groups(whole: str) -> str | None:
    """The digits of a whole number without the signs between thousands; None if these stand elsewhere."""
    if whole.isdecimal():
        return whole
    signs = {sign for sign in whole if not sign.isdecimal()}
    groups = re.split(rf"[.,'’{SPACES}]", whole)
    if len(signs) > 1 or not all(map(str.isdecimal, groups)) or len(groups[0]) > 3 or groups[0] == "0":
        return None
    return "".join(groups) if all(len(group) == 3 for group in groups[1:]) else None


def decimal_signs(texts: Iterable[str]) -> set[str]:
    """The decimal signs with which all these texts are numbers: one, both (nothing decides), or none (they clash).

    A text that is a number with neither sign is no number and does not count.

    Examples:
        >>> sorted(decimal_signs(["1.043", "0,9"])), sorted(decimal_signs(["1.043", "7"]))
        ([','], [',', '.'])
    """
    possible = {".", ","}
    for text in texts:
        if ("." in text or "," in text) and (fits := {sign for sign in ".," if number_in(text, sign)}):
            possible &= fits
    return possible


def deciding(texts: Iterable[str], decimal: str) -> str:
    """The first text that is a number with this decimal sign only."""
    other = "," if decimal == "." else "."
    return next(text for text in texts if number_in(text, decimal) and not number_in(text, other))
