"""`python -m grading dist/course set1` marks all hand-ins for a set."""

import argparse
from pathlib import Path

from disclosure.saying import in_a_sentence
from disclosure.starting import start
from editions.home import MADE
from grading.course import course_set
from grading.hand_ins import hand_ins_in
from grading.marking import default_place, write_marks
from grading.running import USUAL, Limits


def main(arguments: list[str]) -> str:
    """Mark all hand-ins for a set; return what was done."""
    parser = argparse.ArgumentParser(description="Mark all hand-ins for a problem set.")
    parser.add_argument("course", type=Path, nargs="?", default=MADE / "course", help="its folder (dist/course)")
    parser.add_argument("set", nargs="?", default="set1", help="the set's name (set1)")
    parser.add_argument("--hand-ins", type=Path, help="where they lie (the course's folder submitted, as in nbgrader)")
    parser.add_argument("--seconds", type=float, default=USUAL.step, help=f"for one cell or task ({USUAL.step:g})")
    parser.add_argument("--megabytes", type=int, default=USUAL.megabytes, help=f"of memory ({USUAL.megabytes})")
    wishes = parser.parse_args(arguments)
    try:
        of = course_set(wishes.course, wishes.set)
        found = hand_ins_in(wishes.hand_ins or default_place(wishes.course), wishes.set)
        return write_marks(of, found, Limits(wishes.seconds, max(USUAL.whole, wishes.seconds), wishes.megabytes))
    except (OSError, ValueError) as failure:
        parser.error(in_a_sentence(failure))


if __name__ == "__main__":
    start(main)
