"""What a release implies and the audit does not use: said beside every verdict that it leaves unsure.

Where there is anything, a range is the most that is possible, and perhaps wider than the truth: a cell that is not
exact is then "not found", never narrowed or open.
"""

from typing import Final

from disclosure.tables.count_table import CountTable
from disclosure.tables.magnitude_table import CONTRIBUTORS

UNUSED_DOMINANCE: Final = "what a dominance rule says of people who stand behind several cells"
UNUSED_AMOUNTS: Final = "that the same contributors may stand behind several cells"
UNUSED_OVERLAP: Final = "that the attackers are different people, where their cells overlap"


def unused_of(tables: tuple[CountTable, ...]) -> tuple[str, ...]:
    """What tables imply of several cells at once and the audit does not use, whoever looks at them.

    The same people may stand behind several amounts: the largest contribution to a cell is part of its total's.

    Examples:
        >>> import pandas as pd
        >>> unused_of((CountTable(pd.DataFrame({"film": ["A"], "count": [3], "contributors": [2]}), ("film",)),))
        ('that the same contributors may stand behind several cells',)
    """
    dominance = any(table.dominance is not None for table in tables)
    contributors = any(CONTRIBUTORS in table.cells for table in tables)
    return (UNUSED_DOMINANCE,) * dominance + (UNUSED_AMOUNTS,) * contributors
