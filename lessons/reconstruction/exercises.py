"""Exercises on rebuilding: three ages, does a list fit, yes or no from estimates; and a desk to be decided on."""

from functools import cache
from statistics import median
from typing import Any, Final

import numpy as np

from lessons.reconstruction import strings
from lessons.reconstruction.defences import SameForEach
from lessons.reconstruction.subset_sums import ask
from lessons.reconstruction.sweep import MEAN_ERROR, blind_right, right_of
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise

TRIPLES_TASK: Final = """
**Which three ages?** Complete `my_triples(mean, median)`. Of three people, the mean age and the median age are printed.
Both are whole numbers. Return a list of all ages that fit, each as `(youngest, middle, oldest)`, the smallest youngest
first. People are 1 to 110 years old. (For a mean of 44 and a median of 30 there are 30.)
"""

FITS_TASK: Final = """
**Does this list fit?** Complete `my_fits(ages, printed)`. `ages` is a list of ages. `printed` has the number of
`"people"`, their `"mean"` to one decimal, and their `"median"`. Return `True` if the list fits all three, and `False`
if not.
"""

DECODED_TASK: Final = """
**Yes or no?** Complete `my_decoded(estimates)`. For each person Ada has an estimate: near 0 for no, near 1 for yes.
Some lie below 0, or above 1. Return a list with 1 for each estimate above one half, and 0 for all others. An estimate
of exactly one half is a 0.
"""

DESK_TASK: Final = """
**How do you open a desk?** A hospital has 300 patients; about a third have a certain illness. Researchers may ask:
“how many of these patients have it?” for any group. No group of fewer than 30 is answered. Each answer gets noise of
the same size, drawn anew. You choose two numbers:

- `questions`: how many questions the desk answers in all;
- `off_by`: by how many patients an answer is off, on average.

1. Ada asks all questions about groups drawn by lot. Of the 300 patients, she may be right about 15 more than a blind
   guess, and no more.
2. At least 150 questions are answered.
3. An answer may be off by 6 patients at most, on average.

Write for example `{"questions": 2000, "off_by": 2}`. Several answers are right. Say what the rule of 30 does here.
"""

PATIENTS: Final = 300
ILL: Final = 1 / 3
MOST_MORE: Final = 15
FEWEST_QUESTIONS: Final = 150
MOST_OFF: Final = 6
"""What a desk is held against."""

DRAWS: Final = 3
"""How often a desk is tried; what counts is the mean."""


def three_ages() -> Exercise:
    """Return the exercise that asks for all ages with a printed mean and median."""
    return Exercise(
        TRIPLES_TASK,
        name="reconstruction/three-ages",
        minutes=3,
        reference=triples,
        make_case=_small_print,
        hints=[
            "The median is the age in the middle. What do all three add up to?",
            "Choose the youngest, from 1 up to the median. Then the oldest is settled. Which oldest can be?",
            "`oldest = 3 * mean - median - youngest`; keep it if it is at least the median and at most 110.",
        ],
    )


def does_it_fit() -> Exercise:
    """Return the exercise that asks whether a list of ages fits what is printed."""
    return Exercise(
        FITS_TASK,
        name="reconstruction/does-it-fit",
        minutes=4,
        reference=fits,
        make_case=_small_list,
        hints=[
            "Three things are printed, and all three must fit. A mean is printed to one decimal.",
            "Round the mean of the list before you compare it. For the median, sort first; with an even number of "
            "people it lies between the two in the middle.",
            "`from statistics import median`; then `len(ages) == printed['people']`, `round(sum(ages) / len(ages), 1) "
            "== printed['mean']`, and `median(ages) == printed['median']`, joined by `and`.",
        ],
    )


def yes_or_no() -> Exercise:
    """Return the exercise that makes answers of estimates."""
    return Exercise(
        DECODED_TASK,
        name="reconstruction/yes-or-no",
        minutes=2,
        reference=decoded,
        make_case=_small_estimates,
        hints=[
            "`round` is no help: what does it make of 1.7, or of -0.8?",
            "Compare each estimate with 0.5. Which of the two signs leaves out one half itself?",
            "`[1 if each > 0.5 else 0 for each in estimates]`",
        ],
    )


def desk_of_patients() -> Decision:
    """Return the task that asks how many questions a desk answers, and with how much noise."""
    return Decision(
        DESK_TASK,
        minutes=6,
        judge=judge_of_desk,
        one_way=a_few_questions,
        hints=[
            "Which of the two numbers makes Ada's work harder when it grows, and which makes it easier?",
            "Take the largest noise that readers accept. How many questions can you then allow?",
            "With `off_by` of 5 or 6, and not many more questions than 150, Ada is hardly better than blind.",
        ],
        name="reconstruction/desk-of-patients",
        told=what_desk_does,
    )


