import pytest

from disclosure.own_table.sheets.number_formats import GENERAL, shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (3, '[<5]"<5";0', "<5"),
        (5, '[<5]"<5";0', "5"),
        (1204, "#,##0", "1,204"),
        (14.6, "0.0", "14.6"),
        (0.146, "0.0%", "14.6%"),
        (-3, "0;-0", "-3"),
        (0, '0;-0;"–"', "–"),
        (7, '0" people"', "7 people"),
        (7, ';;;"x"', ""),
        (2.0, GENERAL, "2"),
        (True, GENERAL, "True"),
        ("<5", "@", "<5"),
        (None, "0", ""),
    ],
)
def test_what_a_reader_sees(value, number_format, text):
    assert shown(value, number_format) == text
