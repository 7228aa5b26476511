"""A function of a notebook is written down with all that it needs, and runs where nothing else is."""

import linecache
from types import ModuleType

import pytest

from teaching.standing_alone import entry_of, standing_alone

NOTEBOOK = """import numpy as np
from functools import cache, partial
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

below, above = (lambda x, k=LIMIT: x < k), (
    lambda x: (lambda y: not small(y))(x)
)

my_again = my_count
first = lambda x: second(x) + 1
second = lambda x: x * LIMIT
my_first = lambda x: first(x)

def my_factory(factor):
    def times(x):
        return factor * x
    return times

my_times = my_factory(7)
my_shut_in = my_factory(np.float64(0.5))
my_part = partial(my_times, 3)
my_own = partial(max, 4)
my_builtin = sum

@cache
def my_kept(x):
    return np.abs(x)

@np.vectorize
def my_vector(x):
    return x

def twice(function):
    return lambda x: function(function(x))

@twice
def my_twice(x):
    return x + small(x)

class Counter:
    def __call__(self, xs):
        return len(xs)

my_object = Counter()

def my_typed(small: np.ndarray, factor=LIMIT) -> np.ndarray:
    return factor * small

def my_named(x: WORLD) -> WORLD:
    return x

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
    [
        ("my_count", [1, 2, 5], 2),
        ("my_circle", 3, 0),
        ("my_sum", 4, 2),
        ("my_double", 4, 8),
        ("my_typed", 2, 6),
        ("below", 2, True),
        ("above", 2, False),
        ("my_again", [1, 2, 5], 2),
        ("my_first", 2, 7),
        ("my_times", 2, 14),
        ("my_shut_in", 2, 1.0),
        ("my_own", 2, 4),
        ("my_builtin", [1, 2], 3),
        ("my_kept", -2, 2),
        ("my_named", 5, 5),
    ],
)
def test_it_runs_where_nothing_else_is(notebook, name, argument, expected):
    answer, elsewhere = getattr(notebook, name), {}
    source = standing_alone(answer)
    exec(source, elsewhere)
    assert elsewhere[entry_of(source)](argument) == expected == answer(argument)


def test_some_arguments_may_be_there_already(notebook):
    source, elsewhere = standing_alone(notebook.my_part), {}
    exec(source, elsewhere)
    assert elsewhere["answer"]() == 21


@pytest.mark.parametrize("name", ["my_world", "my_vector", "my_twice", "my_object"])
def test_what_would_be_another_answer_elsewhere_is_refused(notebook, name):
    with pytest.raises((OSError, TypeError)):
        standing_alone(getattr(notebook, name))


def test_an_argument_that_is_called_like_a_helper_brings_no_helper(notebook):
    assert "def small" not in standing_alone(notebook.my_typed)


@pytest.mark.parametrize("source", ["", "exercise_1.check(lambda x: x)", "a, b = 1, 2"])
def test_a_text_without_a_function_is_refused(source):
    with pytest.raises(ValueError, match="no function"):
        entry_of(source)


def test_what_has_no_source_is_told():
    made = {}
    exec("def nowhere(): pass", made)
    with pytest.raises((OSError, TypeError)):
        standing_alone(made["nowhere"])
