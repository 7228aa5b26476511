"""The plain form asks no method of a student's own class."""

import numpy as np
import pandas as pd

from grading.plain import LONGEST, plain


class Everything:
    """Is equal to everything, and fails when it is asked anything else."""

    def __eq__(self, other):
        return True

    __hash__ = None

    def __getattr__(self, name):
        raise RuntimeError(name)


class Liar(list):
    """Says that it holds something else."""

    def __iter__(self):
        return iter([3, 4])


def test_what_lies_is_taken_by_its_true_type():
    assert plain(Everything()) == {"other": "Everything"}
    assert plain(Liar([1])) == {"list": [1]}


def test_numbers_are_pythons_own():
    assert [plain(value) for value in (np.float64(2.5), np.int8(3), np.bool_(True), np.array(4))] == [2.5, 3, True, 4]
    assert [plain(value) for value in (float("inf"), 10**30)] == [{"other": "too large a number"}] * 2
    assert plain(float("nan")) == plain(pd.NA) == {"missing": True}
    assert plain(None) == plain(...) == {"nothing": True}


def test_long_and_deep_things_are_cut():
    deep = []
    for _ in range(50):
        deep = [deep]
    assert "too deep" in str(plain(deep)) and len(plain(range_list(LONGEST + 9))["list"]) == LONGEST


def range_list(n):
    return list(range(n))


def test_text_and_dates_are_text():
    assert plain("a" * 20_000) == "a" * 10_000 and plain(pd.Timestamp("2017-12-11")) == "2017-12-11T00:00:00"
