from fractions import Fraction

import pytest

from disclosure.own_table.layout.numbers import deciding, decimal_signs, number_in


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1,204", ".", 1204),
        ("1 204", ",", 1204),
        ("1\u202f204\u202f332", ".", 1204332),
        ("1.204", ".", Fraction("1.204")),
        ("1'204", ".", 1204),
        ("14,6", ",", Fraction("14.6")),
        ("(3)", ".", 3),
        ("12*", ".", 12),
        ("12 r", ".", 12),
        ("-3", ".", -3),
    ],
)
def test_numbers(text, decimal, value):
    assert number_in(text, decimal).value == value


@pytest.mark.parametrize("text", ["", "<5", "12,34,5", "0,123,456", "1,20", "five", "12 people", "1–4"])
def test_what_is_no_number_with_a_point(text):
    assert number_in(text, ".") is None


def test_percent_and_decimals():
    number = number_in("14.60 %")
    assert number.percent and number.decimals == 2


def test_one_number_decides_for_all():
    assert decimal_signs(["1.043", "12", "0,9"]) == {","}
    assert decimal_signs(["1,204,332", "1.5"]) == {"."}
    assert decimal_signs(["0,9", "0.9"]) == set()
    assert deciding(["7", "0,9", "0.8"], ".") == "0.8"
