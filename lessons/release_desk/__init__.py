"""The release desk: decide what goes out, sign, and be attacked."""

from lessons.release_desk.answering import answers
from lessons.release_desk.attackers import ATTACKS
from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.explorer import explore_desk
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.release import Released, release
from lessons.release_desk.scores import attacked
from lessons.release_desk.sheet import sheet_for

__all__ = [
    "ATTACKS",
    "REQUESTS",
    "Office",
    "ReleaseDesk",
    "Released",
    "answers",
    "attacked",
    "explore_desk",
    "release",
    "sheet_for",
]
