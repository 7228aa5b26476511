"""A table of one's own on the desk: it was checked, and now somebody decides about it, says why and signs."""

from typing import Final

from disclosure.own_table import Check
from disclosure.own_table.in_words import given_away, summary
from disclosure.own_table.report import title_of
from lessons.release_desk import strings
from lessons.release_desk.record_page import RecordPage, filled

PUBLISH, DECLINE = "publish", "decline"
DECISIONS: Final = (PUBLISH, DECLINE)


def put_on_desk(
    check: Check, *, decision: str, reason: str, nickname: str, of_whom: str, of_when: str, unit: str = "people"
) -> RecordPage:
    """Decide about a checked table, and write down what was decided, why, by whom, and what the check found.

    The requests on the desk are of a made-up world, so the table is held against none of them. What it is held against
    is what `check_table` was given: an earlier edition, people in the table, or nothing else.

    Args:
        check: of the table as it would go out; of a repaired one, the check of the repaired file.
        decision: ``"publish"`` or ``"decline"``.
        reason: why, in a sentence.
        nickname: who signs.
        of_whom, of_when, unit: whom the table counts, of which days, and in what: with that, somebody can tell later
            which other tables it may be held against.

    Returns:
        The record, as a page that prints. No number that was hidden stands in it.

    Raises:
        ValueError: the decision is none, something is left out, or questions of the check are still open.
    """
    given = {"reason": reason, "nickname": nickname, "of_whom": of_whom, "of_when": of_when, "unit": unit}
    for name, text in given.items():
        if not text.strip():
            raise ValueError(f"{name} is empty: say it in a few words, for it stands in the record.")
    if decision not in DECISIONS:
        raise ValueError(f"decision is {decision!r}: choose one of {', '.join(map(repr, DECISIONS))}.")
    if check.release is None or check.questions:
        raise ValueError("the check is not finished: read the table, answer its questions, and check it again.")
    return RecordPage(
        filled(
            "own.html",
            **given,
            title=title_of(check),
            decided=strings.OWN_DECISIONS[decision],
            summary=summary(check),
            although=strings.ALTHOUGH if decision == PUBLISH and len(given_away(check)) else "",
            checked=check.checked_against,
            not_checked=check.not_checked,
            say=strings.OWN,
        )
    )
