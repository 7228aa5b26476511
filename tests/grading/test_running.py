"""Processes for students' code: fresh, limited, and only their messages are heard."""

from grading.answers import NoAnswer
from grading.running import Limits, run_hand_in

QUICK = Limits(step=2, whole=8, megabytes=200)


def test_each_hand_in_has_a_process_of_its_own():
    first = run_hand_in(["import pandas as pd\npd.left_behind = 1\nx = 1"], [("x", None)], QUICK)
    again = run_hand_in(["import pandas as pd\nx = hasattr(pd, 'left_behind')"], [("x", None)], QUICK)
    assert first.given == [[1]] and again.given == [[False]]


def test_a_cell_and_a_task_that_do_not_end_are_left_out():
    cells = ["import time", "while True:\n    time.sleep(1)"]
    cells += ["def f(x):\n    while x:\n        time.sleep(1)\n    return x", "y = 3"]
    answers = run_hand_in(cells, [("f", [(0,), (60,)]), ("y", None)], QUICK)
    assert answers.given[0][0] == 0 and isinstance(answers.given[0][1], NoAnswer) and answers.given[1] == [3]
    assert "too long" in answers.failed_cells[1] and "too long" in answers.troubles[0]


def test_the_graders_own_cells_come_first_and_do_not_count_as_the_hand_ins():
    slow = "import time\ntime.sleep(1.5)\nx = 3"
    answers = run_hand_in(["y = x"], [("y", None)], Limits(step=1.4, whole=8, megabytes=200), given=[slow])
    assert answers.given == [[3]] and answers.begun


def test_what_could_not_be_begun_is_said_and_is_no_fault_of_the_hand_in():
    answers = run_hand_in(["y = 3"], [("y", None)], QUICK, given=["x = 1 / 0"])
    assert not answers.begun and isinstance(answers.given[0][0], NoAnswer)
    assert "could not be begun" in answers.troubles[0] and not answers.failed_cells


def test_files_lie_beside_the_code_and_nothing_else_can_be_opened(tmp_path):
    (tmp_path / "secret").write_text("53")
    cells = [
        "x = open('mine.csv').read()",
        f"y = open({str(tmp_path / 'secret')!r}).read()",
        "import os\nz = dict(os.environ)",
    ]
    answers = run_hand_in(cells, [("x", None), ("y", None), ("z", None)], QUICK, {"mine.csv": "a,b"})
    assert answers.given[0] == ["a,b"] and isinstance(answers.given[1][0], NoAnswer) and answers.given[2] == [{}]
