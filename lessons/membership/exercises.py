"""Exercises on membership: people accused, evidence, a measured line; and a group of readers to be printed, or not."""

from typing import Any, Final

import numpy as np

from lessons.membership import strings
from lessons.membership.plan import BOOKS, CLUBS, FEWEST_NAMED, MOST_FOUND, tried
from lessons.membership.prints import PRINTS
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise

ACCUSED_TASK: Final = """
**How many stand accused?** Complete `my_accused(found_share, accused_share, members, everybody)`. Of the members, Ada
accuses the share `found_share`; of all others, `accused_share`. There are `members` members among `everybody` people.
Return two numbers: how many members she accuses, and how many others.
"""

EVIDENCE_TASK: Final = """
**What do the titles say?** Complete `my_evidence(printed, size, reach, titles)`. `printed` has the group's count of
each title, `size` says how many are in the group, and `reach` has the share of everybody (never 0). `titles` are the
places of the titles that Ada knows, counted from 0. She is never mistaken. Return the sum of ln(share in the group /
share of everybody) over *her* titles. If nobody in the group has watched one of them, return `-math.inf`: that clears
her.
(Write `import math` above your function; `math.log` is the logarithm ln.)
"""

LINE_TASK: Final = """
**Draw the line.** Complete `my_line(scores, share)`. `scores` are those of people who are surely not in the group.
Return one of these scores, as low as possible, so that at most the share `share` of all of them lie *above* it. No two
scores are equal.
"""

READERS_TASK: Final = f"""
**May this group be printed, and how?** A library helps people with debts, in reading clubs. It wants to print which
books the members borrow. The county has 3,000 readers. Ada knows 15 loans of each of them, and the share of all readers
for each book. She accuses so that about 1 of 100 others lies above her line. You choose three things:

- `group`: who is printed together: `"one club"` (20 members), `"the town"` (100) or `"the county"` (400);
- `print`: one of {", ".join(f'`"{way}"`' for way in PRINTS)}
  (hide 0 to 9: zeros too; noise: 20 books of each reader, epsilon 1);
- `books`: `"all"` (300), or only the `"top 40"` of all readers.

1. Of 100 members, Ada accuses {MOST_FOUND} at most.
2. The print names at least {FEWEST_NAMED} of the ten books that the group borrows most.

Write for example `{{"group": "one club", "print": "as counted", "books": "all"}}`. Several answers are right. Say what
you would still tell the members before you print.
"""


def how_many_accused() -> Exercise:
    """Return the exercise that tells shares as people."""
    return Exercise(
        ACCUSED_TASK,
        name="membership/how-many-accused",
        minutes=3,
        reference=accused,
        make_case=_small_rates,
        hints=[
            "The second share is not a share of everybody. Of whom is it a share?",
            "How many people are *not* in the group?",
            "`return found_share * members, accused_share * (everybody - members)`",
        ],
    )


def what_titles_say() -> Exercise:
    """Return the exercise that adds up evidence."""
    return Exercise(
        EVIDENCE_TASK,
        name="membership/what-titles-say",
        minutes=5,
        reference=summed_evidence,
        make_case=_small_group,
        hints=[
            "Only the titles that Ada knows count, not all of them.",
            "What is the share in the group where `printed` is 0? And its logarithm?",
            "First `if any(printed[title] == 0 for title in titles): return -math.inf`, then the sum of "
            "`math.log(printed[title] / size / reach[title])`.",
        ],
    )


def where_to_draw() -> Exercise:
    """Return the exercise that measures a line."""
    return Exercise(
        LINE_TASK,
        name="membership/where-to-draw",
        minutes=4,
        reference=measured_line,
        make_case=_small_scores,
        hints=[
            "No mean and no bell curve: only count how many lie above.",
            "Sort the scores from the top. How many of them may lie above the line? (Round down.)",
            "`above = int(share * len(scores))`, and the answer is `sorted(scores, reverse=True)[above]`.",
        ],
    )


