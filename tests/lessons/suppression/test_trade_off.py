"""One labelled point per defence; labels never lie on each other."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from lessons.suppression.trade_off import HEIGHT, LETTER_WIDTH, LINE_HEIGHT, POINT, lifts, trade_off

JUDGED = pd.DataFrame(
    {
        "label": ["nothing", "hide below 5", "round to 3"],
        "kind": ["as counted", "hide", "round"],
        "utility_lost": [0.0, 0.2, 0.1],
        "people_learnt": [9, 4, 0],
        "still_possible": [1, 2, 3],
        "order_preserved": [1, 1, 0.9],
    }
)


def test_one_point_and_one_label_per_defence():
    points, labels = trade_off(JUDGED).to_dict()["layer"]
    assert (points["mark"]["type"], labels["mark"]["type"]) == ("point", "text")
    assert labels["encoding"]["text"]["field"] == "label"
    assert points["encoding"]["color"]["field"] == points["encoding"]["shape"]["field"] == "kind"


def test_nothing_lost_and_nobody_learnt_about_can_be_drawn():
    spec = trade_off(JUDGED.assign(utility_lost=0.0, people_learnt=0)).to_dict()
    assert spec["layer"][0]["encoding"]["y"]["scale"]["domain"] == [0, 1]


def test_it_has_a_description():
    assert trade_off(JUDGED).to_dict()["description"]


@given(st.lists(st.tuples(st.integers(0, 560), st.integers(0, HEIGHT)), min_size=1, max_size=12))
def test_no_label_lies_on_another_or_below_the_axis(points):
    places, text = pd.DataFrame(points, columns=["x", "y"]), "hide below 10"
    at = places["y"] - lifts(places, pd.Series([text] * len(places)))
    assert (at <= HEIGHT).all()
    width = LETTER_WIDTH * len(text) - 1
    for one in range(len(places)):
        for other in range(one):
            apart = abs(at[one] - at[other]) >= LINE_HEIGHT or abs(places["x"][one] - places["x"][other]) >= width
            assert apart, (points, POINT)
