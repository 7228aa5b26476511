"""What the page of the hour carries: words, screens, questions, and all scenes in all settings."""

from dataclasses import asdict
from functools import cache
from typing import Any

from editions.builds import Build
from editions.staff.card import card
from editions.staff.cases import all_cases
from editions.staff.dots import all_groups
from editions.staff.monday import last_monday
from editions.staff.own import Own
from editions.staff.questions import Question, read_questions
from editions.staff.screens import Hour
from editions.staff.threshold import all_settings
from editions.staff.words import read_words


@cache
def scenes() -> dict[str, Any]:
    """Work out all scenes, once."""
    return {"dots": all_groups(), "card": card(), "monday": last_monday(), "survey": all_settings()}


@cache
def _attacked() -> list[dict[str, Any]]:
    """Attack all cases, once."""
    return all_cases()


def questions_of(hour: Hour) -> list[Question]:
    """Choose the questions whose screens the hour has."""
    names = {screen.name for screen in hour.screens}
    return [question for question in read_questions() if question.goes_with in names]


def contents(hour: Hour, build: Build, own: Own, version: str) -> dict[str, Any]:
    """Return all that the page's script needs.

    Args:
        hour: the list of screens.
        build: alone, room or platform.
        own: what an office puts in.
        version: of the kit.
    """
    names = {screen.name for screen in hour.screens}
    needed = {"survey"} if names & {"hide", "who"} else set()
    asked = [asdict(question) for question in questions_of(hour)]
    for question in asked:
        del question["numbers"]
    words = read_words()
    return {
        "page": "hour",
        "version": version,
        "build": asdict(build),
        "leaves": [words["leaves"][name] for name in build.leaves],
        "words": words,
        "screens": [asdict(screen) for screen in hour.screens],
        "questions": asked,
        "cases": [case for case in _attacked() if case["name"] in hour.cases],
        "own": asdict(own),
        "scenes": {name: scene for name, scene in scenes().items() if name in names | needed},
    }
