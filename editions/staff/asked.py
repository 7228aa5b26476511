"""What the hour asks in a room, as a list for the laptop that serves it (`room.json`)."""

from typing import Any, Final

from editions.staff.contents import questions_of, scenes
from editions.staff.questions import LETTERS
from editions.staff.screens import Hour
from editions.staff.words import read_words

DECISIONS: Final = ("publish", "change", "stop")


def asked_in_room(hour: Hour) -> dict[str, Any]:
    """List all that a page of the room may send.

    Args:
        hour: the list of screens.

    Returns:
        ``title``, and ``questions``: each with ``kind`` (guess, answer or decision), ``name``, ``words``, and the scale
        and truth of a guess, or the choices.
    """
    words, names = read_words(), {screen.name for screen in hour.screens}
    listed: list[dict[str, Any]] = []
    if "dots" in names:
        scene = scenes()["dots"]
        truth = scene["groups"]["+".join(scene["facts"])]["alone"]
        scale = {"minimum": 0, "maximum": scene["people"], "truth": truth}
        listed.append({"kind": "guess", "name": "dots", "words": words["dots"]["guess"], **scale})
    for question in questions_of(hour):
        choices = {"choices": list(LETTERS), "right": question.right}
        listed.append({"kind": "answer", "name": question.name, "words": question.text, **choices})
    for name in hour.cases:
        title = words["decide"][name]["title"]
        listed.append({"kind": "decision", "name": name, "words": title, "choices": list(DECISIONS)})
    return {"title": words["page"]["title"], "questions": listed}
