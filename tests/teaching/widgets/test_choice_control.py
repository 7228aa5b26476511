"""The choice's state in the kernel; what it does in a browser is tested in tests/browser."""

import pytest
from traitlets import TraitError

from teaching.widgets.choice_control import ChoiceControl


def totals(**changes):
    return ChoiceControl(**{"label": "Totals", "options": ["printed", "left out"], **changes})


def test_starts_where_it_is_told_and_else_at_the_first_option():
    assert totals(value="left out").value == "left out"
    assert totals().value == "printed"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": "hidden"}, "value is 'hidden': choose one of 'printed', 'left out'."),
        ({"options": []}, "options: none. A choice needs at least two, no two the same."),
        ({"options": ["a"]}, "options: 'a'. A choice needs at least two, no two the same."),
        ({"options": ["a", "a"]}, "options: 'a', 'a'. A choice needs at least two, no two the same."),
        ({"label": ""}, "label is empty: a control needs a name that can be read and heard."),
    ],
)
def test_bad_input_is_named_in_a_sentence(changes, sentence):
    with pytest.raises(TraitError) as raised:
        totals(**changes)
    assert str(raised.value) == sentence


def test_options_that_lose_the_value_are_refused():
    control = totals()
    with pytest.raises(TraitError, match=r"value is 'printed': choose one of 'yes', 'no'\."):
        control.options = ["yes", "no"]
    assert control.options == ["printed", "left out"]


def test_a_drop_down_list_can_hold_one_option_and_change_its_options():
    cells = ChoiceControl(label="Cell", options=["A"], drop_down=True)
    cells.options = ["A", "B"]
    cells.value = "B"
    assert (cells.value, cells.options) == ("B", ["A", "B"])


def test_a_drop_down_list_without_options_is_refused():
    with pytest.raises(TraitError) as raised:
        ChoiceControl(label="Cell", options=[], drop_down=True)
    assert str(raised.value) == "options: none. A drop-down list needs at least one, no two the same."


def test_observers_hear_of_each_choice_that_the_browser_sends():
    control, heard = totals(), []
    control.observe(lambda change: heard.append(change.new), "value")
    control.set_state({"value": "left out"})
    assert heard == ["left out"]
