"""A budget for answers: each answer takes a part of epsilon, and what is spent is spent."""

from fractions import Fraction
from typing import Any

from disclosure.whole_numbers import positive_number


class BudgetSpentError(RuntimeError):
    """There is not so much left; the sentence says how much. Nothing was spent."""


class Budget:
    """Count what answers about the same people have cost together, and refuse what is too much.

    Sequential composition: the epsilons of all answers add up. It keeps count as long as this value lives: whoever
    makes a new one begins again at 0, and no code can keep her from it.

    Args:
        epsilon: all that may be spent, above 0.

    Raises:
        ValueError: it is no number above 0.

    Examples:
        >>> budget = Budget(0.3)
        >>> budget.spend(0.1), budget.spend(0.2)
        (0.1, 0.2)
        >>> budget.left
        0.0
        >>> budget.spend(0.1)
        Traceback (most recent call last):
        disclosure.defences.budget.BudgetSpentError: 0.1 is asked for, and 0.0 of 0.3 is left: no answer.
    """

    def __init__(self, epsilon: float) -> None:
        """Begin with everything left."""
        self.epsilon = positive_number("epsilon", epsilon, "choose a number above 0")
        self.answers: list[float] = []

    @property
    def spent(self) -> float:
        """What all answers have cost so far."""
        return float(sum(map(_as_written, self.answers), Fraction()))

    @property
    def left(self) -> float:
        """What may still be spent."""
        return float(self._left())

    def spend(self, epsilon: float) -> float:
        """Take a part, and return it: ``AddNoise(budget.spend(0.5))(table)``.

        Raises:
            BudgetSpentError: there is not so much left.
            ValueError: it is no number above 0.
        """
        asked = positive_number("epsilon", epsilon, "choose a number above 0")
        if _as_written(asked) > self._left():
            raise BudgetSpentError(f"{asked} is asked for, and {self.left} of {self.epsilon} is left: no answer.")
        self.answers.append(asked)
        return asked

    def _left(self) -> Fraction:
        """The rest, without an error of rounding: ten times 0.1 is 1."""
        return _as_written(self.epsilon) - sum(map(_as_written, self.answers), Fraction())

    def __repr__(self) -> str:
        """Say what is left."""
        return f"Budget({self.epsilon}): {self.spent} spent, {self.left} left"


def _as_written(number: Any) -> Fraction:
    """A number as somebody writes it: 0.1 is a tenth."""
    return Fraction(str(number))
