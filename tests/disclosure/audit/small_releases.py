"""Small releases that can be solved in the head, for the tests of the audit's parts."""

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.system import System
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable


def printed(rows: dict[str, list[int | str]], columns: list[str], rule: Rule | None, **more: object) -> CountTable:
    """A table as it is printed, row by row; text is a mark."""
    cells = [
        (film, region, pd.NA, it) if isinstance(it, str) else (film, region, it, "")
        for film, row in rows.items()
        for region, it in zip(columns, row, strict=True)
    ]
    frame = pd.DataFrame(cells, columns=["film", "region", "count", "mark"]).astype({"count": "Int64"})
    return CountTable(frame, ("film", "region"), rule, **more)  # type: ignore[arg-type]


def square() -> CountTable:
    """Four hidden cells: 1 to 4 each, rows 4 and 7, columns 5 and 6."""
    return printed({"A": ["c", "c", 4], "B": ["c", "c", 7], TOTAL: [5, 6, 11]}, ["x", "y", TOTAL], Rule(5))


def square_system() -> System:
    """The square as an outsider reads it."""
    return system_of(square(), Outsider())


def place(system: System, *labels: str) -> int:
    """Where a cell stands."""
    return next(cell for cell in range(len(system.low)) if system.names(cell) == labels)
