"""What the lesson on singling out claims, held against five worlds."""

import re

import numpy as np

from disclosure.measures import score
from disclosure.records import class_sizes
from lessons.singling_out.attack import fits, single_out
from lessons.singling_out.sweep import about_bea, crowds_by_setting, outcomes_of_remarks, share_right, wrongly_accused
from tests.lessons.worlds import SEEDS, every_seed, the_53, world
from tests.test_structure import ROOT


@every_seed
def test_a_sentence_finds_more_people_than_the_same_sentence_about_somebody_else(seed):
    clues, truth = world(seed).outside.clues, world(seed).truth.clues.dropna()
    about_them = clues[clues["clue_id"].isin(truth["target"])]
    shuffled = truth.assign(answer=np.random.default_rng(53).permutation(truth["answer"]))
    guesses = single_out(the_53(seed), about_them)
    found, by_chance = (score(guesses, answers, blind=1 / 53) for answers in (truth, shuffled))
    assert found.right > 53 / 3
    assert found.low > by_chance.high
    assert found.wrong == 0  # a true remark about somebody who is there never points elsewhere


def test_people_who_are_not_there_are_sometimes_falsely_matched():
    risks = []
    for seed in SEEDS:
        clues, truth = world(seed).outside.clues, world(seed).truth.clues
        absent = truth[truth["answer"].isna()]
        risks.append(
            score(single_out(the_53(seed), clues[clues["clue_id"].isin(absent["target"])]), truth, blind=1 / 53)
        )
    assert all(risk.right == 0 for risk in risks)
    assert sum(risk.wrong for risk in risks) > 0
    assert sum(risk.abstained for risk in risks) > 0


@every_seed
def test_three_cards_single_out_the_three_people(seed):
    clues, truth = world(seed).outside.clues, world(seed).truth.clues
    risk = score(single_out(the_53(seed), clues[clues["card"] != ""]), truth, blind=1 / 53)
    assert (risk.n, risk.right) == (3, 3)


def test_the_filters_of_the_guide_leave_the_rows_of_the_two_cards():
    """One filter stood there, which left three rows, and named a sex that the second of the cards does not."""
    guide = (ROOT / "lessons/singling_out/guide.md").read_text(encoding="utf-8")
    rows, clues = the_53(53), world(53).outside.clues
    filters = re.findall(r"`(rows\[.*?\])`(?=[.,])", guide)
    found = [eval(each, {"rows": rows})["viewer_id"].tolist() for each in filters]
    assert found == [[claim] for claim in single_out(rows, clues[clues["card"].isin(["second", "third"])])["claim"]]


@every_seed
def test_a_count_of_53_splits_into_counts_of_one(seed):
    alone = [(class_sizes(the_53(seed), facts) == 1).sum() for facts in ([], ["country"], ["country", "joined_week"])]
    assert alone[0] == 0 < alone[1] < alone[2]


@every_seed
def test_there_is_somebody_to_tell_of_and_somebody_who_is_accused(seed):
    clues, truth = world(seed).outside.clues, world(seed).truth.clues
    remark, accused = about_bea(clues, the_53(seed), truth), wrongly_accused(clues, the_53(seed), truth)
    assert len(remark) == len(accused) == 1
    assert fits(the_53(seed), remark.iloc[0]).sum() == fits(the_53(seed), accused.iloc[0]).sum() == 1


@every_seed
def test_where_few_remarks_are_about_the_53_most_claims_are_wrong(seed):
    outcomes = outcomes_of_remarks(the_53(seed), world(seed).outside.clues, world(seed).truth.clues)
    assert outcomes["n"].nunique() == 1
    assert share_right(outcomes, there=0.1) < 0.5 < share_right(outcomes, there=0.5)


@every_seed
def test_no_switch_alone_leaves_more_people_alone_than_the_week_and_the_device_leaves_nobody(seed):
    alone = crowds_by_setting(the_53(seed)).set_index(["place", "device", "person", "week"])["alone"]
    place = [alone[place, "unknown", "unknown", "unknown"] for place in ("country", "region")]
    person = alone["nothing", "unknown", "known", "unknown"]
    assert alone["nothing", "unknown", "unknown", "known"] > max(*place, person)
    assert alone["nothing", "known", "unknown", "unknown"] == 0