def judge_of_desk(answer: Any) -> str:
    """Say what is wrong with a desk; nothing, if all three demands are met."""
    questions, off_by = _desk(answer)
    right, blind = desk_tried(questions, off_by)
    wrong = [
        strings.TOO_OFTEN_RIGHT.format(most=MOST_MORE) if right > blind + MOST_MORE else "",
        strings.TOO_FEW_QUESTIONS.format(fewest=FEWEST_QUESTIONS) if questions < FEWEST_QUESTIONS else "",
        strings.TOO_FAR_OFF.format(most=MOST_OFF) if off_by > MOST_OFF else "",
    ]
    return " ".join([what_desk_does(answer), *filter(None, wrong)]) if any(wrong) else ""


def what_desk_does(answer: Any) -> str:
    """Say of how many patients Ada is right at a desk, and blind."""
    right, blind = desk_tried(*_desk(answer))
    return strings.DESK.format(right=right, n=PATIENTS, blind=blind)


@cache
def desk_tried(questions: int, off_by: float) -> tuple[float, int]:
    """Let Ada ask all questions, a few times: of how many patients is she right on average, and blind?"""
    ill = np.random.default_rng(53).random(PATIENTS) < ILL
    desks = [SameForEach(off_by / MEAN_ERROR, seed=seed)(ask(ill, questions, seed=seed)) for seed in range(DRAWS)]
    return float(np.mean([right_of(desk, ILL, ill) for desk in desks])), blind_right(ill, ILL)


def _desk(answer: Any) -> tuple[int, float]:
    """Read an answer: questions, and by how much an answer is off."""
    if not isinstance(answer, dict) or set(answer) != {"questions", "off_by"}:
        raise ValueError(strings.NO_DESK)
    questions, off_by = answer["questions"], answer["off_by"]
    numbers = all(isinstance(each, int | float) and not isinstance(each, bool) for each in (questions, off_by))
    if not numbers or not 1 <= questions <= 5_000 or questions != int(questions) or not 1e-3 <= off_by <= 1e4:
        raise ValueError(strings.NO_DESK)
    return int(questions), float(off_by)


def a_few_questions() -> dict[str, float]:
    """Return one desk that meets all three demands."""
    return {"questions": 150, "off_by": 6}


def triples(mean: int, median: int) -> list[tuple[int, int, int]]:
    """List the ages of three people with this mean and this median."""
    found = []
    for youngest in range(1, median + 1):
        oldest = 3 * mean - median - youngest
        if median <= oldest <= 110:
            found.append((youngest, median, oldest))
    return found


def fits(ages: list[int], printed: dict[str, float]) -> bool:
    """Say whether a list of ages fits what is printed of them."""
    mean = round(sum(ages) / len(ages), 1)
    return len(ages) == printed["people"] and mean == printed["mean"] and median(ages) == printed["median"]


def decoded(estimates: list[float]) -> list[int]:
    """Make yes or no of each estimate."""
    return [1 if each > 0.5 else 0 for each in estimates]


def _small_print(rng: np.random.Generator) -> Arguments:
    """A median, and a mean near it or far above."""
    middle = int(rng.integers(3, 100))
    return {"mean": int(np.clip(middle + rng.integers(-8, 20), 2, 108)), "median": middle}


def _small_list(rng: np.random.Generator) -> Arguments:
    """Three to seven ages, and what is printed of them or of a list that differs a little."""
    ages = rng.integers(18, 80, rng.integers(3, 8)).tolist()
    other, change = list(ages), int(rng.integers(4))
    if change == 1:
        other[0] += 1
    elif change == 2:
        other = [*other, round(sum(other) / len(other))]
    elif change == 3 and len(other) > 1:
        low, high = (other.index(pick) for pick in (min(other), max(other)))
        other[low], other[high] = other[low] + 12, other[high] - 12
    printed = {"people": len(other), "mean": round(sum(other) / len(other), 1), "median": float(median(other))}
    return {"ages": ages, "printed": printed}


def _small_estimates(rng: np.random.Generator) -> Arguments:
    """Estimates, with one half among them, and some below 0 and above 1."""
    drawn = (rng.integers(-4, 9, 6) / 4).tolist()
    return {"estimates": [*drawn, 0.5, float(rng.choice([1.75, -0.75]))]}
