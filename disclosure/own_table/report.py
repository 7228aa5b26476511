"""The report: one printed page for whoever signs, and all findings behind it, as one HTML file that asks nobody."""

from datetime import date
from pathlib import PurePath
from typing import Any, Final

import pandas as pd

from disclosure.own_table.check import Check
from disclosure.own_table.documents import filled, words
from disclosure.own_table.in_words import (
    by_itself,
    given_away,
    known_of,
    protected_cells,
    small_counts,
    summary,
    told_of_earlier,
)
from disclosure.own_table.page.looks import VERDICTS
from disclosure.own_table.repairing import Proposal

MOST_ON_PAGE_ONE: Final = 7
"""Sentences of a list on the first page; all stand behind it."""


def report(
    check: Check,
    *,
    day: date,
    proposal: Proposal | None = None,
    ways: tuple[str, ...] | list[str] = (),
    decided: str = "",
) -> str:
    """Write the report of a check as HTML. It prints to one page for whoever signs, and the findings behind it.

    Args:
        check: of the table.
        day: the day of the check.
        proposal: a repair, where one was asked for.
        ways: what else could be done, in a sentence each.
        decided: who decides; empty: a line to write on.
    """
    exact = len(given_away(check))
    decision = {"day": f"{day.day} {day:%B %Y}", "decided": decided, "public": _public(check, exact)}
    proposed = {"proposal": proposal, "changes": sorted(proposal.changes) if proposal else [], "ways": list(ways)}
    said = [_verdict(len(protected_cells(check)), exact)]
    told = {
        "verdict": " ".join(filter(None, [by_itself(check), *said, small_counts(check), told_of_earlier(check)])),
        "example": _example(check),
        "summary": summary(check),
    }
    return filled(
        "report", "report", most=MOST_ON_PAGE_ONE, **_about(check), **decision, **proposed, **told, **_behind(check)
    )


def _about(check: Check) -> dict[str, Any]:
    """Which table this is."""
    sheet = check.as_read.sheet
    several = sheet.name not in ("", sheet.file, PurePath(sheet.file).stem)
    return {"title": title_of(check), "sheet": sheet, "several": several, "read": check.as_read.in_words()}


def _behind(check: Check) -> dict[str, Any]:
    """All that stands behind the first page."""
    return {
        "checked": check.checked_against,
        "not_checked": check.not_checked,
        "findings": _rows(check.findings),
        "lines": check.lines.to_dict("records"),
        "leaks": check.leaks,
        "sentences": check.sentences,
        "questions": check.questions,
    }


def title_of(check: Check) -> str:
    """What stands over the table; the file's name where nothing does."""
    sheet = check.as_read.sheet
    titles = [cell.text.strip() for cell in sheet if check.as_read.kinds[cell.address] == "title"]
    return " ".join(titles) or sheet.file or sheet.name


def _verdict(hidden: int, exact: int) -> str:
    """How many protected figures can be worked out by anybody."""
    say = words()["report"]
    if not hidden:
        return str(say["nothing_hidden"])
    return str(say["some_exact"] if exact else say["none_exact"]).format(exact=exact, hidden=hidden)


def _example(check: Check) -> dict[str, Any] | None:
    """The worst finding, worked out; None where nothing was found."""
    worst = check.findings[check.findings["verdict"].isin(["exact", "narrowed"])].head(1)
    return _rows(worst)[0] if len(worst) else None


def _public(check: Check, exact: int) -> str:
    """What cannot be taken back."""
    say = words()["report"]
    return str(say["if_public"] if exact or check.leaks else say["if_public_nothing"]).format(exact=exact)


def _rows(findings: pd.DataFrame) -> list[dict[str, Any]]:
    """The findings, with what is known of each, and how well, in words."""
    rows = findings.to_dict("records")
    told = [{"known": known_of(row), "verdict": VERDICTS.get(row["verdict"], ("", row["verdict"]))[1]} for row in rows]
    return [{str(name): value for name, value in row.items()} | words for row, words in zip(rows, told, strict=True)]
