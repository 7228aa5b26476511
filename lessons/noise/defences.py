"""The answer with the most viewers, chosen with noise: a defence that fits one question."""

from dataclasses import dataclass, field

import numpy as np

from disclosure.tables.count_table import CountTable
from disclosure.whole_numbers import positive_number


@dataclass(frozen=True)
class NameTheTop:
    """Tell one label and no number: each title has a better chance, the more viewers it has.

    The exponential mechanism (McSherry & Talwar, FOCS 2007): the chance of a title is proportional to
    exp(epsilon * viewers / 2). One profile changes each count by 1 at most, however many titles it has: so all of its
    titles cost epsilon once.

    Args:
        epsilon: how much one profile may change the odds, above 0.
        seed: the same seed, the same title.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> table = count_table(pd.DataFrame({"title": ["A"] * 90 + ["B"] * 10}), by="title", totals=False)
        >>> NameTheTop(epsilon=1.0)(table)
        'A'
    """

    epsilon: float
    seed: int = field(default=53, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no epsilon."""
        positive_number("epsilon", self.epsilon, "choose a number above 0")

    def __call__(self, table: CountTable) -> str:
        """Return the name of one cell.

        Source of the draw: the largest of score plus Gumbel noise is drawn with these chances (E. J. Gumbel 1954).
        """
        viewers = table.cells["count"].to_numpy(dtype=np.float64)
        drawn = np.random.default_rng(self.seed).gumbel(size=len(viewers))
        return str(table.cell_names.iloc[int(np.argmax(self.epsilon * viewers / 2 + drawn))])
