"""Exercises of the lesson on access: a rule, a count in the right unit, Bayes, and the rules of a small office."""

from typing import Any, Final

import numpy as np
import pandas as pd

from lessons.access import strings
from lessons.access.audits import SameSurnameOrArea, Unexplained
from lessons.access.release import Log, Truth
from lessons.access.rules import ByRole, Rules, WithCase
from lessons.access.sweep import expected_precision, what_rules_do
from teaching.checks import Arguments
from teaching.decision import Decision
from teaching.exercise import Exercise

CASE_TASK: Final = """
**A case that counts.** `looks` has one row per look at one viewer: `at` (when), `viewer_id`, and `case_id` (missing
where none was written down). `cases` has `case_id`, `viewer_id` and `opened_at`. Complete `my_with_case(looks, cases)`.
It returns a column of True and False, one per look, in the same order. A look is allowed if its case exists, is about
this viewer, and was open already.
"""

UNIT_TASK: Final = """
**Whom do you ask?** An audit flags looks, but you talk to people. `looks` has one row per look: `employee_id`,
`flagged`, and `guilty` (whether it was a misdeed). Complete `my_people_asked(looks)`. It returns two numbers: how many
of the employees you must ask did something, and how many did not. You ask everybody with at least one flagged look.
"""

BAYES_TASK: Final = """
**One in how many?** Of the guilty, an audit flags the share `sensitivity`. Of the innocent, it flags the share
`false_flags`. The share `share` of all employees is guilty. Complete `my_precision(sensitivity, false_flags, share)`:
of those it flags, which share is guilty? Nobody flagged: return 0.
"""

OFFICE_TASK: Final = """
**The rules of a small office.** Another service has 40 employees. You have not seen its log, and somebody there has a
plan that this lesson did not show. Write the rules, and what the audit asks about:

`my_rules = Rules((ByRole(), ...), emergency_door=False)` and `my_audit = SameSurnameOrArea()`, for example.

Rules: `ByRole()`, `WithCase()`, `FourEyes()`, `OnlyCounts(10)`, `Fields()`. Audits: `SameSurnameOrArea()`, `NoCase()`,
`EmergencyDoor()`, `FewApart()`, several at once with `AnyOf((..., ...))`, and `Unexplained(...)` around one of them.

The office can bear this: at most **4 of 9** plans are missed, at most **6 innocent employees** are asked, and at most
**45 of 100 honest looks** are refused. Where it cannot bear yours, you get three numbers back, not one mark. Say
of each rule why it is there.
"""

MOST_MISSED, MOST_INNOCENT, MOST_REFUSED = 4, 6, 0.45
"""What the office of the task can bear: plans, people, and the share of honest looks."""


def with_case() -> Exercise:
    """Return the exercise on the rule that a look needs a case."""
    return Exercise(
        CASE_TASK,
        name="access/with-case",
        minutes=5,
        reference=case_counts,
        make_case=_small_log,
        hints=[
            "Three things can be wrong with a case. Which?",
            "Put the case's row beside each look: `looks.merge(cases, on='case_id', how='left', ...)`.",
            "Then compare: `viewer_id` of the look and of the case, `opened_at` and `at`. A missing one is False.",
        ],
    )


def case_counts(looks: pd.DataFrame, cases: pd.DataFrame) -> pd.Series:
    """Return whether each look has a case about its viewer that was open already."""
    both = looks.merge(cases, on="case_id", how="left", suffixes=("", "_of_case"))
    fits = both["viewer_id"].eq(both["viewer_id_of_case"]) & both["opened_at"].le(both["at"])
    return fits.fillna(False).astype(bool)


def _small_log(rng: np.random.Generator) -> Arguments:
    """A few looks, with and without cases that count."""
    cases = pd.DataFrame({"case_id": [11, 12, 13], "viewer_id": [1, 2, 3], "opened_at": _hours([2, 5, 30])})
    cases["case_id"] = cases["case_id"].astype("Int64")
    numbers = rng.choice([11, 12, 13, 99, -1], 8)
    looks = pd.DataFrame({"at": _hours(rng.integers(3, 48, 8)), "viewer_id": rng.integers(1, 4, 8)})
    looks["case_id"] = pd.array(numbers, dtype="Int64")
    looks.loc[looks["case_id"].lt(0), "case_id"] = pd.NA
    return {"looks": looks, "cases": cases}


