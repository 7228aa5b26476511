"""An explorer is data: its settings, its sentences, and humps that hold everybody."""

import pytest

from lessons.membership.chart import CONTROLS, REACH
from lessons.membership.explorer import FIRST, explore_membership, sentence
from lessons.membership.prints import PRINTS
from tests.lessons.membership.small_service import service


@pytest.fixture(scope="module")
def explorer():
    return explore_membership(service(), sizes=(20, 50), cohorts=1)


def test_it_has_a_sentence_for_every_setting(explorer):
    assert explorer.setting == FIRST
    assert len(explorer.lookups["sentences"].table) == len(explorer.settings) == 2 * 3 * len(PRINTS) * 2 * 2
    assert {param["name"] for param in explorer.figure["spec"]["params"]} == set(CONTROLS)


def test_humps_hold_everybody_and_right_of_the_line_are_the_accused(explorer):
    for row in explorer.settings.to_dict("records"):
        assert sum(row["members"]) == pytest.approx(row["size"], abs=1)
        assert sum(row["others"]) == pytest.approx(360 - row["size"], rel=0.1)
        assert sum(row["members"][REACH:]) == pytest.approx(row["right"], abs=1)
        assert row["alike"] <= row["wrong"] + 1e-9


def test_for_people_of_all_kinds_both_lines_are_one(explorer):
    found = explorer.settings[explorer.settings["group"] == "anybody"].groupby([*CONTROLS[:-1]])["wrong"].nunique()
    assert (found == 1).all()


def test_a_sentence_counts_people():
    row = {"size": 50, "right": 27.2, "wrong": 119.6, "alike": 100.2, "top": 10, "group": "horror"}
    said = sentence(row, 12_000)
    assert "Ada accuses 147 of 12,000 people. 27 of them were in the group of 50; 120 were not" in said
    assert "100 of these are horror fans" in said and "23 members are not accused" in said
    assert "fewer than 1 would be right" in said
    assert "1 of them was in the group" in sentence(row | {"right": 1.0, "group": "anybody"}, 12_000)
