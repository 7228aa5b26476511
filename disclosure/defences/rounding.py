"""Round every count: small differences disappear, and so does the exactness of sums."""

from dataclasses import dataclass, replace

from disclosure.defences.untreated import require_table
from disclosure.tables.count_table import CountTable
from disclosure.whole_numbers import whole_number


@dataclass(frozen=True)
class RoundTo:
    """Print every count as the nearest multiple of a base, totals too, each by itself: sums need not add up any more.

    Args:
        base: the base, such as 5; a count half way between two multiples goes up.

    Raises:
        ValueError: the base is no whole number of 2 or more.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAAAB"), "region": ["north"] * 3 + ["south"] * 5})
        >>> RoundTo(base=5)(count_table(people, by=("film", "region"))).grid()
        region north south total
        film
        A          5     5     5
        B          0     0     0
        total      5     5    10
    """

    base: int

    def __post_init__(self) -> None:
        """Refuse a base that changes nothing."""
        cure = "choose 2 or more, or nothing is rounded"
        object.__setattr__(self, "base", whole_number("base", self.base, cure, least=2))

    def __call__(self, table: CountTable) -> CountTable:
        """Return the table with its printed counts rounded; what is hidden stays hidden.

        Raises:
            ValueError: the table is rounded already, or noisy.
        """
        require_table(table)
        if table.how_changed:
            raise ValueError(f"the table is {table.how_changed} already.")
        rounded = (table.cells["count"] + self.base // 2) // self.base * self.base
        return replace(table, cells=table.cells.assign(count=rounded), base=self.base, rounding="half up")
