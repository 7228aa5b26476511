"""Employees are drawn like everybody else, and every role has somebody."""

from data_gen.access.assumptions import ROLES, Assumptions
from data_gen.access.employees import make_employees


def test_every_role_has_somebody_and_all_are_counted():
    for seed in (53, "Ada"):
        staff = make_employees(Assumptions(employees=40), seed)
        assert set(staff["role"]) == set(ROLES) and staff["employee_id"].is_unique and len(staff) == 40


def test_the_same_seed_has_the_same_employees():
    assert make_employees(Assumptions(), 7).equals(make_employees(Assumptions(), 7))
    assert not make_employees(Assumptions(), 7).equals(make_employees(Assumptions(), 8))
