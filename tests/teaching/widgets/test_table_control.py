"""The table's state in the kernel; what it does in a browser is tested in tests/browser."""

import pytest
from traitlets import TraitError

from teaching.widgets.table_control import TableControl


def cell(text="7", look="printed", locked=False):
    return {"text": text, "spoken": f"a cell: {text}", "look": look, "locked": locked}


def table(**changes):
    state = {
        "label": "Viewers",
        "rows": ["A"],
        "columns": ["north", "south"],
        "cells": [cell(), cell("c", locked=True)],
    }
    return TableControl(**state | changes)


def test_nothing_is_pressed_at_first():
    assert table().pressed == []


def test_the_learner_sees_what_was_pressed_before():
    assert table(pressed=[0]).pressed == [0]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"label": " "}, "label is empty: a control needs a name that can be read and heard."),
        (
            {"cells": [cell()]},
            "1 cells are given: a table of 1 rows and 2 columns needs one for each place.",
        ),
        ({"rows": [], "cells": []}, "0 cells are given: a table of 0 rows and 2 columns needs one for each place."),
        (
            {"cells": [cell(), cell(look="green")]},
            "look is 'green': choose one of 'printed', 'exact', 'narrowed', 'open', 'complementary'.",
        ),
        ({"pressed": [1]}, "pressed is [1]: only the cells 0 can be switched, each once."),
        ({"pressed": [0, 0]}, "pressed is [0, 0]: only the cells 0 can be switched, each once."),
        ({"pressed": [2]}, "pressed is [2]: only the cells 0 can be switched, each once."),
    ],
)
def test_bad_input_is_named_in_a_sentence(changes, sentence):
    with pytest.raises(TraitError) as raised:
        table(**changes)
    assert str(raised.value) == sentence


def test_a_refused_cell_leaves_the_others_as_they_were():
    control = table(pressed=[0])
    with pytest.raises(TraitError):
        control.pressed = [0, 1]
    assert control.pressed == [0]


def test_observers_hear_of_each_switch_that_the_browser_sends():
    control, heard = table(), []
    control.observe(lambda change: heard.append(change.new), "pressed")
    control.set_state({"pressed": [0]})
    control.set_state({"pressed": []})
    assert heard == [[0], []]
