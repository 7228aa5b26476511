"""Who is met by a list, and by strangers."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest

from lessons.reconstruction.attack import rebuild
from lessons.reconstruction.chance import beside_chance, met, pairs_within, persons, seats_by_chance
from tests.lessons.reconstruction.small_blocks import LABELS, printed_of, random_block


def test_each_person_of_a_list_meets_one_at_most():
    one = [("f", "basic", 30), ("f", "basic", 30), ("m", "basic", 50)]
    other = [("f", "basic", 30), ("f", "premium", 31), ("m", "premium", 50)]
    assert met(one, other) == {"exact": 1, "age": 2, "near": 3}


def test_most_pairs_as_if_all_were_tried():
    rng = np.random.default_rng(53)
    for _ in range(40):
        one, other = (sorted(rng.integers(20, 32, 4).tolist()) for _ in range(2))
        most = max(sum(abs(a - b) <= 2 for a, b in zip(one, way, strict=True)) for way in permutations(other))
        assert pairs_within(one, other) == most


@pytest.fixture(scope="module")
def town():
    rng = np.random.default_rng(7)
    blocks = {name: random_block(rng, 3, 4, range(18, 60)).assign(viewer_id=range(7)) for name in "AB"}
    others = random_block(rng, 200, 200, range(18, 60)).assign(viewer_id=range(100, 500))
    return blocks, pd.concat([*blocks.values(), others], ignore_index=True)


def test_lists_that_fit_meet_more_than_strangers(town):
    blocks, everybody = town
    found = {name: rebuild(printed_of(people)) for name, people in blocks.items()}
    beside = beside_chance(found, blocks, everybody, LABELS["plan"], draws=10).set_index("by")
    assert beside["people"].tolist() == [14, 14]
    assert (beside["exact"] <= beside["age"]).all() and (beside["age"] <= beside["near"]).all()
    assert beside.loc["tables", "exact"] > beside.loc["chance", "exact"]


def test_seats_that_strangers_would_get_right(town):
    """Some 42 ages and two plans: about one in a hundred, and a little more in the middle."""
    blocks, everybody = town
    assert 0 < seats_by_chance(blocks, everybody, draws=300) < 0.05


def test_a_block_of_one_kind_is_met_by_its_own_kind():
    people = pd.DataFrame({"sex": ["female"] * 3, "plan": "basic", "age": 30})
    assert met(persons(people), persons(people)) == {"exact": 3, "age": 3, "near": 3}
