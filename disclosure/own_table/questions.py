"""What a table leaves open and its reader must be told: asked only where two answers change a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One question about a table. There is no default.

    Args:
        name: by what it is answered, such as ``"mark <5"``; the key in the rules file.
        sentence: the question.
        options: what can be answered, and what each answer means.
        addresses: the cells it is about.
        quote: the footnote that speaks of it, word by word; empty if there is none.
    """

    name: str
    sentence: str
    options: Mapping[str, str]
    addresses: tuple[str, ...] = ()
    quote: str = ""
