"""Scores, on guesses that can be counted by eye."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.defences.coarsening import Coarsen
from lessons.defences.rounding import RoundTo
from lessons.defences.suppression import Suppress
from lessons.measures import loss, score, wilson_interval
from lessons.releases.count_table import count_table


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


def test_loss_is_the_share_of_people_in_hidden_cells():
    people = pd.DataFrame({"film": list("AAAAABBC"), "region": list("nnnnnnss")})
    table = count_table(people, by=("film", "region"))
    assert loss(table, table) == 0
    assert loss(table, Suppress(threshold=2)(table)) == 3 / 8  # B north, B south, C south hold one person each
    assert loss(table, Suppress(threshold=6)(table)) == 1


def test_merging_loses_the_information_that_it_takes_away():
    """Four cells of 2 people take 2 bits, two cells of 4 people take 1."""
    people = pd.DataFrame({"film": list("AAAABBBB"), "region": list("nnss") * 2})
    table = count_table(people, by=("film", "region"))
    assert loss(table, Coarsen("region", into=2)(table)) == 1 / 2
    assert loss(table, Coarsen("film", into={"A": "A or B", "B": "A or B"})(table)) == 1 / 2


def test_rounding_loses_the_total_variation():
    """Shares 3/10 and 7/10 become 5/10 and 5/10; everything rounded to 0 is all lost."""
    table = count_table(pd.DataFrame({"film": list("AAABBBBBBB")}), by=("film",))
    assert loss(table, RoundTo(5)(table)) == pytest.approx(2 / 10)
    assert loss(table, RoundTo(20)(table)) == 1


def test_a_table_without_people_loses_nothing():
    people = pd.DataFrame({"film": pd.Categorical([], ["A"]), "region": pd.Categorical([], ["n"])})
    table = count_table(people, by=("film", "region"))
    assert loss(table, Suppress(threshold=5)(table)) == 0
