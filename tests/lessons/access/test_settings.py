"""What the explorer shows is what rules and audits give one setting at a time."""

import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import make_access_log
from lessons.access.quarter import under
from lessons.access.rules import ByRole, Rules
from lessons.access.scores import employees_flagged
from lessons.access.settings import AUDITS, RULES, SWITCHES, all_settings
from lessons.access.sweep import fates
from tests.lessons.worlds import world


@pytest.fixture(scope="module")
def large():
    return make_access_log(world(53), Assumptions(honest_looks=3_000))


@pytest.fixture(scope="module")
def made(large):
    return all_settings(large, large)


def test_every_setting_is_there_once(made):
    plans, settings = made
    assert len(settings) == 2 ** len(SWITCHES) * len(AUDITS) * 3
    assert len(plans) == 2 ** len(SWITCHES) * len(AUDITS) * 8


@pytest.mark.parametrize(("on", "audit"), [("00000", "near"), ("11011", "unexplained"), ("10101", "near")])
def test_all_work_is_what_the_rules_give(on, audit, large, made):
    chosen = [rule for rule, switch in zip(RULES.values(), on, strict=False) if switch == "1"]
    outcome = under(Rules((ByRole(), *chosen), on[-1] == "1"), large, large)
    asked = employees_flagged(AUDITS[audit], outcome)
    plans, settings = (frame[frame["on"].eq(on) & frame["audit"].eq(audit)] for frame in made)
    row = settings[settings["looks"].eq(3)].iloc[0]
    assert (row["right"], row["wrong"], row["baseline"]) == (asked.right, asked.wrong, pytest.approx(asked.baseline))
    assert (row["refused"], row["waited"], row["honest"]) == (outcome.blocked, outcome.delayed, outcome.honest)
    assert plans["fate"].tolist() == fates(AUDITS[audit], outcome)["fate"].tolist()