def clubs_of_readers() -> Decision:
    """Return the task that asks whether and how a group may be printed."""
    return Decision(
        READERS_TASK,
        minutes=6,
        judge=judge_of_plan,
        one_way=county_without_small_numbers,
        hints=[
            "Ada lives on small groups, and on prints that tell a 0 from a 1. Which of your choices acts on which?",
            "Noise for 20 books of each reader is as large as a club. In which group is it small beside the counts?",
            "Print the county, and hide 0 to 9. Does a shorter list of books help Ada or the readers?",
        ],
        name="membership/clubs-of-readers",
        told=what_plan_does,
    )


def judge_of_plan(answer: Any) -> str:
    """Say what is wrong with a plan; nothing, if both demands are met."""
    options = {"group": list(CLUBS), "print": list(PRINTS), "books": list(BOOKS)}
    fits = isinstance(answer, dict) and set(answer) == set(options)
    if not fits or any(answer[name] not in options[name] for name in options):
        listed = {name: ", ".join(map(repr, each)) for name, each in options.items()}
        raise ValueError(strings.NO_PLAN.format(groups=listed["group"], ways=listed["print"], books=listed["books"]))
    found, _, named = _tried(answer)
    wrong = [
        strings.TOO_MANY_FOUND.format(most=MOST_FOUND) if 100 * found > MOST_FOUND else "",
        strings.TOO_LITTLE_TOLD.format(fewest=FEWEST_NAMED) if named < FEWEST_NAMED else "",
    ]
    return " ".join([what_plan_does(answer), *filter(None, wrong)]) if any(wrong) else ""


def what_plan_does(answer: dict[str, str]) -> str:
    """Say whom Ada accuses under a plan, and what its print still names."""
    found, accused_share, named = _tried(answer)
    return strings.PLAN.format(found=100 * found, accused=100 * accused_share, top=named)


def _tried(plan: dict[str, str]) -> tuple[float, float, float]:
    """What a plan does (see `lessons.membership.plan.tried`)."""
    return tried(plan["group"], plan["print"], plan["books"])


def county_without_small_numbers() -> dict[str, str]:
    """Return one plan that meets both demands."""
    return {"group": "the county", "print": "hide 0 to 9", "books": "all"}


def accused(found_share: float, accused_share: float, members: int, everybody: int) -> tuple[float, float]:
    """Return how many members are accused, and how many others."""
    return found_share * members, accused_share * (everybody - members)


def summed_evidence(printed: list[int], size: int, reach: list[float], titles: list[int]) -> float:
    """Return the sum of what some titles say; minus infinity, if one of them clears."""
    if any(printed[title] == 0 for title in titles):
        return float("-inf")
    return float(sum(np.log(printed[title] / size / reach[title]) for title in titles))


def measured_line(scores: list[float], share: float) -> float:
    """Return the lowest score above which at most such a share lies."""
    return sorted(scores, reverse=True)[int(share * len(scores))]


def _small_rates(rng: np.random.Generator) -> Arguments:
    """A few members among many; shares that make whole people."""
    members, others = 10 * int(rng.integers(1, 9)), 100 * int(rng.integers(2, 40))
    found, accused_share = int(rng.integers(1, 10)) / 10, int(rng.integers(1, 6)) / 100
    return {
        "found_share": found,
        "accused_share": accused_share,
        "members": members,
        "everybody": members + others,
    }


def _small_group(rng: np.random.Generator) -> Arguments:
    """Six titles of a small group, of which three are known; a 0 now and then."""
    size = int(rng.integers(4, 10))
    printed = rng.integers(1, size + 1, 6)
    printed[rng.integers(0, 6)] *= int(rng.integers(0, 2))
    titles = rng.permutation(6)[:3]
    reach = (rng.integers(1, 10, 6) / 10).tolist()
    return {"printed": printed.tolist(), "size": size, "reach": reach, "titles": titles.tolist()}


def _small_scores(rng: np.random.Generator) -> Arguments:
    """Some different scores, with a few far above the others."""
    n = int(rng.choice([8, 10, 16, 20]))
    scores = rng.choice(200, n, replace=False) / 4 - 25
    scores[:2] += 100
    return {"scores": scores.tolist(), "share": float(rng.choice([0.125, 0.25, 0.3, 0.5]))}
