"""Controls as values: what cannot be shown is refused in a sentence; the browser gets plain numbers and texts."""

import json

import numpy as np
import pytest

from teaching.widgets.controls import Choice, Slider


def threshold(**changes):
    return Slider(
        **{"name": "k", "label": "Threshold", "minimum": 3, "maximum": 11, "landmarks": {5: "Ofqual"}, **changes}
    )


def test_a_slider_starts_where_it_is_told_and_else_at_the_minimum():
    assert threshold(start=7).value == 7
    assert threshold().value == 3


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"start": 12}, "value is 12: it must lie between 3 and 11."),
        ({"start": 2}, "value is 2: it must lie between 3 and 11."),
        ({"start": 4.5}, "value is 4.5: the slider moves in steps of 1 from 3 and never stands there."),
        ({"start": "many"}, "value is 'many': it must be a number."),
        ({"start": True}, "value is True: it must be a number."),
        ({"start": float("nan")}, "value is nan: it must be a number."),
        ({"step": 0}, "step is 0: it must be above 0."),
        ({"step": -1}, "step is -1: it must be above 0."),
        ({"minimum": 11}, "minimum is 11 and maximum is 11: the maximum must be the larger."),
        ({"landmarks": {12: "CMS"}}, "landmark is 12: it must lie between 3 and 11."),
        ({"landmarks": {"five": "Ofqual"}}, "landmark is 'five': it must be a number."),
        ({"texts": {12: "many"}}, "text is 12: it must lie between 3 and 11."),
        ({"texts": {4.5: "some"}}, "text is 4.5: the slider moves in steps of 1 from 3 and never stands there."),
        ({"label": " "}, "label is empty: a control needs a name that can be read and heard."),
        ({"value_text": "k"}, "value_text is 'k': it must have \"{value}\" where the number goes."),
    ],
)
def test_what_cannot_be_shown_is_named_in_a_sentence(changes, sentence):
    with pytest.raises(ValueError) as raised:
        threshold(**changes)
    assert str(raised.value) == sentence


def test_whole_numbers_stay_whole_so_that_k_is_never_5_point_0():
    told = threshold(minimum=np.int64(3), landmarks={np.int64(8): "ours", 5.0: "theirs"}).as_json()
    assert json.dumps([told["minimum"], told["landmarks"]]) == '[3, {"8": "ours", "5": "theirs"}]'


def test_texts_stand_in_place_of_steps():
    assert threshold(texts={3: "50", np.int64(4): "100"}).as_json()["texts"] == {"3": "50", "4": "100"}
    assert threshold().as_json()["texts"] == {}


@pytest.mark.parametrize("step", [0.1, 0.25, 1 / 3, 1.0])
def test_every_step_of_the_scale_can_be_reached(step):
    for steps in range(0, 1001, 7):
        start = 0.5 + steps * step
        assert Slider("x", "Noise", minimum=0.5, maximum=0.5 + 1000 * step, step=step, start=start).value == start


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"label": ""}, "label is empty: a control needs a name that can be read and heard."),
        ({"options": {}}, "options: none. A choice needs at least one."),
        ({"start": "hidden"}, "value is 'hidden': choose one of 'printed', 'left out'."),
    ],
)
def test_a_choice_that_cannot_be_shown_is_named_in_a_sentence(changes, sentence):
    with pytest.raises(ValueError) as raised:
        Choice(**{"name": "t", "label": "Totals", "options": {"printed": "a", "left out": "a"}} | changes)
    assert str(raised.value) == sentence


def test_two_options_may_have_the_same_text():
    assert Choice("cell", "Cell", {0: "x | y", 1: "x | y"}).as_json()["options"] == [[0, "x | y"], [1, "x | y"]]
