"""What is assumed of a log can be changed, within bounds."""

import pytest

from data_gen.access.assumptions import ROLES, Assumptions


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"employees": 10}, "employees=10: choose a whole number from 40"),
        ({"honest_looks": True}, "honest_looks=True"),
        ({"honest_looks": 5e3}, "honest_looks=5000.0"),
        ({"with_case": 1.2}, "with_case=1.2: choose a share"),
        ({"roles": {"support": 1.0}}, "give each of support"),
    ],
)
def test_what_cannot_be_meant_is_refused(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        Assumptions(**wrong)


def test_shares_of_roles_are_whole():
    assert sum(Assumptions().roles.values()) == pytest.approx(1) and set(Assumptions().roles) == set(ROLES)
