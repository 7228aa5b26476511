"""Templates escape what is text."""

import pytest
from jinja2 import UndefinedError

from editions.pages.filling import filled

SAY = {"no_python": "No <b>.", "cases": "", "case": "", "hint": "Hint {number}", "solution": "One way"}


def test_words_are_escaped_and_html_is_not():
    html = filled("task", say=SAY, task="<p>Task</p>", cases=[], box="", hints=["<p>Sum</p>"], solution="")
    assert "No &lt;b&gt;." in html and "<p>Task</p>" in html and "Hint 1" in html


def test_a_slot_that_is_not_given_is_told():
    with pytest.raises(UndefinedError):
        filled("task", say=SAY)
