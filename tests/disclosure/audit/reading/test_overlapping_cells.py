from disclosure.audit.reading.overlapping_cells import cell_lies_in, groups_apart, share_people

INSIDE = [{}, {"North": {"North", "Ash", "Oak"}}]


def test_a_cell_lies_in_what_holds_it_in_each_dimension() -> None:
    assert cell_lies_in(("A", "Ash"), ("A", "North"), INSIDE) and cell_lies_in(("A", "Ash"), ("total", "Ash"), INSIDE)
    assert not cell_lies_in(("A", "North"), ("A", "Ash"), INSIDE)
    assert share_people(("A", "total"), ("total", "Ash"), INSIDE)
    assert not share_people(("A", "total"), ("B", "Ash"), INSIDE)


def test_what_is_added_up_shares_nobody() -> None:
    """Ash and Oak can be added up, and North is both; a film and a town overlap."""
    cells = [("A", "Ash"), ("A", "North"), ("A", "Oak"), ("total", "Ash"), ("A", "total"), ("B", "total")]
    assert groups_apart(cells, INSIDE) == [
        [("A", "Ash"), ("A", "Oak")],
        [("A", "North")],
        [("total", "Ash")],
        [("A", "total"), ("B", "total")],
    ]
    assert groups_apart([], INSIDE) == []
