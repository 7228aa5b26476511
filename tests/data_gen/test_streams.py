import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_gen.streams import drawn, scrambled, seed_key, stream


@pytest.mark.parametrize("other", ["ada", "ADA", "  Ada\n"])
def test_a_nickname_is_the_same_however_it_is_typed(other):
    assert seed_key("Ada") == seed_key(other)


def test_accents_are_the_same_however_they_are_composed():
    assert seed_key("Zoë") == seed_key(unicodedata.normalize("NFD", "Zoë"))


@pytest.mark.parametrize("bad", [True, 5.3, None, b"ada"])
def test_a_seed_is_a_number_or_a_nickname(bad):
    with pytest.raises(TypeError, match="a seed is a whole number of 0 or more, or a nickname"):
        seed_key(bad)


@pytest.mark.parametrize("bad", [-1, "", "  "])
def test_seeds_without_meaning_are_refused(bad):
    with pytest.raises(ValueError, match="seed="):
        seed_key(bad)


def test_numpy_numbers_are_numbers():
    assert seed_key(np.int64(53)) == 53


def test_frames_and_blocks_have_streams_of_their_own():
    keys = [(53, "viewers", 0), (53, "viewers", 1), (53, "views", 0), (54, "viewers", 0)]
    assert len({stream(*key).integers(1 << 60) for key in keys}) == 4


def test_drawing_follows_the_odds():
    counts = np.bincount(drawn(np.array([1.0, 0.0, 3.0]), 8_000, stream(53, "test")), minlength=3)
    assert counts[1] == 0
    assert counts[2] / counts[0] == pytest.approx(3, rel=0.1)


@given(st.text(min_size=1).filter(lambda text: text.strip() and "@" not in text), st.sampled_from([2_000, 50_000_000]))
def test_scrambled_numbers_never_meet(seed, population):
    numbers = scrambled(np.arange(3_000), seed, "viewer", population)
    assert len(np.unique(numbers)) == 3_000
    assert len(str(numbers.min())) == len(str(numbers.max())) == (7 if population == 2_000 else 9)


def test_scrambled_numbers_say_nothing_of_the_position():
    numbers = scrambled(np.arange(3_000), 53, "viewer", 3_000)
    assert abs(np.corrcoef(np.arange(3_000), numbers)[0, 1]) < 0.1
    assert len(np.unique(np.diff(numbers))) > 2_900


def test_an_e_mail_address_is_no_nickname_and_is_not_repeated():
    with pytest.raises(ValueError, match="choose a nickname") as refused:
        seed_key("ada@example.org")
    assert "ada" not in str(refused.value)
