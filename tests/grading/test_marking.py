"""Hand-ins of all sorts are marked: right, nearly right, empty, damaged, and such that would cheat."""

import pytest

from data_gen import make_world
from grading.hand_ins import HandIn
from grading.marking import mark_one
from grading.marks import total
from grading.running import Limits
from grading.sets import SETS
from tests.grading.class_of_students import (
    TERM,
    SetOfTests,
    notebook_with,
    right_cells,
    right_values,
)

QUICK = Limits(step=4, whole=12, megabytes=300)


@pytest.fixture(scope="module")
def worlds():
    """What each set takes from Ada's world, made once."""
    world = make_world(600, n_titles=400, seed=TERM.seed("ada"))
    return {name: {"ada": one.own_world(world)} for name, one in SETS.items()}


@pytest.fixture
def marked(tmp_path, worlds):
    """Marks one hand-in of Ada's."""

    def mark(name, written, tasks=None):
        file = tmp_path / "ada.ipynb"
        file.write_text(notebook_with(name, written), encoding="utf-8")
        return mark_one(SetOfTests(name, worlds[name], tasks=tasks), HandIn("ada", file), QUICK)

    return mark


@pytest.mark.parametrize("name", SETS)
def test_right_answers_earn_all_marks(marked, worlds, name):
    right = marked(name, right_cells(name) | right_values(name, worlds[name]["ada"]))
    assert {mark.task: mark.told for mark in right.marks if mark.marks != mark.of} == {}
    assert total(right.marks) == SETS[name].points == 20


CHEATS = {
    "by import": "from grading.sets.hidden_counts import published as my_published",
    "by import of a lesson": "from lessons.suppression.exercises import hide_below as my_published",
    "by attribute": "from lessons.suppression import exercises\nmy_published = exercises.suppress().reference",
    "by loaded modules": """
import sys
def my_published(counts, k):
    case = sys.modules["grading.sets.hidden_counts"].published
    return case(__import__("numpy").random.default_rng(0), "ties").expected""",
    "by frame": """
import sys
def my_published(*given):
    frame = sys._getframe()
    while frame:
        for value in list(frame.f_locals.values()) + list(frame.f_globals.values()):
            if hasattr(value, "expected"):
                return value.expected
        frame = frame.f_back""",
    "by memory": """
import gc
def my_published(*given):
    found = [thing for thing in gc.get_objects() if type(thing).__name__ == "Case"]
    return found[0].expected""",
    "by file": """
import glob, os
def my_published(*given):
    return open(glob.glob("/**/term.json", recursive=True)[0]).read()""",
    "by another process": "import subprocess\nmy_published = lambda *given: subprocess.run(['cat', '/etc/hosts'])",
    "by the network": "import socket\nmy_published = lambda *given: socket.create_connection(('127.0.0.1', 80))",
    "an overwritten check": """
for name in ("grading.marks", "grading.answers", "teaching.sameness", "teaching.checks"):
    try:
        module = __import__(name, fromlist=["all of it"])
        for each in [each for each in vars(module) if not each.startswith("__")]:
            setattr(module, each, lambda *given, **named: True)
    except ImportError:
        pass
my_published = lambda *given: given[0]""",
    "an overwritten comparison": """
import builtins, json
json.dumps = lambda *things, **how: '["answer", true]'
builtins.all = builtins.any = builtins.bool = lambda *things: True
pd.Series.equals = pd.Series.__eq__ = lambda one, other: True
my_published = lambda *given: pd.Series([1])""",
    "equal to everything": """
class Everything(dict):
    __eq__ = lambda one, other: True
    __ne__ = lambda one, other: False
    __hash__ = lambda one: 0
    __len__ = lambda one: 5
    __bool__ = lambda one: True
    __class__ = pd.Series
    __getattr__ = lambda one, name: one
my_published = lambda *given: Everything()""",
    "messages of its own": """
import gc
from multiprocessing.connection import Connection
line = [thing for thing in gc.get_objects() if type(thing) is Connection]
for one in line:
    one.send_bytes(b'["task", 0]')
    for _ in range(60):
        one.send_bytes(b'["answer", {"column": [[], []]}]')
    one.send_bytes(b'["end"]')""",
    "an exit": "def my_published(*given):\n    raise SystemExit(0)",
    "a hard exit": "import os\nos._exit(0)",
    "a syntax error": "def my_published(counts, k)\n    return counts",
    "a deep answer": "deep = []\nfor _ in range(10**4):\n    deep = [deep]\nmy_published = lambda *given: deep",
    "an endless listing": """
class Endless(list):
    def __iter__(self):
        while True:
            yield 1
my_published = lambda *given: Endless()""",
    "all memory": "def my_published(*given):\n    return [0] * 10**10",
}
"""Hand-ins that would earn the first task's marks without its work, or spoil the others'."""


