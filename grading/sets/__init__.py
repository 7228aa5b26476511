"""The problem sets, one for each of eight weeks: a module with its cases, and a text of the same name."""

from typing import Final

from grading.sets import (
    amounts,
    covered_tables,
    hidden_counts,
    insiders,
    linking,
    membership,
    noise,
    questions,
)
from grading.tasks import ProblemSet

IN_ORDER: Final = (hidden_counts, covered_tables, insiders, amounts, linking, noise, questions, membership)
SETS: Final[dict[str, ProblemSet]] = {one.SET.name: one.SET for one in IN_ORDER}
"""All sets, by name."""
