"""Exercises of the release desk: three sheets, the order of attackers, what a range answers, and a desk taken over."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from lessons.release_desk import strings
from lessons.release_desk.decisions import published
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.scores import attacked
from lessons.release_desk.search import answered
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise

SHEETS_TASK: Final = """
**What do these sheets leave?** A choir publishes sheets. Each singer is an adult, a teenager or a child; the number of
teenagers is hidden everywhere. `sheets` has one row for each number that is printed: `group` (`"all"`, `"adults"` or
`"children"`), `population` (of whom), `day`, `unit` (what was counted) and `count`. Complete `my_teenagers(sheets)`. It
returns the number of teenagers, or `"not known"` where these sheets do not tell it.
"""

ORDER_TASK: Final = """
**Who counts for which attack?** `claims` has one row for each claim: `person`, `attack`, and `right`. `order` is a list
of attacks, the weakest first. Complete `my_found(claims, order)`. It returns a list: for each attack, in this order,
how many people count for it. A person counts once: for the weakest attack that has a right claim about her.
"""

RANGE_TASK: Final = """
**Answered, or not?** Somebody asks: are there more than `line` people? The number is hidden, but a reader can work out
that it is one of `low`, `low + 1`, ..., `high`. Complete `my_answer(low, high, line)`. It returns `"yes"`, `"no"`, or
`"cannot be answered"`.
"""

TAKEN_OVER_TASK: Final = """
**A desk that you take over.** Two decisions were made before you came. They are out, and cannot be taken back: the
newspaper has its list (`"top ten": "repaired for insiders"`), and the researchers have their table (`"researchers":
"by age, from ten"`). Decide about the four other letters. Write a dictionary:

`my_decisions = {"joke": "...", "dashboard": "...", "extract": "...", "hours": "..."}`

