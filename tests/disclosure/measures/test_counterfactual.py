"""With her and without her: differences that can be counted by hand, and intervals that cover."""

import numpy as np
import pandas as pd
import pytest

from disclosure.frames import guesses
from disclosure.measures.counterfactual import (
    against_control,
    difference_interval,
    paired_interval,
    told_of,
    with_and_without,
)
from disclosure.measures.risk import Risk

TRUTH = pd.DataFrame({"target": list("abcde"), "answer": [1, 1, 2, 2, 3]})


def said(claims):
    declared = [claim is not None for claim in claims]
    return guesses(list("abcde"), [claim or 0 for claim in claims], [1.0] * 5, declared)


def test_what_vanishes_without_her_is_the_leak():
    found = with_and_without(said([1, 1, 2, None, 9]), said([1, None, None, None, 9]), TRUTH)
    assert (found.right, found.right_without, found.n) == (3, 1, 5)
    assert found.leak == pytest.approx(0.4) and found.low < 0.4 < found.high
    assert "with their data 3 of 5 right, without 1 of 5" in str(found)


def test_the_order_of_targets_is_no_matter():
    one, other = said([1, 1, 2, None, 9]), said([1, None, None, None, 9])
    assert with_and_without(one, other.iloc[::-1], TRUTH) == with_and_without(one, other, TRUTH)


def test_other_people_are_no_comparison():
    with pytest.raises(ValueError, match="about different people"):
        with_and_without(said([1] * 5), said([1] * 5).iloc[1:], TRUTH)


def test_members_and_control_people():
    found = against_control(Risk(10, 8, 2, 0, 1.0, 0, 1), Risk(20, 4, 6, 10, 1.0, 0, 1))
    assert found.leak == pytest.approx(0.6) and 0 < found.low < 0.6 < found.high < 1


def test_what_is_told_of_members_and_of_others():
    members, control = said(["in", "in", None, "out", "in"]), said(["in", None, None, None, "out"])
    found = told_of(members, control, "in")
    assert (found.right, found.n, found.right_without, found.n_without) == (3, 5, 1, 5)
    assert found.leak == pytest.approx(0.4) and found.low < 0.4 < found.high
    assert str(found).startswith("with their data 3 of 5 in, without 1 of 5: ")
    with pytest.raises(ValueError, match="control has no column 'claim'"):
        told_of(members, control.drop(columns="claim"), "in")


def test_of_nobody_nothing_is_known():
    assert difference_interval(0, 0, 3, 9) == paired_interval(0, 0, 0, 0) == (-1.0, 1.0)


@pytest.mark.parametrize("cells", [(0, 0, 0, 9), (9, 0, 0, 9), (0, 9, 0, 9), (0, 0, 9, 9), (4, 3, 2, 9)])
def test_an_interval_holds_its_difference_and_ends_within_one(cells):
    _, only_with, only_without, n = cells
    low, high = paired_interval(*cells)
    assert -1 <= low <= (only_with - only_without) / n <= high <= 1


def test_without_any_agreement_paired_and_unpaired_are_the_same():
    """Shares of 1/2 each, and the answers of a person with and without her are unrelated."""
    assert paired_interval(5, 5, 5, 20) == pytest.approx(difference_interval(10, 20, 10, 20))


@pytest.mark.parametrize("chances", [(0.1, 0.3, 0.05, 0.55), (0.4, 0.1, 0.1, 0.4), (0.02, 0.2, 0.01, 0.77)])
def test_nineteen_of_twenty_intervals_hold_the_true_difference(chances):
    drawn = np.random.default_rng(53).multinomial(60, chances, 1_500)
    true = chances[1] - chances[2]
    ends = [paired_interval(*each[:3].tolist(), 60) for each in drawn]
    alone = [difference_interval(int(b + o), 60, int(b + w), 60) for b, o, w, _ in drawn]
    for found in (ends, alone):
        assert np.mean([low <= true <= high for low, high in found]) > 0.93
    assert np.mean([high - low for low, high in ends]) <= np.mean([high - low for low, high in alone]) + 1e-9
