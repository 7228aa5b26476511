from disclosure.audit.reading.label_sets import LabelSets
from disclosure.audit.reading.overlapping_cells import cell_lies_in, groups_apart, share_people

SETS = [LabelSets({}), LabelSets({"North": frozenset({"North", "Ash", "Oak"})})]


def test_a_cell_lies_in_what_holds_it_in_each_dimension() -> None:
    assert cell_lies_in(("A", "Ash"), ("A", "North"), SETS) and cell_lies_in(("A", "Ash"), ("total", "Ash"), SETS)
    assert not cell_lies_in(("A", "North"), ("A", "Ash"), SETS)
    assert share_people(("A", "total"), ("total", "Ash"), SETS)
    assert not share_people(("A", "total"), ("B", "Ash"), SETS)


CELLS = [("A", "Ash"), ("A", "North"), ("A", "Oak"), ("total", "Ash"), ("A", "total"), ("B", "total")]


def test_what_is_added_up_shares_nobody() -> None:
    """Ash and Oak can be added up, and North is both; a film and a town overlap, another film and the first do not."""
    assert groups_apart(CELLS, SETS) == [
        [("A", "Ash"), ("A", "Oak"), ("B", "total")],
        [("A", "North"), ("B", "total")],
        [("A", "Oak"), ("total", "Ash")],
        [("A", "total"), ("B", "total")],
    ]
    assert groups_apart([], SETS) == []


def test_of_many_cells_those_are_added_up_that_are_alike() -> None:
    many = [(str(film), "Ash") for film in range(20)]
    assert groups_apart([*many, ("total", "Oak")], SETS) == [many, [("total", "Oak")]]