All is attacked together. The service can bear this: by your four, **nobody more** is found than by the two alone, and
at least **5 of the 12 questions** of the four are answered rightly. You get both numbers back, and the wrong claims.
Say of each decision why.
"""

ALREADY_OUT: Final = {"top ten": "repaired for insiders", "researchers": "by age, from ten"}
LEFT: Final = tuple(request.name for request in REQUESTS if request.name not in ALREADY_OUT)
LEAST_ANSWERED: Final = 5
"""What was decided before, what is left to decide, and what the service of the task needs."""

GROUPS: Final = ("all", "adults", "children")
ATTACKS: Final = ("singling out", "single cells", "insiders")


def sheets() -> Exercise:
    """Return the exercise on three sheets that leave one number."""
    return Exercise(
        SHEETS_TASK,
        name="release_desk/sheets",
        minutes=4,
        reference=teenagers_left,
        make_case=_some_sheets,
        hints=[
            "Which of these numbers may be subtracted from which? Look at the other columns.",
            "They must be of one population, one day and one unit, and all three groups must be there.",
            "`sheets['day'].nunique() == 1` tells whether there is one day. Then: all, less adults, less children.",
        ],
    )


def teenagers_left(sheets: pd.DataFrame) -> int | str:
    """Return how many teenagers three sheets leave; "not known" where they speak of different things."""
    of_one_kind = all(sheets[name].nunique() == 1 for name in ("population", "day", "unit"))
    counts = sheets.set_index("group")["count"]
    if not of_one_kind or set(counts.index) != {"all", "adults", "children"}:
        return "not known"
    return int(counts["all"] - counts["adults"] - counts["children"])


def _some_sheets(rng: np.random.Generator) -> Arguments:
    """Three sheets, in any order; in half of the cases one of them is about something else, or is missing."""
    adults, teenagers, children = (int(rng.integers(*ends)) for ends in ((20, 60), (1, 5), (5, 30)))
    made = pd.DataFrame({"group": GROUPS, "population": "singers in Oslo", "day": "1 May", "unit": "people"})
    made["count"] = [adults + teenagers + children, adults, children]
    odd, place = rng.integers(8), rng.integers(3)
    column, other = [("population", "singers in Bergen"), ("day", "1 June"), ("unit", "families")][odd % 3]
    if odd < 3:
        made.loc[place, column] = other
    if odd == 3:
        made = made.drop(index=place)
    return {"sheets": made.sample(frac=1, random_state=int(rng.integers(1_000))).reset_index(drop=True)}


def found_by_weakest() -> Exercise:
    """Return the exercise on the order of attackers."""
    return Exercise(
        ORDER_TASK,
        name="release_desk/weakest",
        minutes=5,
        reference=people_by_weakest,
        make_case=_some_claims,
        hints=[
            "An attack that finds somebody whom a weaker one has found already adds nobody.",
            "Keep the right claims only. Give each its place in `order`, and take the smallest of each person.",
            "`places = right['attack'].map(order.index)`, then `places.groupby(right['person']).min()`.",
        ],
    )


def people_by_weakest(claims: pd.DataFrame, order: Sequence[str]) -> list[int]:
    """Return how many people count for each attack: each for the weakest that is right about her."""
    right = claims[claims["right"]]
    weakest = right["attack"].map(list(order).index).groupby(right["person"]).min()
    return [int((weakest == place).sum()) for place in range(len(order))]


def _some_claims(rng: np.random.Generator) -> Arguments:
    """Some claims about five people by three attacks."""
    claims = pd.DataFrame({"person": rng.integers(1, 6, 9), "attack": rng.choice(ATTACKS, 9)}).drop_duplicates()
    claims["right"] = rng.random(len(claims)) < 0.7
    return {"claims": claims.reset_index(drop=True), "order": list(ATTACKS)}


def answered_by_range() -> Exercise:
    """Return the exercise on what a range still answers."""
    return Exercise(
        RANGE_TASK,
        name="release_desk/range",
        minutes=4,
        reference=answer_of_range,
        make_case=_some_range,
        hints=[
            "What would the answer be if the number were `low`? And if it were `high`?",
            "Where both give the same answer, that is it.",
            "`low > line` is a yes for all of them; `high <= line` a no.",
        ],
    )


def answer_of_range(low: int, high: int, line: int) -> str:
    """Return whether a number from ``low`` to ``high`` is above ``line``: yes, no, or it cannot be answered."""
    if low > line:
        return "yes"
    return "no" if high <= line else "cannot be answered"


def _some_range(rng: np.random.Generator) -> Arguments:
    """A range and a line that is near it, often at its ends."""
    low, width = int(rng.integers(1, 30)), int(rng.integers(0, 6))
    return {"low": low, "high": low + width, "line": int(rng.choice([low - 1, low, low + width, low + width // 2]))}


def taken_over(office: Office) -> Decision:
    """Return the task that asks for four decisions beside two that cannot be taken back; they are attacked together.

    Args:
        office: whose service it is.
    """

    def judge(answer: Any) -> str:
        three, can_bear = _tried(office, answer)
        return "" if can_bear else three

    return Decision(
        TAKEN_OVER_TASK,
        minutes=8,
        judge=judge,
        told=lambda answer: _tried(office, answer)[0],
        one_way=decisions_beside_two,
        hints=[
            "What is out already prints how many viewers a region has, and how many of them are of middle age.",
            "So one of the four letters must not print a third group of ages in these regions.",
            "Try each letter beside the two, and keep what finds nobody more. To decline is a decision, too.",
        ],
        name="release_desk/taken-over",
    )


def _tried(office: Office, answer: Any) -> tuple[str, bool]:
    """Try four decisions at this office: three numbers in a sentence, and whether the service can bear them."""
    if not isinstance(answer, dict) or set(answer) != set(LEFT):
        raise ValueError(strings.NOT_THE_FOUR.format(names=", ".join(map(repr, LEFT))))
    out = {**ALREADY_OUT, **answer}
    before, now = (attacked(office, published(office, choices)) for choices in (ALREADY_OUT, out))
    found, right = now.found - before.found, answered(office, out) - answered(office, ALREADY_OUT)
    told = {"found": found, "wrong": now.wrong - before.wrong, "right": right, "of": 3 * len(LEFT)}
    return strings.THREE_NUMBERS.format(**told), not found and right >= LEAST_ANSWERED


def decisions_beside_two() -> dict[str, str]:
    """Return four decisions that such a service can bear."""
    return {"joke": "by device", "dashboard": "decline", "extract": "on site", "hours": "decline"}
