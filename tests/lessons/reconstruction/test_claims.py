"""What the lesson on reconstruction claims, held against five worlds."""

from functools import cache
from math import sqrt

from disclosure.measures import score
from lessons.reconstruction.chance import beside_chance, seats_by_chance
from lessons.reconstruction.people import seated, the_same_in_all
from lessons.reconstruction.release import blocks_to_rebuild, labels_of, print_block, secrets_of
from lessons.reconstruction.settings import QUESTIONS, SPREADS, settings_of
from lessons.reconstruction.steps import blocks_left
from lessons.reconstruction.sweep import (
    block_sweep,
    block_with_few_lists,
    budget_sweep,
    crowd_sweep,
    guesses_of,
    rebuild_all,
    tables_sweep,
    truth_of,
)
from tests.lessons.worlds import every_seed, world


@cache
def labels(seed):
    return labels_of(world(seed).viewers)


@cache
def blocks(seed):
    return blocks_to_rebuild(world(seed).viewers, seed=seed if isinstance(seed, int) else 53)


@cache
def found(seed):
    return rebuild_all(blocks(seed), labels(seed))


@cache
def film(seed):
    """The Christmas film, and which part of everybody has watched it."""
    title = world(seed).titles.set_index("title").loc["Mistletoe at Thimble Hall", "title_id"]
    fans = world(seed).views.loc[world(seed).views["title_id"].eq(title), "viewer_id"]
    return title, float(world(seed).viewers["viewer_id"].isin(fans).mean())


@cache
def watched(seed):
    return secrets_of(world(seed).viewers, world(seed).views, film(seed)[0])["watched"].to_numpy()


@cache
def settings(seed):
    """Questions and parts of the root of 200 -> right, of all."""
    swept = settings_of(watched(seed), film(seed)[1])
    return (swept.set_index(["questions", "noise"])["right"] / len(watched(seed))), swept["blind"].iloc[0] / 200


@every_seed
def test_lists_that_fit_never_rise_with_a_table_and_the_true_one_is_among_them(seed):
    for name, people in list(blocks(seed).items())[:5]:
        left, lists = blocks_left(print_block(people, labels(seed))), found(seed)[name]
        assert left["left"].is_monotonic_decreasing and left["left"].iloc[-1] == len(lists)
    for name, people in blocks(seed).items():
        lists, true = found(seed)[name], seated(people, labels(seed))
        plans = [labels(seed)["plan"].index(plan) for plan in true["plan"]]
        assert ((lists.ages == true["age"].to_numpy()) & (lists.plans == plans)).all(axis=1).sum() == 1


@every_seed
def test_most_blocks_are_not_solved_and_nobody_is_wrongly_accused(seed):
    swept = block_sweep(blocks(seed), found(seed), labels(seed))
    blind = seats_by_chance(blocks(seed), world(seed).viewers, draws=20)
    risk = score(guesses_of(found(seed), labels(seed)), truth_of(blocks(seed), labels(seed)), blind=blind)
    assert swept["left"].gt(1).mean() > 0.5 and swept["left"].max() > 100 > swept["left"].min()
    assert risk.wrong == 0 and risk.low > 5 * blind


@every_seed
def test_the_woman_of_the_story_is_found_by_her_age(seed):
    name, seat = block_with_few_lists(blocks(seed), labels(seed))
    bea = seated(blocks(seed)[name], labels(seed)).iloc[seat]
    same = the_same_in_all(found(seed)[name], labels(seed))
    [plan] = same.loc[same["sex"].eq("female") & same["age"].eq(bea["age"]), "plan"]
    assert plan == bea["plan"] and len(found(seed)[name]) <= 12


@every_seed
def test_lists_that_fit_meet_far_more_people_than_strangers_do_and_near_ages_are_easily_met(seed):
    beside = beside_chance(found(seed), blocks(seed), world(seed).viewers, labels(seed)["plan"], draws=5)
    tables, chance = beside.set_index("by").loc["tables"], beside.set_index("by").loc["chance"]
    assert tables["exact"] > 5 * chance["exact"] and chance["near"] > 5 * chance["exact"]


@every_seed
def test_one_table_less_helps_some(seed):
    swept = tables_sweep(dict(list(blocks(seed).items())[:6]), labels(seed))
    assert swept["same"].is_monotonic_increasing and swept["same"].iloc[0] > 0 and swept["wrong"].sum() == 0


QUARTER, ROOT, FOUR_ROOTS = (next(n for n, s in enumerate(SPREADS) if s > sqrt(200) * k * 0.99) for k in (1 / 4, 1, 4))
FOUR_EACH, MOST = QUESTIONS.index(800), QUESTIONS.index(12_800)


@every_seed
def test_four_questions_for_each_person_tell_nearly_all_unless_noise_wins(seed):
    right, blind = settings(seed)
    assert right[FOUR_EACH, QUARTER] >= 0.93
    assert abs(right[FOUR_EACH, FOUR_ROOTS] - blind) <= 0.03


@every_seed
def test_noise_of_the_root_is_not_enough_against_many_questions(seed):
    right, _ = settings(seed)
    assert right[MOST, ROOT] >= 0.95 and right[MOST, ROOT] - right[FOUR_EACH, ROOT] >= 0.15


@every_seed
def test_along_the_line_she_stays_as_good(seed):
    """Noise as the root of the questions, from four questions a person on: the same share, within a few people."""
    right, _ = settings(seed)
    line = [right[FOUR_EACH + 2 * step, QUARTER + 2 * step] for step in range(3)]
    assert max(line) - min(line) <= 0.05


@every_seed
def test_with_a_budget_too_many_questions_do_not_help(seed):
    swept = budget_sweep(watched(seed), film(seed)[1], epsilons=[1, 16, 128], questions=[200, 800, 3_200])
    right = swept.set_index(["epsilon", "questions"])["right"] / swept["n"].iloc[0]
    blind = swept["blind"].iloc[0] / swept["n"].iloc[0]
    assert (right[1] - blind).abs().max() <= 0.05 and (right[16] - blind).abs().max() <= 0.05
    assert right[128, 3_200] < right[128, 200] - 0.1 and right[128, 200] > blind + 0.1


@every_seed
def test_a_larger_crowd_is_no_safer(seed):
    swept = crowd_sweep(world(seed).viewers, world(seed).views, film(seed)[0], film(seed)[1], numbers=[500, 1_000])
    assert (swept["right"] / swept["n"]).min() >= 0.93
