"""A desk for a class, by OpenDP and by the kit: it answers, counts its tokens, and refuses; noise is not looked at."""

import json
import re
import sys

import pandas as pd
import pytest

from lessons.noise import desk as module
from lessons.noise import strings
from lessons.noise.desk import Desk
from tests.test_structure import ROOT

ROWS = pd.Series(["Kite"] * 400 + ["Lantern"] * 100)
LABELS = ["Kite", "Lantern", "Nobody's"]


@pytest.fixture(params=["by OpenDP", "by the kit"])
def desk(request, monkeypatch):
    if request.param == "by the kit":
        monkeypatch.setattr(module, "find_spec", lambda name: None)
    return Desk(ROWS, LABELS, epsilon=40.0, tokens=2)


def numbers(answer):
    return [int(number.replace(",", "")) for number in re.findall(r": (-?[\d,]+)", answer.split("Tokens")[0])]


def test_it_answers_until_its_tokens_are_spent_and_then_refuses(desk):
    """With an epsilon of 20 for each answer, a count is off by less than 5 in all but one of e ** 100 cases."""
    assert numbers(desk.ask("Kite", "Nobody's")) == pytest.approx([400, 0], abs=5) and desk.tokens_left == 1
    assert desk.table()["printed"].tolist() == pytest.approx([400, 100, 0], abs=5) and desk.tokens_left == 0
    assert desk.ask("Kite").startswith("No answer. All 2 tokens are spent: ")


def test_a_new_desk_has_all_its_tokens_again(desk):
    desk.ask("Kite")
    assert Desk(ROWS, LABELS, epsilon=3.0, tokens=12).tokens_left == 12


def test_a_question_that_nobody_can_ask_costs_nothing(desk):
    with pytest.raises(ValueError, match="nobody can ask for 'Moon' here; there are Kite, Lantern"):
        desk.ask("Moon")
    assert desk.tokens_left == 2


def test_it_says_whose_noise_it_is_and_what_is_missing(monkeypatch):
    assert Desk(ROWS, LABELS, epsilon=3.0, tokens=12).maker == strings.BY_OPENDP
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert "OpenDP is missing" in Desk(ROWS, LABELS, epsilon=3.0, tokens=12).maker


def test_opendp_makes_noise_for_all_rows_of_one_profile():
    """Of 20 rows each, with epsilon 1: a scale of 20 (OpenDP's own figure)."""
    behind = Desk(ROWS, LABELS, epsilon=1.0, tokens=1, rows_of_one=20)._behind
    assert behind.context.query().count_by_categories(LABELS, null_category=False).laplace().param() == 20.0


def test_the_lesson_does_not_need_opendp_to_be_imported():
    assert "opendp" not in vars(sys.modules["lessons.noise.desk"])


def test_what_nobody_can_repeat_stands_on_no_page():
    """A page would have other bytes each time; the cells that use a desk are for the notebook."""
    cells = json.loads((ROOT / "notebooks/12_noise.ipynb").read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code" and not "".join(cell["source"]).startswith("from ")]
    using = [cell for cell in code if re.search(r"\b(Desk|desk|office|by_office)\b", "".join(cell["source"]))]
    assert len(using) == 4 and all(cell["metadata"].get("tags") == ["notebook"] for cell in using)
