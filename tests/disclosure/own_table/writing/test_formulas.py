"""What a spreadsheet would run is shown instead; marks and negative numbers stay."""

import pytest

from disclosure.own_table.writing.formulas import neutralised


@pytest.mark.parametrize("text", ["=1+1", " =cmd()", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "=A1"])
def test_formulas_get_an_apostrophe(text):
    assert neutralised(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "–", "+", "-5", "+1.5", "- of which girls", "0–14", "<5", "@", "a=b", "'=x"])
def test_all_else_stays(text):
    assert neutralised(text) == text
