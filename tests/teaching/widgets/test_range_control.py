"""The slider's state in the kernel; what it does in a browser is tested in tests/browser."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from traitlets import TraitError

from teaching.widgets.range_control import RangeControl


def threshold(**changes):
    return RangeControl(**{"label": "Threshold", "minimum": 3, "maximum": 11, "landmarks": {5: "Ofqual"}, **changes})


def test_starts_where_it_is_told_and_else_at_the_minimum():
    assert threshold(value=7).value == 7
    assert threshold().value == 3


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": 12}, "value is 12: it must lie between 3 and 11."),
        ({"value": 2}, "value is 2: it must lie between 3 and 11."),
        ({"value": 4.5}, "value is 4.5: the slider moves in steps of 1 from 3 and never stands there."),
        ({"value": "many"}, "value is 'many': it must be a number."),
        ({"value": True}, "value is True: it must be a number."),
        ({"value": float("nan")}, "value is nan: it must be a number."),
        ({"step": 0}, "step is 0: it must be above 0."),
        ({"step": -1}, "step is -1: it must be above 0."),
        ({"minimum": 11}, "minimum is 11 and maximum is 11: the maximum must be the larger."),
        ({"landmarks": {12: "CMS"}}, "landmark is 12: it must lie between 3 and 11."),
        ({"landmarks": {"five": "Ofqual"}}, "landmark is 'five': it must be a number."),
        ({"label": " "}, "label is empty: a control needs a name that can be read and heard."),
        ({"value_text": "k"}, "value_text is 'k': it must have \"{value}\" where the number goes."),
    ],
)
def test_bad_input_is_named_in_a_sentence(changes, sentence):
    with pytest.raises(TraitError) as raised:
        threshold(**changes)
    assert str(raised.value) == sentence


def test_a_refused_value_leaves_the_slider_where_it_was():
    control = threshold(value=7)
    with pytest.raises(TraitError):
        control.value = 40
    assert control.value == 7


def test_a_shorter_scale_may_not_leave_the_value_outside():
    control = threshold(value=11)
    with pytest.raises(TraitError, match=r"value is 11: it must lie between 3 and 8\."):
        control.maximum = 8
    with control.hold_trait_notifications():
        control.maximum, control.value = 8, 8
    assert (control.maximum, control.value) == (8, 8)


def test_whole_numbers_stay_whole_so_that_k_is_never_5_point_0():
    control = threshold(value=np.int64(5), landmarks={np.int64(8): "ours"})
    assert type(control.value) is int
    assert json.dumps(control.get_state(["value", "landmarks"])) == '{"value": 5, "landmarks": {"8": "ours"}}'


@given(st.integers(0, 1000), st.sampled_from([0.1, 0.25, 1 / 3, 1.0]))
def test_every_step_of_the_scale_can_be_reached(steps, step):
    control = RangeControl(label="Noise", minimum=0.5, maximum=0.5 + 1000 * step, step=step)
    control.value = 0.5 + steps * step
    assert control.value == 0.5 + steps * step


def test_observers_hear_of_each_move_that_the_browser_sends():
    control, heard = threshold(), []
    control.observe(lambda change: heard.append(change.new), "value")
    for value in (4, 5, 5):
        control.set_state({"value": value})
    assert heard == [4, 5]
