import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider, members

ANN, BO = Contributor(("A", "x"), alone=True), Contributor(("A", "y"))


def test_each_prints_as_itself() -> None:
    for attacker in (Outsider(), ANN, BO, Coalition((ANN, BO))):
        assert eval(repr(attacker)) == attacker


def test_only_people_in_the_data_are_members() -> None:
    assert members(Outsider()) == ()
    assert members(ANN) == (ANN,)
    assert members(Coalition((ANN, BO))) == (ANN, BO)


def test_nobody_is_alone_in_company() -> None:
    with pytest.raises(ValueError, match="cannot be alone"):
        Coalition((ANN, Contributor(("A", "x"))))
    with pytest.raises(ValueError, match="at least one member"):
        Coalition(())
