import dataclasses

import numpy as np

from data_gen.knobs import Knobs
from data_gen.streams import stream
from data_gen.taste import TASTE, choose_titles
from data_gen.titles import TASTES, make_titles


def chosen(knobs, presence=None, taste=TASTE):
    presence = np.ones(400) if presence is None else presence
    return choose_titles(presence, make_titles(knobs, 53), knobs, stream(53, "test"), taste)


def test_choices_are_distinct_and_sorted():
    viewer, title = chosen(Knobs())
    assert (np.diff(viewer * 1_700 + title) > 0).all()
    assert title.max() < 1_700 and set(viewer) == set(range(400))


def test_everybody_chooses_at_least_five():
    assert np.bincount(chosen(Knobs(), np.zeros(400))[0]).min() >= 5


def test_who_is_there_longer_chooses_more():
    presence = np.repeat([0.0, 1.0], 200)
    counts = np.bincount(chosen(Knobs(), presence)[0])
    assert counts[200:].mean() > 2 * counts[:200].mean()


def kept_to_one_taste(mixing):
    """The share of a viewer's choices that her most frequent taste has, on average."""
    knobs = Knobs(taste_mixing=mixing)
    viewer, title = chosen(knobs)
    counts = np.zeros((400, TASTES))
    np.add.at(counts, (viewer, make_titles(knobs, 53).taste[title]), 1)
    return (counts.max(axis=1) / counts.sum(axis=1)).mean()


def test_the_knob_mixes_tastes():
    kept = [kept_to_one_taste(mixing) for mixing in (0.0, 0.5, 0.75, 1.0)]
    assert kept == sorted(kept, reverse=True)
    assert kept[0] > kept[-1] + 0.15


def test_light_viewers_lean_to_hits():
    titles, knobs = make_titles(Knobs(), 53), Knobs()
    viewer, title = chosen(knobs)
    counts = np.bincount(viewer)
    mean_rank = np.bincount(viewer, weights=titles.rank[title]) / counts
    assert mean_rank[counts < np.quantile(counts, 0.2)].mean() < mean_rank[counts > np.quantile(counts, 0.8)].mean()


def test_the_constants_can_be_tried_out():
    eager = dataclasses.replace(TASTE, median=200.0)
    assert len(chosen(Knobs(), taste=eager)[0]) > 1.3 * len(chosen(Knobs())[0])
