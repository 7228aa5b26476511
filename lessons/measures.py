"""How well did an attack do, and how well would a blind guess? The one place that sees guesses and truth."""

from dataclasses import asdict, dataclass
from itertools import permutations
from math import sqrt

import numpy as np
import pandas as pd

from lessons.releases.count_table import TOTAL, CountTable


@dataclass(frozen=True)
class Risk:
    """The outcome of an attack, counted.

    Attributes:
        n: targets that were attacked.
        right: targets of whom the attacker declared the right answer.
        wrong: targets of whom she declared a wrong answer: people who stand wrongly accused.
        abstained: targets of whom she declared nothing.
        baseline: how many of the n a blind guess gets right on average.
        low, high: 95 % Wilson interval of the share ``right / n``.
    """

    n: int
    right: int
    wrong: int
    abstained: int
    baseline: float
    low: float
    high: float

    def __str__(self) -> str:
        """Return the outcome as one line of text."""
        return (
            f"of {self.n}: {self.right} right, {self.wrong} wrongly accused, {self.abstained} abstained "
            f"(a blind guess: {self.baseline:.1f} right); share right {self.low:.0%} to {self.high:.0%}"
        )

    def to_frame(self) -> pd.DataFrame:
        """Return one row with the attributes as columns."""
        return pd.DataFrame([asdict(self)])


def score(guesses: pd.DataFrame, truth: pd.DataFrame, *, blind: float) -> Risk:
    """Count how many guesses are right, wrong and withheld.

    A target who is not in the data at all has a missing answer: whoever is declared there is wrongly accused.

    Args:
        guesses: one row per target, with ``target``, ``claim``, ``confidence`` (0 to 1) and ``declared`` (bool).
        truth: one row per target, with ``target`` and ``answer`` (missing where there is none).
        blind: the chance of a blind guess to be right about a target who has an answer, 0 to 1.

    Raises:
        ValueError: a target is guessed twice or is not in the truth, or ``blind`` is not a probability.

    Examples:
        >>> guesses = pd.DataFrame({"target": ["a", "b", "c"], "claim": [7, 8, None],
        ...                         "confidence": [1.0, 1.0, 0.0], "declared": [True, True, False]})
        >>> truth = pd.DataFrame({"target": ["a", "b", "c"], "answer": [7, 9, 5]})
        >>> print(score(guesses, truth, blind=1 / 53))
        of 3: 1 right, 1 wrongly accused, 1 abstained (a blind guess: 0.1 right); share right 6% to 79%
    """
    _refuse_unscorable(guesses, truth, blind)
    n, declared = len(guesses), guesses["declared"].astype(bool)
    answer = guesses["target"].map(truth.set_index("target")["answer"])
    is_right = (declared & answer.notna() & guesses["claim"].notna() & answer.eq(guesses["claim"])).fillna(False)
    right, accused = int(is_right.sum()), int(declared.sum())
    low, high = wilson_interval(right, n)
    return Risk(n, right, accused - right, n - accused, blind * int(answer.notna().sum()), low, high)


def loss(before: CountTable, after: CountTable) -> float:
    """Return the share of a table that its reader loses to one defence, 0 (nothing) to 1 (everything).

    Each kind of defence has its own loss, which is seen from the two tables:

    - some cells are newly *hidden*: the share of people who stand in them;
    - labels are *merged*: the share of information, 1 - H(after) / H(before), where H is the entropy of the cell in
      which a person stands, in bits (Shannon 1948);
    - counts are *rounded*: the total variation, half the sum of all differences between the shares of people that the
      cells have before and after. Where everything is rounded to 0, all is lost.

    Totals are left out: they count the same people again.

    Args:
        before: the table as it was.
        after: the same table after one defence.

    Examples:
        >>> from lessons.defences.coarsening import Coarsen
        >>> from lessons.defences.rounding import RoundTo
        >>> from lessons.defences.suppression import Suppress
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAABBBB"), "region": ["north", "north", "south", "south"] * 2})
        >>> table = count_table(people, by=("film", "region"))
        >>> loss(table, Suppress(threshold=3)(table)), loss(table, Coarsen("region", into=2)(table))
        (1.0, 0.5)
        >>> loss(table, RoundTo(base=5)(table))
        1.0
    """
    was = before.cells["count"].mask(before.is_total, 0).fillna(0).astype("float64")
    now = after.cells["count"].mask(after.is_total, 0).fillna(0).astype("float64")
    if not was.sum():
        return 0.0
    if len(now) < len(was):
        return 1 - _entropy(now) / _entropy(was) if _entropy(was) else 0.0
    if after.base > before.base:
        return float((was / was.sum() - now / now.sum()).abs().sum() / 2) if now.sum() else 1.0
    return float(was[after.is_hidden].sum() / was.sum())


def _entropy(counts: pd.Series) -> float:
    """How many bits it takes to say in which cell a person stands."""
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log2(shares)).sum())


def order_read(table: CountTable, release: CountTable, ranges: pd.DataFrame) -> float:
    """Return the share of pairs of columns of a table whose order by people the release still tells.

    A column that is merged with another has no count of its own any more. Pairs of equal columns are left out.

    Args:
        table: the table as it was counted.
        release: what is published of it.
        ranges: the possible counts of the cells of the release, ``low`` and ``high``, in people.

    Examples:
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAA"), "region": ["north", "south", "south"]})
        >>> table = count_table(people, by=("film", "region"))
        >>> known = pd.DataFrame({"low": table.cells["count"], "high": table.cells["count"]})
        >>> order_read(table, table, known), order_read(table, table, known.assign(low=0))
        (1.0, 0.0)
    """
    column = table.by[-1]
    counts = table.cells[~table.is_total].groupby(column)["count"].sum()
    ends = ranges.assign(label=release.cells[column])
    across = (release.cells[list(release.by[:-1])] == TOTAL).all(axis="columns")
    ends = (ends[across] if across.any() else ends).groupby("label").sum()
    pairs = [(more, less) for more, less in permutations(counts.index, 2) if counts[more] > counts[less]]
    told = [
        more in ends.index and less in ends.index and ends["low"][more] > ends["high"][less] for more, less in pairs
    ]
    return float(sum(told)) / len(told) if told else 1.0


def wilson_interval(successes: int, n: int, *, z: float = 1.959964) -> tuple[float, float]:
    """Return the interval in which the true share plausibly lies, given ``successes`` out of ``n``.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).

    Args:
        successes: how often it happened, 0 to n.
        n: how often it could have happened.
        z: the quantile of the normal distribution; 1.96 gives 95 %.

    Examples:
        >>> low, high = wilson_interval(5, 10)
        >>> round(low, 3), round(high, 3)
        (0.237, 0.763)
        >>> wilson_interval(0, 0)
        (0.0, 1.0)
    """
    if n == 0:
        return 0.0, 1.0
    share, spread = successes / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _refuse_unscorable(guesses: pd.DataFrame, truth: pd.DataFrame, blind: float) -> None:
    """Say in a sentence why these guesses cannot be scored."""
    if not 0 <= blind <= 1:
        raise ValueError(f"blind is {blind}: it is a probability, from 0 to 1.")
    for name, frame in (("guesses", guesses), ("truth", truth)):
        if frame["target"].duplicated().any():
            twice = frame.loc[frame["target"].duplicated(), "target"].iloc[0]
            raise ValueError(f"{name} has target {twice!r} twice: one row per target, please.")
    strangers = guesses.loc[~guesses["target"].isin(truth["target"]), "target"]
    if len(strangers):
        raise ValueError(f"the truth knows no target {strangers.iloc[0]!r}: were these guesses made on another world?")
