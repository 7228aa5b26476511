"""Scores: who is right, who counts for whom, and what a blind guesser gets who speaks as often."""

import pandas as pd
import pytest

from disclosure.frames import guesses
from disclosure.measures import Risk
from lessons.release_desk.attack import Attack, Behind, each_with
from lessons.release_desk.scores import Outcome, Result, attacked
from tests.lessons.release_desk.small_office import released, small_office


def an_attack(name, said):
    """Who says the number of each of three targets; in truth they are 1, 2 and 3, and viewers 10, 20 and 30."""
    told = guesses(["a", "b", "c"], said, [1.0] * 3, [claim > 0 for claim in said])
    truth = pd.DataFrame({"target": ["a", "b", "c"], "answer": [1, 2, 3]})
    behind = Behind(truth, {"a": frozenset({10}), "b": frozenset({20}), "c": frozenset({30})}, 0.5)
    return Attack(name, "", "", each_with("it"), lambda *_: told, lambda *_: behind)


def test_people_count_for_the_first_attack_that_finds_them():
    weak, strong = an_attack("weak of scores", [1, 3, 0]), an_attack("strong of scores", [1, 2, 0])
    result = attacked(small_office(), [released({"it": 1}), None, released({"other": 2})], (weak, strong))
    assert result.first_found_by == {10: "weak of scores", 20: "strong of scores"}
    assert (result.found, result.wrong) == (2, 1)
    told = result.by_attack().set_index("attack")
    assert told[["right", "wrong", "abstained", "people", "first"]].to_numpy().tolist() == [
        [1, 1, 1, 1, 1],
        [2, 0, 1, 2, 1],
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "beyond"),
    [(0, 0, False), (0, 3, False), (2, 0, True), (9, 1, True), (5, 5, False), (1, 9, False)],
)
def test_claims_are_beyond_blind_where_luck_does_not_explain_them(right, wrong, beyond):
    """Half of all claims would be right by luck."""
    risk = Risk(20, right, wrong, 20 - right - wrong, 10.0, 0.0, 1.0)
    assert Outcome("an attack", ("a release",), risk, frozenset()).beyond_blind is beyond


def test_nothing_read_is_nothing_found():
    assert (Result(()).found, Result(()).wrong, len(Result(()).by_attack())) == (0, 0, 0)
