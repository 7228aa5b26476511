"""Exercises of the lesson on trackers: subtract, pad, write the rule of a desk, and plan one."""

from typing import Final

import numpy as np

from disclosure.whole_numbers import whole_number
from lessons.trackers import strings
from lessons.trackers.defences import Noise
from lessons.trackers.plan import COLUMNS, LEAST_COLUMNS, LEAST_QUESTIONS, MOST_MORE, MOST_OFF, MOST_REFUSED, Plan
from lessons.trackers.plan import what_is_wrong as wrong_with
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise
from teaching.prose import Prose, prose

TRACKED_TASK: Final = """
**Subtract.** Ada has asked a desk three questions: how many are in a crowd with Bea (`crowd`); how many are in this
crowd without the people like Bea (`without`); how many are in it without the people like Bea who have watched the film
(`without_watchers`). Each is a number, or `None` where the desk refused. Complete
`my_tracked(crowd, without, without_watchers)`: return how many people are like Bea, and how many of these have watched,
as a pair. Return the text `"unknown"` if an answer is missing.
"""

GENERAL_TASK: Final = """
**Pad with one set.** *T* is a set, *C* are the people like Bea. Ada has four answers: `c_or_t`, `c_or_rest` (*C* or
not *T*), `t` and `rest` (not *T*). The desk refuses below `k`. Complete `my_general(c_or_t, c_or_rest, t, rest, k)`:
return how many people are in *C*. Return the text `"no tracker"` if *T* is no tracker: it must have 2k people or more,
and so must the rest.
"""

ANSWER_TASK: Final = """
**The rule of the desk.** `size` people of `n` fulfil a condition. The desk answers if these are `k` or more, and all
others are `k` or more as well. Complete `my_answer(size, n, k)`: return what the desk says, a number or the text
`"refused"`.
"""

PLAN_TASK: Final = f"""
**Open a desk.** A town library wants a desk for everybody: 600 readers, and of each the birth year, the street, the
year of joining and the school of the children. Some have borrowed a book on debts. That is nobody's business.

Write a plan: `Plan(k=5, columns=5, noise=None, questions=20)`. `k` is the smallest count that is told. `columns` says
how many different columns one question may name (1 to 5; the book is one of them). `noise` is `None`,
`FreshNoise(sd=2)`, `NoiseByText(sd=2)` or `NoiseBySet(sd=2)`; `sd` is by how many people an answer is off, roughly.
`questions` is how many one reader may ask.

- Readers want {LEAST_COLUMNS} columns or more in one question, and {LEAST_QUESTIONS} questions or more.
- In tables by two of street, year of joining, school and book, at most {MOST_REFUSED} % of the people may be in refused
  cells.
- Answers may be off by {MOST_OFF} people, on average.
- Neighbours ask all they may, in the ways of this lesson. Of 100 readers, they may be right about {MOST_MORE} more than
  somebody who speaks as often and is blind.
"""


def tracked() -> Exercise:
    """Return the exercise that subtracts answers."""
    return Exercise(
        TRACKED_TASK,
        name="trackers/tracked",
        minutes=4,
        reference=subtracted,
        make_case=_three_answers,
        hints=[
            "Who is in the first crowd, and not in the second? And who is in the first, and not in the third?",
            "Both numbers begin with `crowd`. First look whether an answer is missing.",
            "`crowd - without, crowd - without_watchers`",
        ],
    )


def padded() -> Exercise:
    """Return the exercise that pads with one set."""
    return Exercise(
        GENERAL_TASK,
        name="trackers/general",
        minutes=4,
        reference=count_of_padded,
        make_case=_four_answers,
        hints=[
            "Add up the first two answers. Who is counted once there, and who twice?",
            "Everybody is counted once, and the people of *C* once more. Everybody is `t + rest`.",
            "`c_or_t + c_or_rest - t - rest`, if both `t` and `rest` are `2 * k` or more.",
        ],
    )


