"""A decision is judged by what it does: several answers are right, and wrong ones get their sentence."""

import pytest

from teaching.checks import Verdict
from teaching.decision import Decision, named_cells


def at_least_two(answer):
    if not isinstance(answer, int):
        raise ValueError("Write a number.")
    return "" if answer >= 2 else f"{answer} is too small."


def two():
    return 2


@pytest.fixture
def decision():
    return Decision("Choose.", 1, at_least_two, two, ["More than 1."], name="a/b")


@pytest.mark.parametrize(
    ("answer", "verdict", "sentence"),
    [
        (2, Verdict.RIGHT, "tried out"),
        (9, Verdict.RIGHT, "tried out"),
        (1, Verdict.NOT_YET, "1 is too small."),
        ("2", Verdict.NOT_YET, "Write a number."),
        (..., Verdict.NOT_ATTEMPTED, "three dots"),
    ],
)
def test_an_answer_is_tried(decision, answer, verdict, sentence):
    outcome = decision.check(answer)
    assert outcome.verdict is verdict and sentence in outcome.explanation


def test_what_an_answer_does_is_told_where_it_holds():
    told = Decision("Choose.", 1, at_least_two, two, [], name="a/b", told="{} pairs.".format)
    assert told.check(2).explanation.startswith("2 pairs. It was tried out")
    assert told.check(1).explanation == "1 is too small."


def test_an_answer_that_fails_while_it_is_tried_gets_a_sentence():
    fails = Decision("Choose.", 1, lambda answer: answer + 1, two, [], name="a/b")
    outcome = fails.check([])
    assert outcome.verdict is Verdict.NOT_YET and outcome.explanation.startswith("It cannot be tried out: that stops")


def test_hints_and_one_way(decision):
    assert "More than 1." in repr(decision.hint()) and "last hint" in repr(decision.hint())
    assert "return 2" in repr(decision.solution())


@pytest.mark.parametrize("answer", ["ab", [("a",)], 3, [5]])
def test_what_names_no_cells_gets_a_sentence(answer):
    with pytest.raises(ValueError, match="list of cells"):
        named_cells(answer, ("a", "b"))


def test_a_cell_that_is_not_there_gets_a_sentence_in_the_words_of_the_task():
    """The library named the argument of a class that no learner has seen."""
    assert named_cells([("a", "b")], ("a", "b"), ["a | b"]) == [("a", "b")]
    with pytest.raises(ValueError, match=r"no cell A \| b\. Write its labels as they stand there"):
        named_cells([("A", "b")], ("a", "b"), ["a | b"])
