"""What insiders claims, held against five worlds: who is alone opens a table that no outsider can open."""

from functools import cache

import pytest

from disclosure.audit.attackers import Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.protection import Singletons
from disclosure.tables.count_table import count_table
from disclosure.tables.favourites import favourites
from lessons.insiders.sweep import opened_by_each, publish, repairs_and_insiders
from tests.lessons.worlds import DAYS, SEEDS, every_seed, world

THRESHOLD = 3
REPAIRS = {
    "threshold": Suppress(THRESHOLD),
    "outsiders": SuppressComplementary(THRESHOLD),
    "insiders": SuppressComplementary(THRESHOLD, against=(Outsider(), Singletons())),
}


@cache
def tables(seed):
    """Of the four largest countries: titles by devices."""
    found = {}
    for country in world(seed).viewers["country"].value_counts().index[:4]:
        viewers = world(seed).viewers[world(seed).viewers["country"] == country]
        people = favourites(world(seed).views, viewers, world(seed).titles, days=DAYS, n_titles=8)
        found[country] = count_table(people.merge(viewers[["viewer_id", "device"]]), by=("title", "device"))
    return found


@cache
def published(seed):
    return publish(tables(seed), REPAIRS)


@cache
def judged(seed):
    return repairs_and_insiders(tables(seed), published(seed), threshold=THRESHOLD).set_index(["repair", "who"])


@every_seed
def test_no_outsider_learns_a_small_count_from_a_repaired_table(seed):
    assert len(published(seed)["outsiders"]) > 0
    assert judged(seed).loc[[("outsiders", "outsider"), ("insiders", "outsider")], "right"].eq(0).all()


@every_seed
def test_a_repair_that_ignores_singletons_fails_for_at_least_one_of_them(seed):
    opened = opened_by_each(tables(seed), published(seed)["outsiders"])
    assert opened["right"].gt(0).any() and opened["right"].ge(opened["small"]).all()
    assert judged(seed).loc[("outsiders", "alone"), "looking"] > 0


def test_some_of_them_learn_a_small_count():
    """Not in every one of these small worlds; in the lesson's larger one there are enough who look."""
    small = [opened_by_each(tables(seed), published(seed)["outsiders"])["small"].gt(0).sum() for seed in SEEDS]
    assert sum(small) > 0


@every_seed
def test_with_a_threshold_of_three_a_repaired_table_warns_nobody(seed):
    """One and two stay possible for each small cell, and one is what she believes."""
    assert judged(seed).loc[("outsiders", "believes so"), "contradiction"] == 0


@every_seed
def test_who_declares_is_right_more_often_than_a_blind_guesser_who_speaks_as_often(seed):
    alone = judged(seed).xs("alone", level="who")
    assert (alone["right"] >= (alone["right"] + alone["wrong"]) * alone["blind"]).all()


@every_seed
def test_a_repair_that_knows_of_singletons_never_fails_and_costs_more(seed):
    assert judged(seed).loc[("insiders", "alone"), ["right", "wrong"]].eq(0).all()
    people = judged(seed)["people_hidden"].groupby("repair", sort=False).first()
    assert people.is_monotonic_increasing and people["insiders"] > people["threshold"]


@every_seed
@pytest.mark.parametrize("who", ["outsider", "alone"])
def test_whoever_knows_is_never_wrong(seed, who):
    assert judged(seed).xs(who, level="who")["wrong"].eq(0).all()


def test_whoever_only_believes_to_be_alone_accuses_others_and_a_repaired_table_warns_her_less():
    wrong, warned = 0, {"threshold": 0, "outsiders": 0}
    for seed in SEEDS:
        believed = opened_by_each(tables(seed), published(seed)["outsiders"], count=2)
        wrong += int(believed["wrong"].sum())
        for repair in warned:
            warned[repair] += int(judged(seed).loc[(repair, "believes so"), "contradiction"])
    assert wrong > 0
    assert warned["threshold"] > warned["outsiders"]
