import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_gen.disk.spreadsheets import FORMULA_STARTS, neutralised, to_csv

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("kind", ["str", "object", "category"])
def test_a_formula_becomes_a_text(formula, kind):
    frame = pd.DataFrame({"name": pd.Series([formula, "Ann = Bob"], dtype=kind)})
    assert neutralised(frame)["name"].tolist() == ["'" + formula, "Ann = Bob"]


def test_numbers_days_and_missing_values_are_left_alone():
    frame = pd.DataFrame({"n": [-1, 2], "day": pd.to_datetime(["2017-12-11", None]), "name": ["Ann", None]})
    assert to_csv(frame) == "n,day,name\r\n-1,2017-12-11,Ann\r\n2,,\r\n"


def test_moments_say_that_they_are_utc():
    frame = pd.DataFrame({"started_at": pd.to_datetime(["2017-12-11 20:15"], utc=True)})
    assert to_csv(frame).splitlines()[1] == "2017-12-11T20:15:00Z"


def test_a_heading_is_no_formula_either():
    assert to_csv(pd.DataFrame({"=cmd": [1]})).startswith("'=cmd")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), min_size=1))
def test_no_cell_of_any_text_begins_like_a_formula(texts):
    rows = list(csv.reader(io.StringIO(to_csv(pd.DataFrame({"text": texts})), newline="")))
    assert all(not cell.startswith(FORMULA_STARTS) for row in rows for cell in row)
    assert [cell.removeprefix("'") for (cell,) in rows[1:]] == [text.removeprefix("'") for text in texts]
