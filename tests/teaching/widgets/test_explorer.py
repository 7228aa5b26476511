"""What the page is given, and what the kernel answers; what the page makes of it is tested in tests/browser."""

import altair as alt
import pandas as pd
import pytest

from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Cells, Explorer, Lookup, key_of

K = Slider("k", "Threshold", minimum=3, maximum=5)
WHO = Choice("who", "Who looks?", {"a": "anna", "b": "ben"})


def explorer(**more):
    chart = alt.Chart(alt.Data(values=[{"x": 1}])).mark_point().add_params(alt.param(name="k", value=3))
    return Explorer([[K], [WHO]], chart, {"setting": "With {k}."}, **more)


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr(Explorer, "send", lambda self, content: messages.append(content))
    return messages


def test_the_setting_is_that_of_its_controls():
    assert explorer().setting == {"k": 3, "who": "a"}
    assert explorer().figure["rows"] == [["k"], ["who"]]


def test_what_it_was_made_of_can_be_asked_for():
    prices = pd.DataFrame({"k": [3], "price": [7]})
    assert explorer(results={"prices": prices}).prices is prices


def test_a_lookup_by_what_is_no_control_is_refused():
    with pytest.raises(ValueError, match="told is by 'cell', which is no control; the controls are k, who"):
        explorer(lookups={"told": Lookup(("cell",))})


def test_a_missing_value_is_worked_out_when_it_is_asked_for(sent):
    lookups = {"why": Lookup(("who", "k"), asked=lambda who, k: f"{who} at {k}")}
    explorer(lookups=lookups)._handle_custom_msg({"ask": "why", "setting": {"k": 4, "who": "b"}, "key": "1"}, [])
    assert sent == [{"answers": {"why": {'["b",4]': "b at 4"}}, "key": "1"}]


def test_a_button_may_ask_for_several_tables_and_tells_how_it_goes(sent):
    def search(setting, tell):
        tell("searching")
        return {"told": {(setting["k"],): "found"}}

    explorer(asked={"search": search})._handle_custom_msg({"ask": "search", "setting": {"k": 5}, "key": "2"}, [])
    assert sent == [{"news": "searching"}, {"answers": {"told": {"[5]": "found"}}, "key": "2"}]


def test_what_nobody_can_answer_is_left_alone(sent):
    explorer()._handle_custom_msg({"ask": "the time"}, [])
    assert sent == []


def test_cells_go_to_the_page_without_their_dimensions_so_that_no_name_of_theirs_is_in_the_way():
    frame = pd.DataFrame({"state": ["A"], "counted": ["N"], "cell": ["A | N"], "count": [7]})
    cells = Cells("Which?", frame, {"state": "'p'"}, "p").as_json()["cells"]
    assert cells["values"] == [{"cell": "A | N", "count": 7, "cell_place": 0}]


@pytest.mark.parametrize(("values", "key"), [((1.0, 0.5), "[1,0.5]"), (("é", 'a"b'), '["é","a\\"b"]')])
def test_keys_are_those_that_the_browser_writes(values, key):
    assert key_of(values) == key
