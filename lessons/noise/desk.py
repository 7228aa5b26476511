"""A desk with one budget, that answers until the budget is spent: by OpenDP, where that is installed.

OpenDP's noise comes from the machine and cannot be repeated. So nothing that this kit claims or draws rests on it.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np
import pandas as pd

from disclosure.defences.budget import Budget, BudgetSpentError
from disclosure.defences.noise import noise
from lessons.noise import strings


class Answering(Protocol):
    """What stands behind a desk."""

    maker: str
    """Whose noise it is, in a sentence."""

    def counts(self, labels: Sequence[str]) -> list[int]:
        """Count the rows of some labels, with noise, for one part of the budget; an error where nothing is left."""


class Desk:
    """A desk for a class: its budget is a number of tokens, and each question takes one.

    Args:
        rows: one label per row, of all people together.
        labels: all labels that can be asked for; everybody may know them.
        epsilon: the whole budget, for one unit.
        tokens: how many questions it is for; each costs as much.
        rows_of_one: how many rows one unit has at most.

    Attributes:
        tokens_left: how many questions can still be asked, as long as this desk lives.
        maker: whose noise it is, or what is missing, in a sentence.
    """

    def __init__(
        self, rows: pd.Series, labels: Sequence[str], *, epsilon: float, tokens: int, rows_of_one: int = 1
    ) -> None:
        """Open the desk with all its tokens."""
        self.labels, self.tokens, self.tokens_left = list(labels), tokens, tokens
        texts = rows.astype(str).tolist()
        make = _ByOpenDP if find_spec("opendp") else _ByTheKit
        self._behind: Answering = make(texts, epsilon, tokens, rows_of_one)
        self.maker = self._behind.maker

    def ask(self, *labels: str) -> str:
        """Ask how many rows have these labels, one answer for each; the sentence says what is left."""
        for label in labels:
            if label not in self.labels:
                raise ValueError(strings.NO_SUCH_LABEL.format(label=label, labels=", ".join(self.labels[:4])))
        try:
            counts = self._behind.counts(labels)
        except (ValueError, BudgetSpentError) as refused:
            return strings.REFUSED.format(tokens=self.tokens, said=str(refused).strip().splitlines()[0])
        self.tokens_left -= 1
        told = ", ".join(f"{label}: {count:,}" for label, count in zip(labels, counts, strict=True))
        return strings.ANSWERED.format(told=told, left=self.tokens_left, tokens=self.tokens)

    def table(self) -> pd.DataFrame:
        """Ask for all labels at once, for one token: one row per label, ``label`` and ``printed``."""
        counts = self._behind.counts(self.labels)
        self.tokens_left -= 1
        return pd.DataFrame({"label": self.labels, "printed": counts})


class _ByOpenDP:
    """Answers by OpenDP's compositor: it spends the budget, and raises an exception where there is none left."""

    maker = strings.BY_OPENDP

    def __init__(self, rows: list[str], epsilon: float, tokens: int, rows_of_one: int) -> None:
        """Hand the rows over; whoever holds the compositor can ask no more than the budget allows."""
        import opendp.prelude as dp

        dp.enable_features("contrib")
        self.context: Any = dp.Context.compositor(
            data=rows,
            privacy_unit=dp.unit_of(contributions=rows_of_one),
            privacy_loss=dp.loss_of(epsilon=epsilon),
            split_evenly_over=tokens,
            domain=dp.vector_domain(dp.atom_domain(T=str)),
        )

    def counts(self, labels: Sequence[str]) -> list[int]:
        """Count with Laplace noise on whole numbers, which is the two-sided geometric one."""
        query = self.context.query().count_by_categories(list(labels), null_category=False).laplace()
        return [int(count) for count in query.release()]


class _ByTheKit:
    """Answers with the kit's own noise, drawn afresh: for teaching, where OpenDP is not installed."""

    maker = strings.BY_THE_KIT

    def __init__(self, rows: list[str], epsilon: float, tokens: int, rows_of_one: int) -> None:
        """Keep the counts of all labels; the budget is in tokens."""
        self.found, self.rows_of_one = pd.Series(rows).value_counts(), rows_of_one
        self.budget, self.each = Budget(tokens), epsilon / tokens
        self.rng = np.random.default_rng()

    def counts(self, labels: Sequence[str]) -> list[int]:
        """Count with two-sided geometric noise."""
        self.budget.spend(1)
        drawn = noise(self.each, self.rows_of_one, len(labels), self.rng)
        return [int(self.found.get(label, 0) + extra) for label, extra in zip(labels, drawn, strict=True)]
