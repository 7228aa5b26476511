"""`python -m editions.course --term "2026 autumn" --students students.csv` makes a course's problem sets."""

import argparse
from importlib.util import find_spec
from pathlib import Path

from disclosure.saying import in_a_sentence
from disclosure.starting import start
from editions.home import MADE

FROM_A_CLONE = (
    "Problem sets are made from a clone of the repository, for what marks them is kept out of the students' image: "
    "get the repository, and run make course there."
)


def main(arguments: list[str]) -> str:
    """Make a course, or add students to it; return what was made."""
    parser = argparse.ArgumentParser(description="Make the problem sets of a course, and what their grader needs.")
    parser.add_argument("--out", type=Path, default=MADE / "course", help="the folder, for the teacher (dist/course)")
    parser.add_argument("--term", required=True, help="the term's name, such as '2026 autumn'")
    parser.add_argument("--students", type=Path, help="a file with one id in each line, or a CSV file with a column id")
    wishes = parser.parse_args(arguments)
    if find_spec("grading") is None:
        parser.error(FROM_A_CLONE)
    from editions.course.building import make_course

    try:
        return make_course(wishes.out, wishes.term, wishes.students)
    except (OSError, ValueError) as failure:
        parser.error(in_a_sentence(failure))


if __name__ == "__main__":
    start(main)
