"""A sentence stays short, whatever it shows, and nothing fails when it is shown."""

import sys

import numpy as np
import pandas as pd
import pytest

from teaching.in_words import LONGEST, error_in_words, in_words, shortened


class Mute:
    def __repr__(self):
        raise RuntimeError("no text")


class MuteError(Exception):
    def __str__(self):
        raise KeyError("no text")


@pytest.mark.parametrize(
    "value",
    [
        "x" * 10_000_000, [0] * 10_000_000, {*range(100_000)}, 10**100_000, [["x" * 1000] * 1000] * 1000,
        pd.Series(range(100_000)), np.zeros(10**6), b"x" * 10**6, {n: n for n in range(10_000)}, object(),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_long_answers_are_cut(value):
    assert len(in_words(value)) <= 5 * LONGEST


def test_short_ones_stand_as_they_are():
    assert [in_words(value) for value in (13, "a b", {2, 10, 1}, {"b", "a"}, set(), np.float64(0.5), pd.NA)] == [
        "13", "a b", "{1, 2, 10}", "{a, b}", "nobody", "0.5", "<NA>"
    ]  # fmt: skip


def test_a_set_of_mixed_labels_is_shown():
    assert in_words({1, "a", None}).count(",") == 2


def test_what_has_no_text_is_named():
    assert "Mute" in in_words(Mute()) and "Mute" in in_words([Mute()])
    no_length = type("list", (list,), {"__len__": lambda self: 1 / 0})
    assert in_words(no_length()) == "something of the type list that cannot be shown"


def test_errors_and_what_they_say():
    assert error_in_words(ValueError("x" * 10**6)).startswith("ValueError: xxx")
    assert len(error_in_words(ValueError("x" * 10**6))) < 2 * LONGEST
    assert error_in_words(MuteError()) == "MuteError: something of the type MuteError that cannot be shown"
    assert error_in_words(SystemExit(3)) == "SystemExit: 3"


def test_a_number_with_more_digits_than_python_writes_out():
    digits = sys.get_int_max_str_digits() + 10
    assert in_words(10**digits) == f"a number of about {digits:,} digits"


def test_the_length_of_what_was_cut_is_said():
    assert shortened("x" * 201).endswith("x… (201 signs in all)")