def rule_of_desk() -> Exercise:
    """Return the exercise that writes the rule of a desk."""
    return Exercise(
        ANSWER_TASK,
        name="trackers/answer",
        minutes=3,
        reference=told,
        make_case=_sizes,
        hints=[
            "Two things must be large enough: those who are counted, and those who are not.",
            "The others are `n - size`. Exactly `k` is large enough.",
            '`size if size >= k and n - size >= k else "refused"`',
        ],
    )


def open_desk() -> Decision:
    """Return the task that asks how to open a desk."""
    return Decision(
        PLAN_TASK,
        minutes=6,
        judge=judge_of_plan,
        one_way=few_columns,
        hints=[
            "Which of this lesson's defences fell to which way of asking?",
            "A crowd without Bea is named by all that is known of her. What if a question may not name so much?",
            "Or: noise of about three people in each answer, and few questions. Which noise does not fall to one pair "
            "of answers?",
        ],
        name="trackers/open-desk",
    )


def subtracted(crowd: int | None, without: int | None, without_watchers: int | None) -> tuple[int, int] | str:
    """Return how many are like Bea, and how many of these have watched."""
    if crowd is None or without is None or without_watchers is None:
        return "unknown"
    return crowd - without, crowd - without_watchers


def count_of_padded(c_or_t: int, c_or_rest: int, t: int, rest: int, k: int) -> int | str:
    """Return how many are in C, where T is a tracker."""
    if t < 2 * k or rest < 2 * k:
        return "no tracker"
    return c_or_t + c_or_rest - t - rest


def told(size: int, n: int, k: int) -> int | str:
    """Return what the desk says."""
    return size if size >= k and n - size >= k else "refused"


def judge_of_plan(answer: object) -> str:
    """Say what is wrong with a plan; nothing, if it holds."""
    if not isinstance(answer, Plan):
        raise ValueError(strings.NO_PLAN)
    if answer.noise is not None and not isinstance(answer.noise, Noise):
        raise ValueError(strings.NO_NOISE.format(noise=answer.noise))
    whole_number("k", answer.k, "choose 1 or more", least=1)
    whole_number("columns", answer.columns, "choose 1 to 5", least=1, most=len(COLUMNS) + 1)
    whole_number("questions", answer.questions, "choose 1 to 200", least=1, most=200)
    return wrong_with(answer)


def said_of(plan: Plan) -> Prose:
    """Return what is wrong with a plan, as a paragraph; learners try theirs with ``check``."""
    return prose(repr(plan) + ":", judge_of_plan(plan))


def few_columns() -> Plan:
    """Return one plan that holds."""
    return Plan(k=5, columns=2, noise=None, questions=20)


def _three_answers(rng: np.random.Generator) -> Arguments:
    """Three answers, one of which may be missing; now and then nobody is like Bea, or several people are."""
    crowd, like = int(rng.integers(30, 90)), int(rng.integers(0, 4))
    answers: list[int | None] = [crowd, crowd - like, crowd - int(rng.integers(0, like + 1))]
    if rng.random() < 0.3:
        answers[int(rng.integers(3))] = None
    return dict(zip(("crowd", "without", "without_watchers"), answers, strict=True))


def _four_answers(rng: np.random.Generator) -> Arguments:
    """Four answers of a desk, by a set that may be too small or too large to be a tracker."""
    k, t, rest = (int(number) for number in (rng.integers(3, 9), rng.integers(8, 40), rng.integers(8, 40)))
    if rng.random() < 0.2:
        t = 2 * k
    in_t, in_rest = (int(rng.integers(0, k // 2 + 1)) for _ in range(2))
    return {"c_or_t": t + in_rest, "c_or_rest": rest + in_t, "t": t, "rest": rest, "k": k}


def _sizes(rng: np.random.Generator) -> Arguments:
    """Sizes at and beside the two limits."""
    n, k = int(rng.integers(20, 60)), int(rng.integers(2, 9))
    sizes = [0, k - 1, k, k + 1, n // 2, n - k - 1, n - k, n - k + 1, n]
    return {"size": int(rng.choice(sizes)), "n": n, "k": k}
