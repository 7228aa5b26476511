import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_gen.knobs import PRESETS, Knobs, described, knobs_of
from data_gen.story_facts import near_misses


@pytest.mark.parametrize("row", described().dropna().to_dict("records"), ids=lambda row: row["knob"])
def test_a_bad_value_gets_a_sentence_that_names_knob_value_and_bounds(row):
    for bad in (row["low"] - 1, row["high"] + 1, "many", None, float("nan"), True):
        with pytest.raises(ValueError) as refused:
            Knobs(**{row["knob"]: bad})
        sentence = str(refused.value)
        assert sentence.startswith(f"{row['knob']}={bad!r}: choose a ")
        assert f"number from {row['low']:,} to {row['high']:,}." in sentence


def test_half_a_viewer_is_refused_but_a_whole_float_is_fine():
    with pytest.raises(ValueError, match=r"n_viewers=200\.5: choose a whole number"):
        Knobs(n_viewers=200.5)
    assert Knobs(n_viewers=200.0).n_viewers == Knobs(n_viewers=np.int64(200)).n_viewers == 200


def test_a_story_needs_room():
    with pytest.raises(ValueError, match="record_days=365: with days=100 choose at most 59, or leave 'record' out"):
        Knobs(days=100)
    with pytest.raises(ValueError, match="vigil_viewers=100: with n_viewers=120 choose at most 73"):
        Knobs(n_viewers=120, vigil_viewers=100)
    with pytest.raises(ValueError, match="marathon_views=357: with days=60 choose at most 120"):
        Knobs(days=60, stories=["marathon"])
    assert Knobs(days=60, stories=[]).stories == ()


@given(st.integers(100, 2_000))
def test_the_largest_vigil_leaves_ten_others(n_viewers):
    most = Knobs(n_viewers=n_viewers)._most_in_vigil()
    assert most + near_misses(most) <= n_viewers - 10 < most + 1 + near_misses(most + 1)


@pytest.mark.parametrize("bad", ["vigil", ["wedding"]])
def test_unknown_stories_are_refused(bad):
    with pytest.raises(ValueError, match="choose some of vigil, record, marathon"):
        Knobs(stories=bad)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_within_the_bounds(preset):
    assert Knobs(**knobs_of(preset)).n_viewers >= 200


def test_every_knob_says_what_it_does():
    assert described()["effect"].str.len().min() > 20
