"""Many answers about large groups: what is asked, and what comes back."""

import numpy as np
import pytest

from lessons.reconstruction.subset_sums import Answers, ask, decode, says

RNG = np.random.default_rng(53)
WATCHED = RNG.random(60) < 0.4


def test_answers_are_the_counts_of_the_groups():
    answers = ask(WATCHED, 30)
    assert answers.asked.shape == (30, 60) and answers.spread == 0
    assert answers.printed.tolist() == [WATCHED[group].sum() for group in answers.asked]


def test_a_person_is_in_half_of_the_groups_and_more_questions_begin_with_the_same():
    answers = ask(WATCHED, 4_000)
    assert np.abs(answers.asked.mean(axis=0) - 0.5).max() < 0.05
    assert (ask(WATCHED, 100).asked == answers.asked[:100]).all()


def test_exact_answers_tell_all_as_soon_as_there_are_as_many_as_people():
    answers = ask(WATCHED, 70)
    assert ((decode(answers, 0.4) > 0.5) == WATCHED).all()


def test_it_is_the_mean_after_the_answers_if_secrets_and_noise_were_normal():
    """Formula of the normal distribution, written out with the answers' own covariance (people times people in place of
    questions times questions: the same by the matrix inversion lemma)."""
    answers = Answers(ask(WATCHED, 25).asked, RNG.normal(12, 3, 25), 2.0)
    groups, variance = answers.asked.astype(float), 0.3 * 0.7
    between = variance * groups @ groups.T + 4 * np.eye(25)
    mean = 0.3 + variance * groups.T @ np.linalg.solve(between, answers.printed - 0.3 * groups.sum(axis=1))
    assert decode(answers, 0.3) == pytest.approx(mean, abs=1e-4)


def test_where_noise_wins_the_guess_is_blind():
    answers = ask(WATCHED, 20)
    estimates = decode(Answers(answers.asked, RNG.normal(12, 1e4, 20), 1e4), 0.4)
    assert estimates == pytest.approx(np.full(60, 0.4), abs=0.01)


def test_everybody_gets_a_guess_and_one_half_is_a_no():
    found = says(np.array([0.5, 0.51, -0.2, 1.3]))
    assert found["claim"].tolist() == [False, True, False, True] and found["declared"].all()
    assert found["confidence"].tolist() == [0.5, 0.51, 1.0, 1.0]