def _hours(hours: Any) -> pd.DatetimeIndex:
    return pd.Timestamp("2017-10-02") + pd.to_timedelta(np.asarray(hours), unit="h")


def people_asked() -> Exercise:
    """Return the exercise that counts employees, and not looks."""
    return Exercise(
        UNIT_TASK,
        name="access/people-asked",
        minutes=4,
        reference=employees_asked,
        make_case=_flagged_looks,
        hints=[
            "Somebody with five flagged looks is asked once.",
            "`looks.groupby('employee_id')[['flagged', 'guilty']].any()` has one row per employee.",
            "Of its flagged rows, count the guilty ones, and the others.",
        ],
    )


def employees_asked(looks: pd.DataFrame) -> tuple[int, int]:
    """Return how many employees with a flagged look did something, and how many did not."""
    each = looks.groupby("employee_id")[["flagged", "guilty"]].any()
    guilty = each.loc[each["flagged"], "guilty"]
    return int(guilty.sum()), int((~guilty).sum())


def _flagged_looks(rng: np.random.Generator) -> Arguments:
    """Some looks of five employees; whoever is guilty has honest looks as well."""
    who = rng.integers(1, 6, 14)
    guilty = (who <= 2) & (rng.random(14) < 0.5)
    return {"looks": pd.DataFrame({"employee_id": who, "flagged": rng.random(14) < 0.4, "guilty": guilty})}


def precision() -> Exercise:
    """Return the exercise on Bayes' theorem."""
    return Exercise(
        BAYES_TASK,
        name="access/precision",
        minutes=5,
        reference=expected_precision,
        make_case=_rates,
        hints=[
            "Imagine 1,000 employees. How many guilty ones are flagged? How many innocent ones?",
            "Guilty and flagged: `share * sensitivity`. Innocent and flagged: `(1 - share) * false_flags`.",
            "The first one, divided by the sum of both.",
        ],
    )


def _rates(rng: np.random.Generator) -> Arguments:
    """Three shares; now and then nobody is flagged."""
    sensitivity, false_flags = (0.0, 0.0) if rng.random() < 0.2 else rng.uniform(0.05, 1, 2).round(2).tolist()
    return {"sensitivity": sensitivity, "false_flags": false_flags, "share": round(float(rng.uniform(0.01, 0.3)), 2)}


def small_office(log: Log, truth: Truth) -> Decision:
    """Return the task that asks for the rules of a small office; they are tried on its log.

    Args:
        log, truth: the office's quarter, which the learner has not seen.
    """

    def judge(answer: Any) -> str:
        three, can_bear = _tried(log, truth, answer)
        return "" if can_bear else three

    return Decision(
        OFFICE_TASK,
        minutes=8,
        judge=judge,
        told=lambda answer: _tried(log, truth, answer)[0],
        one_way=rules_of_small_office,
        hints=[
            "Which plans do no rules stop? For these, an audit must ask.",
            "Without cases, many get through. A rule that asks for a case hinders honest work. Is it worth it?",
            "With cases, few are left for the audit. Let it ask about what no case explains.",
        ],
        name="access/small-office",
    )


def _tried(log: Log, truth: Truth, answer: Any) -> tuple[str, bool]:
    """Try rules and an audit at this office: three numbers in a sentence, and whether the office can bear them."""
    pair = isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], Rules) and callable(answer[1])
    if not pair or isinstance(answer[1], type):
        raise ValueError(strings.NO_RULES)
    row = what_rules_do({"yours": answer[0]}, answer[1], log, truth).iloc[0]
    refused = row["refused"] / row["honest"]
    three = strings.THREE_NUMBERS.format(missed=row["missed"], innocent=row["wrong"], refused=round(100 * refused))
    return three, bool(row["missed"] <= MOST_MISSED and row["wrong"] <= MOST_INNOCENT and refused <= MOST_REFUSED)


def rules_of_small_office() -> tuple[Rules, Unexplained]:
    """Return one choice that such an office can bear."""
    return Rules((ByRole(), WithCase())), Unexplained(SameSurnameOrArea())
