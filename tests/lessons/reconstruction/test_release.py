"""Blocks, and what is printed of them, on people that can be counted by eye."""

import numpy as np
import pandas as pd
import pytest

from lessons.reconstruction.release import Group, blocks_of, blocks_to_rebuild, labels_of, print_block, secrets_of
from tests.lessons.reconstruction.small_blocks import LABELS, printed_of

PEOPLE = pd.DataFrame(
    {
        "sex": ["female"] * 4 + ["male"] * 3,
        "plan": ["basic", "basic", "basic", "premium", "premium", "premium", "basic"],
        "age": [20, 30, 41, 50, 60, 61, 70],
    }
)


def test_groups_of_fewer_than_three_are_not_printed():
    printed = print_block(PEOPLE, labels_of(PEOPLE))
    assert printed.tables["all"] == {(): Group(7, 47.4, 50.0)}
    assert printed.tables["sex"] == {("female",): Group(4, 35.2, 35.5), ("male",): Group(3, 63.7, 61.0)}
    shown = {cell: group and group.people for cell, group in printed.tables["sex and plan"].items()}
    assert shown == {
        ("female", "basic"): 3,
        ("female", "premium"): None,
        ("male", "basic"): None,
        ("male", "premium"): None,
    }
    assert printed.lines_printed == 1 + 2 + 2 + 1 and printed.without("plan", "sex").lines_printed == 2


def test_a_mean_to_one_decimal_gives_the_sum_of_up_to_nine_people():
    for people in range(1, 10):
        for total in range(18 * people, 18 * people + 200):
            assert Group(people, round(total / people, 1), 0.0).total == total


def test_blocks_are_neighbours_of_one_region_and_adults():
    rng, n = np.random.default_rng(53), 40
    viewers = pd.DataFrame(
        {
            "viewer_id": range(n),
            "region": rng.choice(["Ohio", "Utah"], n),
            "postcode": rng.permutation(n).astype(str),
            "sex": rng.choice(LABELS["sex"], n),
            "plan": rng.choice(LABELS["plan"], n),
            "age": rng.integers(15, 40, n),
        }
    )
    blocks = blocks_of(viewers)
    lived = pd.concat(blocks.values())
    assert {len(block) for block in blocks.values()} == {7} and lived["age"].min() >= 18
    assert lived["viewer_id"].is_unique
    for name, block in blocks.items():
        region = viewers.set_index("viewer_id").loc[block["viewer_id"], "region"].unique()
        assert region.tolist() == [name.rsplit(" ", 1)[0]]
    chosen = blocks_to_rebuild(viewers, number=50)
    assert chosen and all(block["sex"].value_counts().min() == 3 for block in chosen.values())
    assert list(blocks_to_rebuild(viewers, number=1)) == list(blocks_to_rebuild(viewers, number=1))


def test_secrets_are_those_of_people_drawn_by_lot():
    viewers = pd.DataFrame({"viewer_id": range(10)})
    views = pd.DataFrame({"viewer_id": [1, 1, 2, 3], "title_id": [7, 8, 7, 8]})
    found = secrets_of(viewers, views, 7, number=10).set_index("viewer_id")["watched"]
    assert set(found.index[found]) == {1, 2} and len(secrets_of(viewers, views, 7, number=4)) == 4


def test_one_sex_needs_three_or_four_people():
    assert printed_of(PEOPLE).of_sex("female").people == 4
    with pytest.raises(ValueError, match="of male there are not three or four people"):
        printed_of(PEOPLE.drop(6)).of_sex("male")
