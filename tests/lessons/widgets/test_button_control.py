"""The button's state in the kernel; what it does in a browser is tested in tests/browser."""

import pytest
from traitlets import TraitError

from lessons.widgets.button_control import ButtonControl


def test_presses_can_be_observed():
    seen = []
    button = ButtonControl(label="Go")
    button.observe(lambda change: seen.append(change.new), "presses")
    button.presses += 1
    assert seen == [1]


def test_a_button_without_a_name_gets_a_sentence():
    with pytest.raises(TraitError, match="label is empty"):
        ButtonControl(label=" ")
