import numpy as np

from data_gen.streams import stream
from data_gen.title_words import PATTERNS, coined_titles


def test_titles_are_unique_even_in_the_largest_catalogue():
    titles = coined_titles(np.full(20_000, ""), stream(53, "test"))
    assert len(set(titles)) == 20_000


def test_seasonal_titles_sound_like_their_season():
    titles = coined_titles(np.repeat(["Christmas", "Halloween", "Valentine"], 40), stream(53, "test"))
    assert all("Christmas" in title or "Tree" in title for title in titles[:40])


def test_every_pattern_can_be_filled():
    assert all("{" in pattern for patterns in PATTERNS.values() for pattern in patterns)
