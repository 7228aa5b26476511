from disclosure.audit.wording import cell_name, contradiction, line_name
from tests.disclosure.audit.small_releases import place, square_system


def test_cells_and_lines_have_names_for_people() -> None:
    system = square_system()
    names = {cell_name(system, place(system, *labels)) for labels in (("A", "x"), ("A", "total"), ("total", "total"))}
    assert names == {"A, x", "A's total", "the grand total"}
    lines = {line_name(system, line) for line in range(len(system.lines.dimension))}
    assert lines == {"A", "B", "x", "y", "the grand total by film", "the grand total by region"}


def test_a_contradiction_names_its_lines() -> None:
    assert contradiction(square_system(), []) == "No whole numbers fit what is printed."
