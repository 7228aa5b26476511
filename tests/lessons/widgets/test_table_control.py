"""The table's state in the kernel; what it does in a browser is tested in tests/browser."""

import pytest
from traitlets import TraitError

from lessons.widgets.table_control import TableControl


def table(**changes):
    cells = [
        {"text": text, "spoken": f"{text}, printed", "look": "printed", "locked": text == "c"} for text in ("7", "c")
    ]
    return TableControl(**{"label": "Viewers", "rows": ["A"], "columns": ["N", "S"], "cells": cells, **changes})


def test_free_cells_can_be_pressed():
    control = table()
    control.pressed = [0]
    assert control.pressed == [0]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"label": ""}, "label is empty"),
        ({"rows": ["A", "B"]}, "2"),
        ({"cells": []}, "0"),
        ({"pressed": [1]}, r"pressed is \[1\]: only the cells 0"),
        ({"pressed": [0, 0]}, r"pressed is \[0, 0\]"),
    ],
)
def test_what_cannot_be_shown_gets_a_sentence(changes, sentence):
    with pytest.raises(TraitError, match=sentence):
        table(**changes)


def test_an_unknown_look_gets_a_sentence():
    with pytest.raises(TraitError, match="'pink'"):
        table(cells=[{"text": "7", "spoken": "", "look": "pink", "locked": False}], columns=["N"])
