"""A terminal without the signs of a text gets the text all the same."""

import io
import sys

from disclosure.saying import say


def test_signs_that_a_terminal_lacks_do_not_stop_the_sentence(monkeypatch):
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")
    monkeypatch.setattr(sys, "stdout", narrow)
    say("Ashfield, 0–14")
    assert narrow.buffer.getvalue() == b"Ashfield, 0?14\n"
