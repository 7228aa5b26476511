"""What the lesson on synthetic files claims, held against five worlds: leak, inference, chance, use and promise."""

from functools import cache
from math import sqrt

import pytest

from lessons.synthetic.defences import CopyRows, DrawColumns, DrawFromTree
from lessons.synthetic.pairs import two_way_error
from lessons.synthetic.release import public_tree, survey, two_halves
from lessons.synthetic.sweep import copied_rows, judge, small_groups
from tests.lessons.worlds import every_seed, world

FEW_IN_A_THOUSAND = 3.2905
"""The quantile of the normal distribution for 99.9 %."""

LEAKING, OTHER = ("copies", "copies 10"), ("tree", "columns", "tree 1", "fixed 1", "columns 1")


@cache
def halves(seed):
    return two_halves(survey(world(seed).views, world(seed).viewers, world(seed).titles))


@cache
def files(seed):
    members, _ = halves(seed)
    edges = public_tree(members)
    ways = {"copies": CopyRows(), "copies 10": CopyRows(0.1), "tree": DrawFromTree(), "columns": DrawColumns()}
    ways |= {"tree 1": DrawFromTree(1.0), "fixed 1": DrawFromTree(1.0, edges), "columns 1": DrawColumns(1.0)}
    return {name: way(members) for name, way in ways.items()}


@cache
def judged(seed, always=False):
    return judge(files(seed), *halves(seed), targets=1_000, always=always).set_index("file")


@every_seed
def test_copied_rows_leak_with_a_tenth_of_the_labels_changed_as_well(seed):
    for name in LEAKING:
        row = judged(seed).loc[name]
        assert row["right"] >= 2 * row["right_without"] and row["low"] > 0


@every_seed
def test_no_leak_is_seen_where_only_tables_are_kept(seed):
    """The difference of the shares is inside its 99.9 % interval, in each of five files."""
    for name in OTHER:
        row = judged(seed).loc[name]
        both = (row["right"] + row["right_without"]) / (2 * row["n"])
        assert abs(row["leak"]) < FEW_IN_A_THOUSAND * sqrt(2 * both * (1 - both) / row["n"])
        assert abs(row["leak"]) < 0.1 * judged(seed).loc["copies", "leak"]


@every_seed
def test_rows_of_one_person_come_together_by_chance(seed):
    copied = copied_rows({name: files(seed)[name] for name in ("copies", "tree", "columns")}, halves(seed)[0])
    copied = copied.set_index("file")["copied"]
    assert 0 < copied["columns"] < copied["tree"] < copied["copies"]


@every_seed
def test_the_tree_has_better_tables_than_columns_by_themselves(seed):
    members, others = halves(seed)
    error = judged(seed)["error"]
    assert error["tree"] < 0.8 * error["columns"]
    assert error["tree"] < 2 * two_way_error(members, others)


@every_seed
def test_about_control_people_copied_rows_beat_chance_and_the_tree(seed):
    always = judged(seed, always=True)
    copies, tree = always.loc["copies"], always.loc["tree"]
    assert copies["right"] > copies["right_without"] > copies["blind"]
    assert tree["right_without"] < copies["right_without"]


@pytest.mark.parametrize("seed", [1, "Ada"])
def test_the_choice_of_the_tree_hangs_on_single_people(seed):
    groups = small_groups(halves(seed)[0], size=200, groups=20)
    assert groups["deciding"].gt(0).sum() >= 5
