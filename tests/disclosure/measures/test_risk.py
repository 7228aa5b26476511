"""Scores, on guesses that can be counted by eye."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.measures import score, wilson_interval


def guesses(claims, declared):
    targets = list("abcd")[: len(claims)]
    claim = pd.array(claims, dtype="Int64")
    return pd.DataFrame({"target": targets, "claim": claim, "confidence": 1.0, "declared": declared})


def truth(answers):
    return pd.DataFrame({"target": list("abcd")[: len(answers)], "answer": pd.array(answers, dtype="Int64")})


def test_right_wrong_abstained_and_absent():
    risk = score(guesses([1, 9, 3, 4], [True, True, False, True]), truth([1, 2, 3, None]), blind=0.5)
    assert (risk.n, risk.right, risk.wrong, risk.abstained) == (4, 1, 2, 1)
    assert risk.baseline == 1.5  # three targets have an answer, a coin would find half of them


def test_a_right_claim_that_is_not_declared_is_not_right():
    assert score(guesses([1], [False]), truth([1]), blind=0).right == 0


def test_declaring_nobody_about_somebody_is_wrong():
    assert score(guesses([None], [True]), truth([None]), blind=0).wrong == 1


def test_the_order_of_the_truth_does_not_matter():
    answers = truth([1, 2]).iloc[::-1]
    assert score(guesses([1, 2], [True, True]), answers, blind=0).right == 2


def test_no_targets_at_all():
    risk = score(guesses([], []), truth([]), blind=0.1)
    assert (risk.n, risk.right, risk.baseline, risk.low, risk.high) == (0, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("ours", "theirs", "blind", "sentence"),
    [
        (guesses([1], [True]), truth([1]), 1.5, "a probability"),
        (pd.concat([guesses([1], [True])] * 2), truth([1]), 0.5, "'a' twice"),
        (guesses([1, 2], [True, True]), truth([1]), 0.5, "no target 'b'"),
    ],
)
def test_what_cannot_be_scored_gets_a_sentence(ours, theirs, blind, sentence):
    with pytest.raises(ValueError, match=sentence):
        score(ours, theirs, blind=blind)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_observed_share(counts):
    successes, n = counts
    low, high = wilson_interval(successes, n)
    assert 0 <= low <= successes / n + 1e-12 and successes / n - 1e-12 <= high <= 1
