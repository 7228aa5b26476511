"""What the lesson on linking claims, held against five worlds."""

from functools import cache

from disclosure.measures import score
from lessons.linking.attack import declare, link
from lessons.linking.defences import BlurDays, DropRareTitles, SampleRows, SampleViewers
from lessons.linking.side_by_side import attackers_compared
from lessons.linking.story import ADULT, BEST, EACH, NEAR, WORST, agreements, extremes, never_written, women_to_follow
from lessons.linking.sweep import guesses_by_evidence, outcomes_by_phi, somebody_to_follow, sweep_logs
from tests.lessons.worlds import every_seed, log_and_reviews, world

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


@cache
def followed(seed):
    """The handle that the lesson follows, what she never wrote about, and how many reviews agree."""
    log, known, truth = log_and_reviews(seed)
    private = never_written(log, world(seed).outside.reviews.rename(columns={"handle": "target"}), truth)
    agreeing = agreements(log, known, truth)
    women = women_to_follow(world(seed).viewers, private, agreeing, truth)
    return somebody_to_follow(guessed(seed), women), private, agreeing


@every_seed
def test_there_is_a_woman_to_follow_with_usual_reviews_and_a_telling_list(seed):
    handle, private, agreeing = followed(seed)
    guesses = declare(guessed(seed).query("target == @handle and evidence == @ALL"), phi=1.5).set_index("presence")
    assert guesses["declared"].all()
    assert guesses.loc["in", "claim"] == log_and_reviews(seed)[2].set_index("target")["answer"][handle]
    viewer = world(seed).viewers.set_index("handle").loc[handle]
    assert viewer["sex"] == "female" and viewer["age"] >= ADULT
    assert abs(agreeing[handle] - agreeing.median()) <= NEAR
    stars = extremes(private, world(seed).titles, handle)["stars"]
    assert stars.head(EACH).le(WORST).all() and stars.tail(EACH).ge(BEST).all()


@every_seed
def test_about_three_of_eight_reviews_agree_and_hardly_ever_all(seed):
    agreeing = followed(seed)[2]
    assert 2.5 < agreeing.mean() < 3.5 and agreeing.median() == 3
    assert (agreeing == 8).mean() < 0.01


@every_seed
def test_an_exact_search_finds_most_and_accuses_hardly_anybody(seed):
    scores, strict, exact = attackers_compared(*log_and_reviews(seed), [1.5, 3.0]).to_dict("records")
    assert scores["found"] >= strict["found"] > exact["found"] > 0.8 * exact["in the log"]
    assert exact["accused"] + exact["taken for others"] < 0.02 * exact["not in the log"]
    assert exact["accused"] < strict["accused"] < scores["accused"] / 2


@every_seed
def test_what_the_concept_questions_say_of_a_stricter_rule(seed):
    """With dates, nearly all who were found at 1.5 are still found at 3; with titles alone, about half."""
    dates, titles = (of(seed, evidence, "in")["right"] for evidence in (ALL, TITLES))
    assert dates[3.0] > 0.95 * dates[1.5]
    assert 0.35 < titles[3.0] / titles[1.5] < 0.65


@cache
def swept(seed):
    defences = [
        (), DropRareTitles(200), BlurDays(28), BlurDays(406), SampleViewers(0.1), SampleRows(0.2),
        (DropRareTitles(50), BlurDays(28), SampleRows(0.5)),
    ]  # fmt: skip
    return sweep_logs(*log_and_reviews(seed), defences)


@every_seed
def test_no_defence_saves_the_log(seed):
    judged = swept(seed)
    assert (judged["right"] > 50 * judged["baseline"]).all() and (judged["right"] > 0.3 * judged["n"]).all()
    assert (judged["accused_low"] > 0).all()
    costly = judged[judged["right"] < 0.6 * judged["n"]]
    assert (costly["utility_lost"] > 0.7).all()


@every_seed
def test_a_sample_accuses_more_and_vague_days_stop_only_the_exact_search(seed):
    judged = swept(seed).set_index("label")
    accused = judged["accused"] / judged["n_absent"]
    assert accused["20% of the rows"] > 1.4 * accused["nothing"] and accused["10% of the people"] > accused["nothing"]
    assert judged.loc["20% of the rows", "wrong"] > 10 * max(1, judged.loc["nothing", "wrong"])
    people = judged.loc["10% of the people"]
    assert people["right"] > 0.85 * people["n"]
    vague = judged.loc["days in blocks of 28"]
    assert vague["right"] > 0.95 * vague["n"] and vague["right_exact"] < 0.1 * vague["n"]
