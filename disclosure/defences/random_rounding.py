"""Round every count up or down by chance, right on average; the same people always get the same number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from disclosure.defences.cell_key import cell_keys
from disclosure.rules import as_written
from disclosure.tables.count_table import CountTable, Hierarchy
from disclosure.tables.perturbation import KEYS
from disclosure.whole_numbers import whole_number


@dataclass(frozen=True, repr=False)
class RoundRandomly:
    """Print each count as the multiple of a base below or above it, the nearer one more often (unbiased).

    Of 17, to base 3: 18 with chance 2/3, 15 with chance 1/3. A multiple stays. Each total is rounded by itself. Which
    way a count goes is told by its cell key, and not drawn anew: whoever could ask for new draws would average them.

    Args:
        base: the base, such as 3 (Statistics New Zealand).

    Raises:
        ValueError: the base is no whole number of 2 or more.

    Examples:
        >>> from disclosure.defences.cell_key import with_record_keys
        >>> people = with_record_keys(pd.DataFrame({"film": list("AAAAAAAAB")}), seed=4)
        >>> RoundRandomly(base=3)(people, by="film").cells["count"].tolist()        # in truth 8, 1 and 9
        [9, 0, 9]
    """

    base: int
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a base that changes nothing."""
        cure = "choose 2 or more, or nothing is rounded"
        object.__setattr__(self, "base", whole_number("base", self.base, cure, least=2))

    def __call__(
        self,
        people: pd.DataFrame,
        *,
        by: str | Sequence[str],
        totals: bool = True,
        hierarchies: Mapping[str, Hierarchy] | None = None,
    ) -> CountTable:
        """Count people with record keys, and return the table with its counts rounded; no key is in it.

        Raises:
            ValueError: as in `disclosure.defences.cell_key.cell_keys`.
        """
        counted, keys = cell_keys(people, by=by, totals=totals, hierarchies=hierarchies)
        printed = self.printed(counted.cells["count"].to_numpy(dtype=np.int64), keys)
        cells = counted.cells.assign(count=pd.array(printed, dtype="Int64"))
        return replace(counted, cells=cells, base=self.base, rounding="random")

    def printed(self, counts: np.ndarray, keys: np.ndarray) -> np.ndarray:
        """Round counts by their cell keys: up, if the key is among the first rest/base of all keys.

        Examples:
            >>> RoundRandomly(3).printed(np.array([16, 17, 18]), np.array([2_000, 2_000, 2_000])).tolist()
            [15, 18, 18]
        """
        rest = counts % self.base
        return np.asarray(counts - rest + self.base * (keys * self.base < rest * KEYS))
