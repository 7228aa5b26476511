import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider, is_one_person, members

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


def test_labels_are_read_as_tables_read_them() -> None:
    assert Contributor((2017, True)).cell == ("2017", "True")
    assert Contributor("A").cell == Contributor(["A"]).cell == ("A",)
    assert Coalition([ANN, BO]) == Coalition((ANN, BO))  # type: ignore[arg-type]
    for wrong, sentence in (("me", "the attacker is 'me'"), (Outsider, "the attacker is <class")):
        with pytest.raises(ValueError, match=sentence):
            members(wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'A' is no member of a coalition"):
        Coalition(("A",))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="alone is 'yes': choose True or False"):
        Contributor("A", alone="yes")  # type: ignore[arg-type]
    assert Contributor("A", also=5).also == (("5",),)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="None is no label"):
        Contributor((None,))  # type: ignore[arg-type]


def test_somebody_who_stands_in_several_cells_names_them_all() -> None:
    mine = Contributor("A", also=["B", ("C",)])  # type: ignore[arg-type, list-item]
    assert mine.cells == (("A",), ("B",), ("C",))
    assert repr(mine) == "Contributor(cell=('A',), also=(('B',), ('C',)))"


def test_who_is_alone_in_a_wider_cell_is_alone_in_her_own() -> None:
    new = Contributor(("A", "new"), alone_in=("A", "total"))
    assert new == Contributor(("A", "new"), alone=True, alone_in=(("A", "total"), ("A", "new")))
    assert eval(repr(new)) == new and hash(new)
    assert new.alone_cells == (("A", "new"), ("A", "total"))
    assert Contributor("A", alone_in=["total"]).alone_in == Contributor("A", alone_in="total").alone_in
    assert Contributor("A", alone_in="A") == Contributor("A", alone=True)
    assert Contributor("A").alone_cells == ()


def test_nobody_is_in_a_wider_cell_with_somebody_who_is_alone_there() -> None:
    for other in (Contributor(("A", "total")), Contributor(("A", "x"), alone_in=("A", "total"))):
        with pytest.raises(ValueError, match="cannot be alone: another member"):
            Coalition((Contributor(("A", "y"), alone_in=("A", "total")), other))


def test_one_person_in_several_cells_of_amounts_names_each_with_its_amount() -> None:
    mine = Contributor("A", amount=5), Contributor("B", alone=True, amount=3)
    both = Coalition(mine, one_person=True)
    assert eval(repr(both)) == both and is_one_person(both) and not is_one_person(Coalition(mine))
    with pytest.raises(ValueError, match="one person is in A twice"):
        Coalition((mine[0], Contributor("A", amount=2)), one_person=True)
    twice = [Contributor(cell, amount=2, alone_in="V") for cell in ("A", "B")]
    with pytest.raises(ValueError, match="one person alone in a cell with several cells of hers is not offered"):
        Coalition(twice, one_person=True)
    with pytest.raises(ValueError, match=r"one_person is for amounts: .* Contributor\(also="):
        Coalition((ANN, BO), one_person=True)
