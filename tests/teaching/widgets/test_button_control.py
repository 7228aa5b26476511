"""The button's state in the kernel; what it does in a browser is tested in tests/browser."""

import pytest
from traitlets import TraitError

from teaching.widgets.button_control import ButtonControl


def test_observers_hear_of_each_press_that_the_browser_sends():
    button, heard = ButtonControl(label="Start again"), []
    button.observe(lambda change: heard.append(change.new), "presses")
    for presses in (1, 2):
        button.set_state({"presses": presses})
    assert heard == [1, 2]


def test_a_button_without_a_name_is_refused():
    with pytest.raises(TraitError, match=r"label is empty: a control needs a name"):
        ButtonControl(label=" ")
