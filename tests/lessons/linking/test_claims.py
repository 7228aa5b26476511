"""What the lesson on linking claims, held against five worlds."""

from functools import cache

import pytest

from disclosure.measures import score
from lessons.linking.attack import declare, link
from lessons.linking.defences import BlurDays, DropRareTitles, SampleRows, SampleViewers
from lessons.linking.sweep import guesses_by_evidence, outcomes_by_phi, somebody_to_follow, sweep_logs
from tests.lessons.worlds import SEEDS, every_seed, log_and_reviews

ALL, TITLES = "titles, stars, days", "titles"
PHIS = [0.0, 1.5, 3.0, 5.0]


@cache
def guessed(seed):
    return guesses_by_evidence(*log_and_reviews(seed))


@cache
def outcomes(seed):
    return outcomes_by_phi(guessed(seed), log_and_reviews(seed)[2], PHIS)


def of(seed, evidence, presence):
    rows = outcomes(seed)
    return rows[(rows["evidence"] == evidence) & (rows["presence"] == presence)].set_index("phi")


@every_seed
def test_a_few_reviews_find_most_of_those_who_are_there(seed):
    present = of(seed, ALL, "in").loc[1.5]
    assert present["low"] > 0.9 and present["right"] > 100 * present["baseline"]


@every_seed
def test_with_the_target_absent_phi_of_the_paper_still_accuses(seed):
    for evidence in (TITLES, ALL):
        absent = of(seed, evidence, "out").loc[1.5]
        assert absent["right"] == 0 and absent["wrong_low"] > 0.02


@every_seed
def test_raising_phi_lowers_both_kinds_of_declaration(seed):
    """Right and wrong never rise with phi. With titles alone both fall; with all evidence those of the absent most."""
    assert outcomes(seed).groupby(["evidence", "presence"])[["right", "wrong"]].apply(
        lambda each: (each.diff().dropna() <= 0).all().all()
    ).all()  # fmt: skip
    for evidence, presence, outcome in [(TITLES, "in", "right"), (TITLES, "out", "wrong"), (ALL, "out", "wrong")]:
        counts = of(seed, evidence, presence)[outcome]
        assert counts[3.0] < counts[1.5] * 0.75
    assert of(seed, ALL, "in")["right"][3.0] > of(seed, ALL, "in")["right"][1.5] * 0.9


@every_seed
def test_titles_alone_find_far_fewer_than_titles_with_stars_and_dates(seed):
    assert of(seed, TITLES, "in").loc[1.5, "high"] < of(seed, ALL, "in").loc[1.5, "low"]


@every_seed
def test_most_of_the_wrongly_accused_are_not_in_the_log(seed):
    log, known, truth = log_and_reviews(seed)
    guesses = link(log, known)
    there = truth["target"][truth["answer"].notna()]
    wrong = score(guesses, truth, blind=0).wrong
    wrong_and_there = score(guesses[guesses["target"].isin(there)], truth, blind=0).wrong
    assert wrong > 0 and wrong_and_there < wrong / 2


@every_seed
def test_there_is_somebody_to_follow(seed):
    truth = log_and_reviews(seed)[2]
    handle = somebody_to_follow(guessed(seed), truth)
    hers = declare(guessed(seed).query("target == @handle and evidence == @ALL"), phi=1.5).set_index("presence")
    assert hers["declared"].all() and hers.loc["in", "claim"] == truth.set_index("target")["answer"][handle]


@pytest.mark.parametrize("seed", SEEDS[2:4])
def test_no_defence_saves_the_log(seed):
    defences = [
        DropRareTitles(200), BlurDays(406), SampleViewers(0.1), SampleRows(0.2),
        (DropRareTitles(50), BlurDays(28), SampleRows(0.5)),
    ]  # fmt: skip
    judged = sweep_logs(*log_and_reviews(seed), defences)
    assert (judged["right"] > 50 * judged["baseline"]).all()
    assert (judged["accused_low"] > 0).all()
    assert (judged["utility_lost"] > 0.5).all()
