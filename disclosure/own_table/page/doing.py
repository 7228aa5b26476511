"""What the page can ask for: a check, another threshold, a repair, the files. Each begins from the files anew."""

from typing import Any, Final

from disclosure.own_table.alternatives import other_ways
from disclosure.own_table.check import Check, check_table
from disclosure.own_table.in_words import verdict
from disclosure.own_table.page.requests import Brought
from disclosure.own_table.page.views import view_of
from disclosure.own_table.repair_marks import rule_of
from disclosure.own_table.repairing import propose
from disclosure.own_table.taking_home import files_of
from disclosure.own_table.thresholds import THRESHOLDS, at_threshold

NO_WISHES: Final = "Say first from which count on numbers are printed."


def check_of(brought: Brought) -> Check:
    """The check of what stands on the page."""
    return check_table(
        brought.table,
        answers=brought.answers,
        office=brought.office,
        earlier=brought.earlier,
        rules=brought.rules,
        sheet=brought.sheet,
        kinds=brought.kinds,
        look=brought.look,
    )


def checked(brought: Brought) -> dict[str, Any]:
    """How the table was read, what must be asked, and what was found."""
    check = check_of(brought)
    rule = rule_of(check)
    return view_of(check) | {"summary": verdict(check), "threshold": rule.threshold if rule else None}


def threshold_tried(brought: Brought) -> dict[str, Any]:
    """What one threshold hides, and what of that can be worked out."""
    if brought.wishes is None:
        raise ValueError(NO_WISHES)
    least, most = THRESHOLDS[0], THRESHOLDS[-1]
    threshold = min(max(brought.wishes.threshold, least), most)
    found = at_threshold(check_of(brought), threshold, brought.wishes.against)
    return {"cells": found.cells, "sentence": found.sentence}


def repaired(brought: Brought) -> dict[str, Any]:
    """A repair, and what else could be done."""
    if brought.wishes is None:
        raise ValueError(NO_WISHES)
    check = check_of(brought)
    found = propose(check, brought.wishes)
    return {
        "sentence": found.sentence,
        "changes": dict(found.changes),
        "footnote": found.footnote,
        "alternatives": other_ways(check, brought.wishes),
    }


def files_made(brought: Brought) -> dict[str, Any]:
    """The files to take home."""
    check = check_of(brought)
    found = propose(check, brought.wishes) if brought.wishes else None
    files = files_of(check, brought.table.content, proposal=found, wishes=brought.wishes, decided=brought.decided)
    return {"files": [{"name": file.name, "bytes": file.content} for file in files]}
