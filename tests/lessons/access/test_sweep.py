"""Rules and audits in tidy frames."""

import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import make_access_log
from lessons.access.audits import AnyOf, EmergencyDoor, SameSurnameOrArea, Unexplained
from lessons.access.quarter import under
from lessons.access.rules import Rules, WithCase
from lessons.access.scores import employees_flagged
from lessons.access.sweep import audits_at_sizes, expected_precision, fates, sample_of, what_rules_do
from tests.lessons.worlds import world

NOTHING = AnyOf((lambda log: EmergencyDoor()(log) & False,))


@pytest.fixture(scope="module")
def log():
    return make_access_log(world(53), Assumptions(honest_looks=1_000))


def test_everybody_with_a_plan_is_stopped_found_or_missed(log):
    swept = what_rules_do({"none": Rules(), "case": Rules((WithCase(),))}, SameSurnameOrArea(), log, log)
    assert swept[["stopped", "found later", "missed"]].sum(axis="columns").eq(8).all()
    assert swept["stopped"].tolist()[0] == 0 < swept["stopped"].tolist()[1]
    assert swept["refused"].tolist()[0] == 0 and swept["hours"].tolist()[0] == 0


def test_an_audit_that_flags_nothing_finds_nobody(log):
    assert set(fates(NOTHING, under(Rules(), log, log))["fate"]) == {"missed"}


def test_a_smaller_quarter_keeps_the_plans(log):
    some = sample_of(200, log, log)
    assert len(some.log.looks) == 224 and some.truth["guilty"].sum() == 12 and some.honest == 212
    whole = sample_of(1_000, log, log)
    free = under(Rules(), log, log)
    assert employees_flagged(SameSurnameOrArea(), whole) == employees_flagged(SameSurnameOrArea(), free)
    with pytest.raises(ValueError, match=r"has 1,000 looks of ordinary work"):
        sample_of(1_001, log, log)


def test_audits_at_sizes_has_a_row_for_each(log):
    swept = audits_at_sizes({"a": SameSurnameOrArea(), "b": Unexplained(SameSurnameOrArea())}, [100, 900], log, log)
    assert len(swept) == 2 * 2 * 2 and swept["low"].le(swept["precision"]).all()
    first, second = (swept[swept["audit"].eq(name)].reset_index() for name in "ab")
    assert first["wrong"].ge(second["wrong"]).all()


@pytest.mark.parametrize(("rates", "share"), [((1, 0, 0.1), 1), ((0, 0, 0.5), 0), ((0.5, 0.5, 0.2), 0.2)])
def test_bayes(rates, share):
    assert expected_precision(*rates) == pytest.approx(share)
