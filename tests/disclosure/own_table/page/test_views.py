"""What the page shows of a check, as plain values."""

import json
from dataclasses import replace

from disclosure.own_table.page import views
from disclosure.own_table.page.views import view_of
from disclosure.own_table.questions import Question
from tests.disclosure.own_table.example import t1_check


def test_all_of_it_is_plain_and_the_worst_stands_first():
    view = json.loads(json.dumps(view_of(t1_check())))
    assert view["rows"][4][1] == ["B5", "<5", "hidden", False] and view["height"] == len(view["rows"]) == 12
    first = view["findings"][0]
    assert (first["address"], first["low"], first["high"], first["verdict"]) == ("B5", 3, 3, "exact")
    assert view["was_read"] and view["has_counts"]


def test_questions_come_five_at_a_time_and_large_sheets_are_drawn_in_part(monkeypatch):
    monkeypatch.setattr(views, "MOST_CELLS", 18)
    asked = tuple(Question(f"q{number}", "?", {"a": "A"}) for number in range(7))
    view = view_of(replace(t1_check(), questions=asked))
    assert len(view["questions"]) == 5 and view["more_questions"] == 2
    assert len(view["rows"]) == 3 and view["height"] == 12
