"""A lesson is run from the top, what its cells show is kept in order, and nothing is recorded."""

import json
import signal

import pytest

from editions.running import run_lesson, workers_of_their_own
from teaching.progress import progress_file

CELLS = [
    ("markdown", "# Title"),
    ("code", "from data_gen import make_world\nnumbers = [1]"),
    ("code", "display('first')\nnumbers.append(2)\nlen(numbers)"),
    ("code", "numbers.append(3)"),
    ("code", "make_world(100).seed"),
    ("code", "from teaching import predict\npredict('a/b', 'How many?', minimum=0, maximum=3).guess = 2"),
]


@pytest.fixture
def notebook(tmp_path):
    path = tmp_path / "00_example.ipynb"
    cells = [{"cell_type": kind, "source": [source], "metadata": {"tags": ["x"]}} for kind, source in CELLS]
    path.write_text(json.dumps({"cells": cells}))
    return path


def test_what_cells_show_comes_in_order_and_the_names_stay(notebook):
    cells, names = run_lesson(notebook)
    assert [cell.shown for cell in cells[:4]] == [(), (), ("first", 2), ()]
    assert names["numbers"] == [1, 2, 3] and cells[0].kind == "markdown" and cells[0].tags == {"x"}
    assert not progress_file().exists()


def test_what_is_kept_is_taken_before_the_next_cell_runs(notebook):
    cells, _ = run_lesson(notebook, keep=lambda shown: f"<{shown}>")
    assert cells[2].shown == ("<first>", "<2>")


def test_a_nickname_makes_another_world_and_only_for_this_run(notebook):
    assert run_lesson(notebook, seed="otter")[0][4].shown != run_lesson(notebook)[0][4].shown


def test_an_error_in_a_cell_is_not_swallowed(tmp_path):
    path = tmp_path / "00_wrong.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": "1 / 0"}]}))
    with pytest.raises(ZeroDivisionError):
        run_lesson(path)


def test_ctrl_c_ends_a_worker_without_a_word():
    with workers_of_their_own(1) as workers:
        assert workers.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_DFL
