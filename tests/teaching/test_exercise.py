"""Hints come one after the other, solutions are the reference, and all cases are the same on every run."""

from teaching import progress
from teaching.exercise import Exercise


def doubled(x):
    return 2 * x


def double_exercise(**more):
    return Exercise(
        "Double it.",
        2,
        doubled,
        lambda rng: {"x": int(rng.integers(1, 9))},
        ["One.", "Two."],
        name="example/double",
        **more,
    )


def test_hints_are_graded_and_end():
    exercise = double_exercise()
    assert [repr(exercise.hint()) for _ in range(3)] == [
        "**Hint 1 of 2.** One.",
        "**Hint 2 of 2.** Two.",
        "That was the last hint. The next step is the solution.",
    ]


def test_the_solution_is_the_reference():
    assert "return 2 * x" in repr(double_exercise().solution())


def test_cases_repeat():
    assert double_exercise().small_cases() == double_exercise().small_cases()


def test_another_seed_tries_other_cases():
    """An answer that fits one seed's cases by heart is wrong on another's."""
    exercise = double_exercise(time_limit=5)
    exercise.make_case = lambda rng: {"x": int(rng.integers(1_000_000))}
    by_heart = {case["x"]: 2 * case["x"] for case in exercise.small_cases()}
    assert [exercise.check(by_heart.get, seed=seed).verdict.name for seed in (53, 54)] == ["RIGHT", "NOT_YET"]
    assert exercise.check(doubled, seed=54).score == (60, 60)


def test_a_worked_case_never_gives_the_answer_away():
    for x in range(1, 9):
        outcome = double_exercise(own_data={"x": x}).check(-1)
        assert f"answer is {2 * x}." not in outcome.explanation


def test_the_task_says_how_long_and_how_to_go_on():
    assert "About 2 minutes" in repr(double_exercise())


def test_nothing_handed_in_is_not_attempted():
    assert double_exercise().check().verdict.name == "NOT_ATTEMPTED"


def test_the_time_limit_is_a_choice_of_the_exercise():
    def endless(x):
        while True:
            x += 1

    outcome = double_exercise(time_limit=0.05).check(endless)
    assert "had not ended after 0.05 seconds" in outcome.explanation and repr(outcome.score) == "Cases right: 0 of 60"


def test_what_happens_is_recorded():
    exercise = double_exercise()
    for answer in (..., lambda x: x, doubled):
        exercise.check(answer)
    exercise.hint()
    exercise.solution()
    happened = progress.happened()
    assert happened["name"].eq("example/double").all()
    assert happened["kind"].tolist() == ["attempt"] * 3 + ["hint", "solution"]
    assert happened["said"].tolist() == ["NOT_ATTEMPTED", "NOT_YET", "RIGHT", 1, "shown"]
