"""How cells look on the page: each kind and each verdict has a letter and a colour; colour is never the only sign."""

from typing import Final

from disclosure.audit.states import LETTERS
from disclosure.own_table.layout.as_read import Kind

KINDS: Final[dict[Kind, tuple[str, str]]] = {
    "count": ("n", "a count"),
    "hidden": ("?", "hidden"),
    "zero": ("0", "a zero"),
    "total": ("Σ", "a total"),
    "percentage": ("%", "a percentage or rate"),
    "not applicable": ("/", "not applicable: nobody can be there"),
    "label": ("L", "a label"),
    "heading": ("H", "a heading"),
    "title": ("T", "a title"),
    "footnote": ("*", "a footnote"),
    "flag": ("!", "a flag beside a number"),
    "text": ("t", "other text"),
    "not used": ("–", "not used"),
    "blank": ("", "empty"),
}
"""Kind -> its letter, and what is said of it."""


VERDICTS: Final = {
    "exact": (LETTERS["exact"], "can be worked out exactly"),
    "narrowed": (LETTERS["narrowed"], "narrower than the rule allows"),
    "open": (LETTERS["open"], "all that the rule allows is possible"),
    "not found": (LETTERS["not found"], "not found: at most so much is possible"),
    "depends on the answer": ("?", "depends on an answer that is missing"),
}
"""Verdict -> its letter, and what is said of it."""
