"""An explorer is data: its controls and its sentences."""

from functools import cache

import numpy as np
import pandas as pd

from lessons.unicity.chart import sentences
from lessons.unicity.explorer import explore_unicity
from lessons.unicity.sweep import unicity_sweep

RNG = np.random.default_rng(53)
LOG = pd.DataFrame({"viewer_id": RNG.integers(0, 2_000, 20_000), "title_id": RNG.integers(0, 40, 20_000)})
LOG = LOG.assign(day=RNG.integers(0, 9, 20_000), stars=RNG.integers(1, 6, 20_000))


@cache
def swept():
    return unicity_sweep(LOG, resolutions=[["title_id", "day"], ["title_id"]], most=4, n_targets=100)


def test_it_begins_with_one_thing_among_all_and_has_a_sentence_for_every_setting():
    explorer = explore_unicity(swept())
    assert explorer.setting == {"k": 1, "resolution": "title + day", "population": 2_000}
    assert explorer.lookups["sentences"].table == sentences(swept())
    assert {param["name"] for param in explorer.figure["spec"]["params"]} == set(explorer.setting)
