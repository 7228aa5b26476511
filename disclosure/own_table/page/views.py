"""What the page shows of a check, as plain lists and words that a browser reads (JSON)."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from disclosure.own_table.check import Check
from disclosure.own_table.in_words import by_itself, known_of
from disclosure.own_table.questions import Question

MOST_CELLS: Final = 20_000
"""Cells of a sheet that are drawn: more make a browser slow. All of them are checked."""

MOST_FINDINGS: Final = 200
"""Findings that are listed on the page, the worst first; all are in the file."""

MOST_QUESTIONS: Final = 5
"""Questions on one screen."""


def view_of(check: Check) -> dict[str, Any]:
    """All that the page shows of one check.

    Args:
        check: of the table.

    Returns:
        ``read`` (one line), ``rows`` (each a list of [address, text, kind, corrected]), ``shown`` and ``height`` (rows
        drawn, and all), ``questions``, ``findings``, ``lines``, ``leaks``, sentences, and what can be tried.
    """
    rows = _rows(check)
    return {
        "file": check.as_read.sheet.file or check.as_read.sheet.name,
        "sheet": check.as_read.sheet.name,
        "read": check.as_read.in_words(),
        "rows": rows,
        "height": check.as_read.sheet.size[0],
        "questions": [question_view(each) for each in check.questions[:MOST_QUESTIONS]],
        "more_questions": max(0, len(check.questions) - MOST_QUESTIONS),
        "findings": _findings(check.findings.head(MOST_FINDINGS)),
        "all_findings": len(check.findings),
        "lines": _records(check.lines.head(MOST_FINDINGS)),
        "leaks": [{"where": each.where, "sentence": each.sentence} for each in check.leaks],
        "sentences": list(check.sentences),
        "checked_against": list(check.checked_against),
        "not_checked": list(check.not_checked),
        "by_itself": by_itself(check),
        "was_read": check.release is not None,
        "has_counts": check.counted is not None,
    }


def question_view(question: Question) -> dict[str, Any]:
    """One question, with the cells it is about.

    Examples:
        >>> question_view(Question("mark <5", "What is <5?", {"1-4": "1 to 4"}))["options"]
        [['1-4', '1 to 4']]
    """
    return {
        "name": question.name,
        "sentence": question.sentence,
        "options": [[value, meaning] for value, meaning in question.options.items()],
        "addresses": list(question.addresses),
        "quote": question.quote,
        "takes_range": question.takes_range,
    }


def _rows(check: Check) -> list[list[list[Any]]]:
    """The sheet in its own shape, as far as it is drawn."""
    read = check.as_read
    height = max(1, MOST_CELLS // max(1, read.sheet.size[1]))
    return [
        [[cell.address, cell.text, read.kinds[cell.address], cell.address in read.corrections] for cell in row]
        for row in read.sheet.cells[:height]
    ]


def _findings(findings: pd.DataFrame) -> list[Mapping[str, Any]]:
    """The findings, with what is known of each in words."""
    return _records(findings.assign(known=[known_of(row) for row in findings.to_dict("records")]))


def _records(frame: pd.DataFrame) -> list[Mapping[str, Any]]:
    """A frame as a list of rows; what is missing is None."""
    plain = frame.astype(object).where(frame.notna(), None)
    return [{str(name): _plain(value) for name, value in row.items()} for row in plain.to_dict("records")]


def _plain(value: Any) -> Any:
    """A number of pandas as one of Python."""
    return value.item() if hasattr(value, "item") else value
