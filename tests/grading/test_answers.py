"""Answers are read from their plain form, and compared."""

import numpy as np
import pandas as pd
import pytest

from grading.answers import NoAnswer, agrees, read_answer
from grading.plain import plain

COLUMN = pd.Series([1, None], index=["x", "y"], dtype="Int64")
TABLE = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
VALUES = [3, 2.5, "north", True, {1, 2}, [1, [2]], {("a", "b"): 1}, COLUMN, TABLE, np.array([1, 2]), (1, "x")]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_a_plain_form_is_read_as_what_it_was(value):
    assert agrees(read_answer(plain(value)), value)


@pytest.mark.parametrize("form", [None, {"set": 3}, {"no": 1}, {"column": [[1], [1, 2]]}, {"set": [1], "list": []}, []])
def test_what_is_no_plain_form_is_no_answer(form):
    assert isinstance(read_answer(form), NoAnswer)


def test_dictionaries_agree_by_names_and_values():
    assert agrees(pd.Series([1, 2], index=["b", "a"], dtype=object), {"a": 2, "b": 1})
    assert not agrees({"a": 1}, {"a": 2}) and not agrees({}, {"a": 2}) and not agrees([1], {"a": 1})
    assert not agrees(NoAnswer(), 0) and not agrees(NoAnswer(), {})
