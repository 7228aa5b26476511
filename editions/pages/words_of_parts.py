"""The words in what a lesson shows, said in another language; of its data, only those words that were translated."""

import re
from collections.abc import Iterator
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
    "subtitle",
    "truth",
    "options",
}
"""Keys whose values are words: of charts, explorers, predictions and questions."""

LISTED: Final = {"words", "_words", "landmarks", "says"}
"""Keys whose values are tables of words."""

VALUES: Final = {"datasets", "domain", "sort", "values"}
"""Keys of values that a chart draws: the same word is said in the same way in each of them."""

EXPRESSIONS: Final = {"labelExpr", "calculate"}
"""Keys of expressions: words stand in them in quotes."""

UNTOUCHED: Final = re.compile(r"(<style.*?</style>|<pre.*?</pre>|<code.*?</code>|<[^>]*>)", re.DOTALL)
"""Code and tags."""

WORDS_OF_A_SENTENCE: Final = 4
"""What has so many words and is not translated is marked as English: a sentence or a title, and no name."""


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
    data = {key: _said(key, value, language) for key, value in part.data.items()}
    if part.kind == "explorer":
        figure = _looked_up(data["figure"], language)
        data["figure"] = figure | {"spec": _described(figure["spec"]), "options": {"formatLocale": numbers(language)}}
    if part.kind == "chart":
        data["spec"] = _described(data["spec"])
        data["options"] = data.get("options", {}) | {"formatLocale": numbers(language)}
    parts = tuple(in_language(each, language) for each in part.parts)
    text = _nodes(part.text, language) if part.kind in ("html", "table", "source") else part.text
    return replace(part, data=data, parts=parts, text=text)


def numbers(language: Language) -> dict[str, Any]:
    """How a chart writes numbers, as d3-format asks for it."""
    return {"decimal": language.decimal, "thousands": language.thousands, "grouping": [3], "currency": ["", ""]}


def _described(spec: dict[str, Any]) -> dict[str, Any]:
    """A chart whose description alone is read out: what Vega adds of each axis and mark is English."""
    config = spec.get("config", {})
    return spec | {"config": config | {"aria": False, "mark": config.get("mark", {}) | {"aria": False}}}


def _said(key: str, value: Any, language: Language) -> Any:
    """A value in a part's data, its words said. ``key`` is what it stands under."""
    if isinstance(value, str):
        if key in VALUES:
            return language.value(value)
        if key in EXPRESSIONS:
            return _in_quotes(value, language)
        return language.text(value) if key in SPOKEN | LISTED else value
    if isinstance(value, dict):
        named = value | {"title": value["field"]} if _is_a_bare_tooltip(key, value) else value
        return {name: _said(_key_within(key, str(name)), each, language) for name, each in named.items()}
    if isinstance(value, list | tuple):
        pairs = key == "options" and all(isinstance(each, list | tuple) for each in value)
        return [[each[0], language.text(each[1])] if pairs else _said(key, each, language) for each in value]
    return value


def _key_within(key: str, name: str) -> str:
    """What an entry of a table is: words in a table of words, values in a table of values."""
    if name == "lookup":
        return name
    return key if key in LISTED | VALUES else name


def _is_a_bare_tooltip(key: str, value: dict[str, Any]) -> bool:
    """A tooltip without a title is headed by the name of its column: that is a word, too."""
    return key == "tooltip" and "field" in value and "title" not in value


def _in_quotes(expression: str, language: Language) -> str:
    """An expression with the texts in it said, single and double quotes kept."""

    def said(text: re.Match[str]) -> str:
        mark, words = text.groups()
        return f"{mark}{language.value(words).replace(mark, chr(92) + mark)}{mark}"

    return re.sub(r"""(["'])((?:(?!\1)[^\\])*)\1""", said, expression)


def _looked_up(figure: dict[str, Any], language: Language) -> dict[str, Any]:
    """An explorer with the sentences said that it looks up; other tables hold what the chart computes with."""
    spoken = set(_names_of_lookups(figure.get("says", {})))
    lookups = dict(figure["lookups"])
    for name in spoken & lookups.keys():
        table = {key: language.text(each) for key, each in lookups[name]["table"].items()}
        lookups[name] = lookups[name] | {"table": table}
    return figure | {"lookups": lookups}


def _names_of_lookups(says: Any) -> Iterator[str]:
    """The tables that sentences are looked up in."""
    if isinstance(says, dict):
        for key, value in says.items():
            if key == "lookup":
                yield value
            else:
                yield from _names_of_lookups(value)


def _nodes(html: str, language: Language) -> str:
    """HTML with the texts between its tags said, and the names that only a screen reader reads out."""
    return "".join(_node(piece, language) for piece in UNTOUCHED.split(html))


def _node(piece: str, language: Language) -> str:
    """A tag or a text between two."""
    if piece.startswith(("<style", "<pre", "<code")) or not piece.strip():
        return piece
    if piece.startswith("<"):
        return re.sub(
            r'(?<= aria-label=")[^"]*(?=")', lambda name: escape(language.text(unescape(name[0])), quote=True), piece
        )
    english = unescape(piece)
    words = escape(language.text(english), quote=False)
    stays = language.text(english) == english and len(english.split()) >= WORDS_OF_A_SENTENCE
    return f'<span lang="en">{words}</span>' if stays else words
