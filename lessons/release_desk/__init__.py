"""The release desk: decide what goes out, sign, and be attacked."""

from lessons.release_desk.answering import answers
from lessons.release_desk.attackers import ATTACKS
from lessons.release_desk.decisions import everybody_gets, published
from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.explorer import explore_desk
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.own import put_on_desk
from lessons.release_desk.record_page import record_page
from lessons.release_desk.release import Released, release
from lessons.release_desk.scores import attacked
from lessons.release_desk.search import good_decision
from lessons.release_desk.sheet import sheet_for
from lessons.release_desk.side_by_side import (
    answers_in_words,
    attackers_in_words,
    attacks_in_words,
    choices_in_words,
    decisions_in_words,
    intruder_in_words,
    of_what_in_words,
    requests_in_words,
    sum_in_words,
    what_came_of,
)
from lessons.release_desk.story import story_of_bea
from lessons.release_desk.together import PAIR, TRIPLE, found_together, joint_in_words, left_by_three, what_three_leave

__all__ = [
    "ATTACKS",
    "PAIR",
    "REQUESTS",
    "TRIPLE",
    "Office",
    "ReleaseDesk",
    "Released",
    "answers",
    "answers_in_words",
    "attacked",
    "attackers_in_words",
    "attacks_in_words",
    "choices_in_words",
    "decisions_in_words",
    "everybody_gets",
    "explore_desk",
    "found_together",
    "good_decision",
    "intruder_in_words",
    "joint_in_words",
    "left_by_three",
    "of_what_in_words",
    "published",
    "put_on_desk",
    "record_page",
    "release",
    "requests_in_words",
    "sheet_for",
    "story_of_bea",
    "sum_in_words",
    "what_came_of",
    "what_three_leave",
]
