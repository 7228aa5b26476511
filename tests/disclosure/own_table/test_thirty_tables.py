"""Thirty tables like those that offices publish: each is read, and each hidden number has the limits that it has."""

import tomllib
from pathlib import Path

import pandas as pd
import pytest

from disclosure.own_table import check_table
from disclosure.own_table.findings import ALL_IN, NONE_IN
from tests.disclosure.own_table.enumeration import ranges

TABLES = sorted((Path(__file__).parent / "tables").glob("*.csv"))


def test_there_are_thirty():
    assert len(TABLES) >= 30


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.stem)
def test_a_table_is_read_and_what_it_gives_away_is_found(file):
    truth = tomllib.loads(file.with_suffix(".toml").read_text(encoding="utf-8"))
    check = check_table(file, answers=truth["answers"])
    assert not check.questions, [question.name for question in check.questions]
    assert {a: check.as_read.numbers.get(a) for a in truth["reads"]} == truth["reads"]
    cells = check.findings[~check.findings["role"].isin([ALL_IN, NONE_IN])].set_index("address")
    found = {a: (cells.low[a], None if pd.isna(cells.high[a]) else cells.high[a]) for a in truth["can_be"]}
    assert found == ranges(truth)
