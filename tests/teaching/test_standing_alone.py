"""A function of a notebook is written down with all that it needs, and runs where nothing else is."""

import linecache
from types import ModuleType

import pytest

from teaching.standing_alone import entry_of, standing_alone

NOTEBOOK = """import numpy as np
from statistics import median
LIMIT = 3
WORLD = object()

def small(x):
    return x < LIMIT

def my_count(xs):
    return sum(small(x) for x in xs) + int(np.ceil(median([0])))

def my_circle(n):
    return n if n < 1 else other(n - 1)

def other(n):
    return my_circle(n)

def my_sum(n):
    return 0 if n < 1 else my_sum(n - 1) + small(n)

my_double = lambda x: 2 * x

def my_typed(small: np.ndarray, factor=LIMIT) -> np.ndarray:
    return factor * small

def my_world():
    return WORLD
"""


@pytest.fixture
def notebook():
    module = ModuleType("a_notebook")
    linecache.cache["<cell>"] = (len(NOTEBOOK), None, NOTEBOOK.splitlines(keepends=True), "<cell>")
    exec(compile(NOTEBOOK, "<cell>", "exec"), vars(module))
    yield module
    del linecache.cache["<cell>"]


@pytest.mark.parametrize(
    ("name", "argument", "expected"),
    [("my_count", [1, 2, 5], 2), ("my_circle", 3, 0), ("my_sum", 4, 2), ("my_double", 4, 8), ("my_typed", 2, 6)],
)
def test_it_runs_where_nothing_else_is(notebook, name, argument, expected):
    source, elsewhere = standing_alone(getattr(notebook, name)), {}
    exec(source, elsewhere)
    assert entry_of(source) == name and elsewhere[name](argument) == expected


def test_an_argument_that_is_called_like_a_helper_brings_no_helper(notebook):
    assert "def small" not in standing_alone(notebook.my_typed)


def test_what_cannot_be_written_down_is_left_out(notebook):
    assert "WORLD =" not in standing_alone(notebook.my_world)


@pytest.mark.parametrize("source", ["", "exercise_1.check(lambda x: x)", "a, b = 1, 2"])
def test_a_text_without_a_function_is_refused(source):
    with pytest.raises(ValueError, match="no function"):
        entry_of(source)


def test_what_has_no_source_is_told():
    made = {}
    exec("def nowhere(): pass", made)
    with pytest.raises((OSError, TypeError)):
        standing_alone(made["nowhere"])
