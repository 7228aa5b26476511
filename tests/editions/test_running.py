"""A lesson is run from the top, what its cells show is kept in order, and nothing is recorded."""

import json
import signal

import pytest

from editions.running import LessonError, run_lesson, title_in, workers_of_their_own
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


def test_an_error_in_a_cell_is_not_swallowed_and_the_cell_is_named(tmp_path):
    path = tmp_path / "00_wrong.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": "\n1 / 0\n2"}]}))
    with pytest.raises(LessonError, match=r"00_wrong\.ipynb fails: ZeroDivisionError: .*, in the cell .* “1 / 0”"):
        run_lesson(path)


OF_ITS_USER = [
    {"cell_type": "markdown", "source": "For my class."},
    {"cell_type": "markdown", "source": []},
    {"cell_type": "code", "source": " \n", "outputs": [], "execution_count": None},
    {"cell_type": "markdown", "source": "Notes.\n\n# 00 · Title\n\nWords."},
    {"cell_type": "code", "source": "# a remark"},
    {"cell_type": "code", "source": "%matplotlib inline\n!ls\nint?\nx = 1\nx"},
    {"cell_type": "code", "source": "x + 1", "execution_count": 7, "outputs": [{"output_type": "stream", "text": "9"}]},
    {"cell_type": "code", "source": ""},
]
"""Cells as they come to be while somebody works in a notebook."""


def test_empty_cells_are_left_out_and_what_its_user_has_added_stops_no_lesson(tmp_path):
    path = tmp_path / "00_used.ipynb"
    path.write_text(json.dumps({"cells": OF_ITS_USER}))
    cells, _ = run_lesson(path)
    assert [cell.shown for cell in cells] == [(), (), (), (1,), (2,)]
    assert title_in("\n\n".join(cell.source for cell in cells if cell.kind == "markdown")) == "# 00 · Title"


def test_ctrl_c_ends_a_worker_without_a_word():
    with workers_of_their_own(1) as workers:
        assert workers.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_DFL
