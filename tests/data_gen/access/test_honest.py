"""Honest work: as many looks as asked for, and cases about those who are looked at."""

import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.employees import make_employees
from data_gen.access.honest import SIGHTS_OF_ROLE, callers, honest_looks
from data_gen.access.looks import SIGHTS
from tests.lessons.worlds import world


@pytest.fixture(scope="module")
def made():
    assumed = Assumptions(honest_looks=1_000)
    staff = make_employees(assumed, 53)
    return staff, *honest_looks(world(53), staff, assumed, 53)


def test_there_are_as_many_as_asked_for(made):
    assert len(made[1]) == 1_000


def test_everybody_looks_at_what_her_role_looks_at_or_refines_it(made):
    staff, looks, _ = made
    roles = looks["employee_id"].map(staff.set_index("employee_id")["role"])
    for role, odds in SIGHTS_OF_ROLE.items():
        seen = set(looks.loc[roles.eq(role), "sight"])
        asked = {sight for sight, share in zip(SIGHTS, odds, strict=True) if share}
        assert seen <= asked | ({"rows"} if "count" in asked else set())


def test_a_case_that_is_named_is_about_the_viewer_and_was_open(made):
    _, looks, cases = made
    named = looks.dropna(subset="case_id").merge(cases, on="case_id", suffixes=("", "_of_case"))
    assert len(named) == looks["case_id"].notna().sum() > 0
    assert named["viewer_id"].eq(named["viewer_id_of_case"]).all()
    assert named["opened_at"].lt(named["at"]).all()


def test_about_half_of_the_looks_at_one_viewer_leave_a_case(made):
    _, looks, cases = made
    one = looks[looks["viewer_id"].notna()]
    share = one["viewer_id"].isin(cases["viewer_id"]).mean()
    assert 0.4 < share < 0.65


def test_who_may_call_is_of_age_and_watching():
    pool = callers(world(53))
    assert pool["age"].ge(18).all() and 0 < len(pool) < len(world(53).viewers)
