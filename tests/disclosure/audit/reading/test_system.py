"""A release as a value: its lines as a matrix, its cells by their labels."""

from tests.disclosure.audit.small_releases import place, square, square_system


def test_a_line_is_its_parts_less_its_total():
    system = square_system()
    matrix = system.matrix.toarray()
    assert matrix.shape == (len(system.lines.dimension), len(system.low))
    assert {(line > 0).sum() for line in matrix} == {2} and {(line < 0).sum() for line in matrix} == {1}


def test_a_cell_has_the_labels_that_it_was_printed_under():
    system = square_system()
    assert system.names(place(system, "A", "x")) == ("A", "x")
    assert len({system.names(cell) for cell in range(len(system.low))}) == len(square().cells)
