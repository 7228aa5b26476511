import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import audit
from disclosure.audit.wording import cell_name, contradiction, line_name
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from tests.disclosure.audit.small_releases import place, square_system


def test_cells_and_lines_have_names_for_people() -> None:
    system = square_system()
    names = {cell_name(system, place(system, *labels)) for labels in (("A", "x"), ("A", "total"), ("total", "total"))}
    assert names == {"A, x", "A's total", "the grand total"}
    lines = {line_name(system, line) for line in range(len(system.lines.dimension))}
    assert lines == {"A", "B", "x", "y", "the grand total by film", "the grand total by region"}


def test_a_contradiction_names_its_lines() -> None:
    assert contradiction(square_system(), []) == "No whole numbers fit what is printed."


def test_a_contradiction_in_a_table_of_one_dimension_names_its_line() -> None:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [None, 5, 3], "mark": ["c", "", ""]})
    with pytest.raises(ContradictionError, match="No whole numbers fit the grand total by film: "):
        audit(CountTable(cells, "film", Rule(3)), Outsider())
