"""The reference, the untouched stub and a tempting mistake get three different outcomes; decisions are tried out."""

import pandas as pd
import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import make_access_log
from lessons.access.audits import AnyOf, FewApart, NoCase, SameSurnameOrArea, Unexplained
from lessons.access.exercises import (
    case_counts,
    employees_asked,
    people_asked,
    precision,
    rules_of_small_office,
    small_office,
    with_case,
)
from lessons.access.rules import ByRole, Fields, FourEyes, OnlyCounts, Rules, WithCase
from lessons.access.sweep import expected_precision
from teaching.checks import Verdict
from tests.lessons.worlds import world


def any_number(looks, cases):
    return looks["case_id"].isin(cases["case_id"])


def counts_looks(looks):
    flagged = looks[looks["flagged"]]
    return int(flagged["guilty"].sum()), int((~flagged["guilty"]).sum())


def forgets_the_base_rate(sensitivity, false_flags, share):
    return sensitivity / (sensitivity + false_flags) if sensitivity + false_flags else 0


@pytest.mark.parametrize(
    ("exercise", "reference", "mistake"),
    [
        (with_case, case_counts, any_number),
        (people_asked, employees_asked, counts_looks),
        (precision, expected_precision, forgets_the_base_rate),
    ],
)
def test_three_outcomes(exercise, reference, mistake):
    verdicts = [exercise().check(answer).verdict for answer in (reference, lambda *given: ..., mistake)]
    assert verdicts == [Verdict.RIGHT, Verdict.NOT_ATTEMPTED, Verdict.NOT_YET]


def test_employees_by_hand():
    looks = pd.DataFrame(
        {"employee_id": [1, 1, 2, 2], "flagged": [True, False, True, True], "guilty": [False, True, False, False]}
    )
    assert employees_asked(looks) == (1, 1)


@pytest.fixture(scope="module")
def office():
    log = make_access_log(world(53), Assumptions(employees=40, honest_looks=1_000), seed="office", unseen=True)
    return small_office(log, log)


def test_several_decisions_are_right(office):
    for answer in (
        rules_of_small_office(),
        (Rules((WithCase(), FourEyes())), Unexplained(SameSurnameOrArea())),
        (Rules((ByRole(), WithCase()), emergency_door=True), AnyOf((Unexplained(SameSurnameOrArea()), FewApart(0)))),
    ):
        assert office.check(answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ((Rules(), SameSurnameOrArea()), "plans missed"),
        ((Rules((ByRole(), WithCase(), FourEyes(), OnlyCounts(), Fields())), NoCase()), "of 100 honest looks"),
        ((Rules((ByRole(),)), NoCase()), "innocent employees asked"),
        (Rules(), "no pair of rules"),
    ],
)
def test_other_decisions_get_their_numbers(office, answer, sentence):
    outcome = office.check(answer)
    assert outcome.verdict is Verdict.NOT_YET and sentence in outcome.explanation
