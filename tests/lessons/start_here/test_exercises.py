"""The reference, the untouched stub and a tempting mistake get three different outcomes."""

from lessons.start_here.exercises import how_many_small, small
from teaching.checks import Verdict


def up_to_k(counts, k):
    return sum(count <= k for count in counts)


def test_three_outcomes():
    verdicts = [small().check(answer).verdict for answer in (how_many_small, lambda counts, k: ..., up_to_k)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


def test_reference_by_hand():
    assert how_many_small([1, 5, 4, 5], 5) == 2
