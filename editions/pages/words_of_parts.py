"""The words in what a lesson shows, said in another language; data stays as it is."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape, unescape
from typing import Any, Final

from editions.pages.language import Language
from editions.pages.parts import Part

SPOKEN: Final = {
    "title",
    "text",
    "description",
    "label",
    "value_text",
    "question",
    "why",
    "template",
    "task",
    "subtitle",
}
"""Keys whose values are words: of charts, explorers, predictions and questions."""

LISTED: Final = {"words", "_words", "landmarks", "says"}
"""Keys whose values are tables of words."""


def in_language(part: Part, language: Language) -> Part:
    """Say a part in another language.

    Args:
        part: in English.
        language: what to say it in.

    Examples:
        >>> german = Language("de", sentences={"How many?": "Wie viele?"})
        >>> in_language(Part("prediction", data={"question": "How many?", "options": []}), german).data["question"]
        'Wie viele?'
    """
    if not language.sentences:
        return part
    data = {key: _said(key, value, language.text) for key, value in part.data.items()}
    parts = tuple(in_language(each, language) for each in part.parts)
    text = _nodes(part.text, language) if part.kind in ("html", "table") else part.text
    return replace(part, data=data, parts=parts, text=text)


def _said(key: str, value: Any, say: Callable[[str], str]) -> Any:
    """A value in a part's data, its words said."""
    if isinstance(value, str):
        return say(value) if key in SPOKEN | LISTED | {"options", "hints"} else value
    if isinstance(value, dict):
        return {name: _said(key if key in LISTED else str(name), each, say) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_said(key, each, say) for each in value]
    return value


def _nodes(html: str, language: Language) -> str:
    """HTML with the texts between its tags said."""
    pieces = re.split(r"(<style.*?</style>|<[^>]*>)", html, flags=re.DOTALL)
    return "".join(
        piece if piece.startswith("<") or not piece.strip() else escape(language.text(unescape(piece)), quote=False)
        for piece in pieces
    )