@pytest.mark.parametrize("cheat", CHEATS)
def test_a_cheat_earns_nothing_and_spoils_nothing_else(marked, cheat):
    written = {"my_published": CHEATS[cheat], "my_ranges": right_cells("set1")["my_ranges"]}
    cheated, other = marked("set1", written, tasks=2).marks
    assert cheated.marks == 0
    assert cheat == "messages of its own" or other.marks == other.of


def test_a_machine_that_cannot_begin_costs_no_marks_in_silence(tmp_path, worlds):
    file = tmp_path / "ada.ipynb"
    file.write_text(notebook_with("set1", right_cells("set1")), encoding="utf-8")
    of = SetOfTests("set1", worlds["set1"], tasks=1)
    vars(of)["cells"] = [("set1-files", "raise MemoryError", False)]
    not_begun = mark_one(of, HandIn("ada", file), QUICK)
    assert "mark again" in not_begun.warning and not_begun.digest == ""
    assert any("could not be begun" in told for told in not_begun.marks[0].told)


def test_endless_code_is_ended_and_the_rest_goes_on(marked):
    asleep = "import time\ndef my_ranges(line, k):\n    while True:\n        time.sleep(1)"
    slept = marked("set1", right_cells("set1") | {"my_ranges": asleep}, tasks=3)
    by_task = {mark.task: mark for mark in slept.marks}
    assert "took too long" in slept.warning
    assert by_task["my_ranges"].marks == 0 and any("too long" in told for told in by_task["my_ranges"].told)
    assert by_task["my_published"].marks == 5 and by_task["my_newcomers"].marks == 4


def test_a_deleted_cell_costs_its_own_task_only(marked):
    deleted = marked("set1", right_cells("set1") | {"my_published": None, "files": None, "my_published-marks": None})
    assert [mark.marks for mark in deleted.marks] == [0, 5, 4, 3, 3]


def test_another_students_values_are_worth_nothing(marked, worlds):
    values = {name: f"{name} = {worlds['set1']['ada'].key[name]!r}" for name in ("my_grown",)}
    other = SETS["set1"].own_world(make_world(600, n_titles=400, seed=TERM.seed("bea"))).key
    copied = {"my_grown": f"my_grown = {[tuple(cell) for cell in other['my_grown']]!r}"}
    assert marked("set1", copied).marks[-1].marks == 0 < marked("set1", values).marks[-1].marks


def test_answers_are_kept_for_the_teachers_note_and_another_students_code_is_seen(tmp_path, worlds):
    file = tmp_path / "ada.ipynb"
    written = {"code": f'MY_CODE = "{TERM.code("bea")}"', "my_exact": "my_exact = {('Peru', 'tv'): 3}"}
    file.write_text(notebook_with("set1", written), encoding="utf-8")
    marked = mark_one(SetOfTests("set1", worlds["set1"], students=("ada", "bea")), HandIn("ada", file), QUICK)
    assert marked.codes == ("bea",) and marked.values["my_exact"] == {("Peru", "tv"): 3}


@pytest.mark.parametrize("guess", ["ada", TERM.code("ada"), TERM.name, "53", "0" * 64])
def test_no_world_is_remade_from_what_a_student_knows(guess, worlds):
    """From an id, a code, the term's name, or a secret that somebody guesses."""
    remade = SETS["set1"].own_world(make_world(600, n_titles=400, seed=guess))
    assert not remade.files["first"].equals(worlds["set1"]["ada"].files["first"])
