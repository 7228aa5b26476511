"""What learners fill in by hand where there is no screen: a table to repair, and the letters on a desk."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

from editions.copies import strings
from editions.copies.tables import with_numbers_marked

BOX: Final = "☐"
TICKED: Final = "☑"
LINE: Final = "<p class=rule></p>"
HIDDEN: Final = "c"


def boxes(choices: Sequence[str]) -> str:
    """A box to tick for each choice.

    Args:
        choices: as text.
    """
    return f'<ul class="boxes">{"".join(f"<li>{BOX} {escape(choice)}</li>" for choice in choices)}</ul>'


def table_to_repair(figure: Mapping[str, Any], *, answers: bool) -> str:
    """A table whose small counts are hidden, to cross out further cells; with answers, the cheapest choice of these.

    Args:
        figure: as the lesson's control shows it: names, counts, a letter for each cell.
        answers: whether the cheapest choice stands below.
    """
    letters, cheapest = figure["letters"], figure["cheapest"]
    kept = {letters[name] for name in ("cover", "printed", "zero")}
    texts = [
        str(number) if letter in kept else HIDDEN
        for number, letter in zip(figure["counts"], cheapest["letters"], strict=True)
    ]
    table = f'<div class="wide">{_table(figure, texts)}</div>'
    told = f'<div class="answer"><p>{_cheapest(figure)}</p></div>' if answers else LINE
    return f'<div class="task"><p>{strings.CROSS_OUT}</p>{table}{told}</div>'


def _table(figure: Mapping[str, Any], texts: Sequence[str]) -> str:
    """Rows and columns with their names."""
    across = len(figure["columns"])
    head = "".join(f"<th>{escape(name)}</th>" for name in (figure["corner"], *figure["columns"]))
    rows = [
        f"<tr><th>{escape(name)}</th>{''.join(f'<td>{text}</td>' for text in texts[place : place + across])}</tr>"
        for name, place in zip(figure["rows"], range(0, len(texts), across), strict=True)
    ]
    return with_numbers_marked(f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>")


def _cheapest(figure: Mapping[str, Any]) -> str:
    """Which further cells the cheapest repair hides, and its price."""
    cheapest, cover = figure["cheapest"], figure["letters"]["cover"]
    hidden = [name for name, letter in zip(figure["cells"], cheapest["letters"], strict=True) if letter == cover]
    return escape(strings.CHEAPEST.format(cells="; ".join(hidden), people=cheapest["price"]))


def letters_to_decide(asked: Mapping[str, Any]) -> list[str]:
    """Each letter on a desk: who asks for what, what a stranger would want, the choices, and a line for the reason.

    Args:
        asked: as the lesson's sheet shows them.
    """
    return [_letter(request, asked["words"]["reason"]) for request in asked["requests"]]


def _letter(request: Mapping[str, Any], reason: str) -> str:
    """One letter."""
    questions = "".join(f"<li>{escape(line)}</li>" for line in request["asked"])
    choices = boxes([words for _, words in request["choices"]])
    return (
        f'<div class="asked"><p><strong>{escape(request["title"])}</strong></p><p>{escape(request["text"])}</p>'
        f"<p>{escape(request['wanted'])}</p><ul>{questions}</ul>{choices}<p>{escape(reason)}</p>{LINE}{LINE}</div>"
    )
