"""Rebuilding beside plain loops in the same run: the same lists and the same estimates, many times as fast."""

from itertools import product

import numpy as np
import pytest

from lessons.reconstruction.attack import AGES, ages_that_fit, rebuild
from lessons.reconstruction.defences import SameForEach
from lessons.reconstruction.subset_sums import ask, decode
from tests.benchmarks.turns import say, sizes, take_turns
from tests.lessons.reconstruction.small_blocks import LABELS, as_sets, fits, printed_of, random_block

TIMES_A_LIST = 3
TIMES_A_LOOP = 2
"""How many times as long the loops take at least. Alone on a machine it is eighty and more; one that is busy with other
work stops a thousandth of a second of work as long as a whole one."""


def list_by_list(printed, ages):
    """Ages that fit each sex, as in the attack; then every plan of every pair of lists is tried by the definitions."""
    sides = [ages_that_fit(printed.of_sex(sex), ages).tolist() for sex in LABELS["sex"]]
    sexes = [sex for sex in LABELS["sex"] for _ in range(printed.of_sex(sex).people)]
    found = set()
    for women, men in product(*sides):
        for plans in product(LABELS["plan"], repeat=len(sexes)):
            people = list(zip(sexes, plans, women + men, strict=True))
            if fits(people, printed):
                found.add(tuple(sorted(people)))
    return found


@pytest.mark.parametrize("highest", sizes((27,), (32,)))
def test_a_block_is_rebuilt_many_times_as_fast_as_list_by_list(highest, judged):
    ages = range(18, highest)
    printed = printed_of(random_block(np.random.default_rng(2), 3, 4, ages))
    rivals = {"list by list": lambda: list_by_list(printed, ages), "the kit": lambda: rebuild(printed, ages=ages)}
    turns = take_turns(rivals, rounds=5, warm_up=False)
    ratio = turns.ratio("list by list", "the kit")
    say(f"ages 18 to {highest}: list by list takes {ratio:.0f} times as long; {turns.median('the kit'):.3f} s")
    assert set(as_sets(turns.results["the kit"])) == turns.results["list by list"]
    assert not judged or ratio > TIMES_A_LIST


@pytest.mark.weekly
def test_a_real_block_is_rebuilt_in_a_moment():
    """Ages 18 to 110: no loop can be waited for; the seconds are only printed, the lists must hold the true one."""
    people = random_block(np.random.default_rng(53), 3, 4, range(18, 90))
    printed = printed_of(people)
    turns = take_turns({"the kit": lambda: rebuild(printed, ages=AGES)})
    say(f"a block of seven, {len(turns.results['the kit']):,} lists: {turns.median('the kit'):.3f} s")
    true = tuple(sorted(zip(people["sex"], people["plan"], people["age"].tolist(), strict=True)))
    assert true in as_sets(turns.results["the kit"])


def question_by_question(answers, share):
    """The same equations, added up one answer after the other in double precision, and solved without Cholesky."""
    n = answers.asked.shape[1]
    together = answers.spread**2 / (share * (1 - share)) * np.eye(n)
    moved = np.zeros(n)
    for group, printed in zip(answers.asked.astype(float), answers.printed, strict=True):
        together += np.outer(group, group)
        moved += group * (printed - share * group.sum())
    return share + np.linalg.solve(together, moved)


@pytest.mark.parametrize("n", sizes((250,), (1_000,)))
def test_answers_are_decoded_many_times_as_fast_as_question_by_question(n, judged):
    watched = np.random.default_rng(53).random(n) < 0.35
    answers = SameForEach(np.sqrt(n) / 4)(ask(watched, 4 * n))
    rivals = {"a loop": lambda: question_by_question(answers, 0.35), "the kit": lambda: decode(answers, 0.35)}
    turns = take_turns(rivals, rounds=5)
    ratio = turns.ratio("a loop", "the kit")
    right = ((turns.results["the kit"] > 0.5) == watched).mean()
    say(f"{n:,} people, {4 * n:,} answers: a loop takes {ratio:.0f} times as long; {right:.0%} right")
    assert turns.results["the kit"] == pytest.approx(turns.results["a loop"], abs=1e-2)
    assert not judged or ratio > TIMES_A_LOOP
