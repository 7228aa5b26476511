"""A column may count part of another one: where that would narrow a hidden count, no cell is called open."""

import pandas as pd
import pytest

from disclosure.own_table import check_table

ANSWERS = {"mark <5": "1 to 4"}


def verdicts(columns, answers=ANSWERS):
    check = check_table(pd.DataFrame(columns), answers=answers)
    return {row["address"]: row["verdict"] for row in check.findings.to_dict("records") if row["printed"] == "<5"}


def test_of_two_pupils_at_most_two_are_absent():
    pupils = {"School": ["Oak", "Elm", "Ash"], "Pupils": ["2", "40", "31"], "Absent": ["<5", "7", "9"]}
    assert verdicts(pupils) == {"C2": "not found"}
    why = check_table(pd.DataFrame(pupils), answers=ANSWERS).findings.set_index("address").loc["C2", "why"]
    assert "whether 'Absent' is part of 'Pupils'" in why


@pytest.mark.parametrize(("oak", "elm"), [("212", "40"), ("2", "6"), ("0", "40")])
def test_where_it_cannot_matter_it_is_not_said(oak, elm):
    table = {"School": ["Oak", "Elm", "Ash"], "Pupils": [oak, elm, "31"], "Absent": ["<5", "7", "9"]}
    assert verdicts(table) == {"C2": "open"}


def test_years_count_other_people():
    assert verdicts({"School": ["Oak", "Elm"], "2023": ["<5", "7"], "2024": ["2", "40"]}) == {"B2": "open"}
