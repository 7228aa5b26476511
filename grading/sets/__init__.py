"""The problem sets, one for each of eight weeks: a module with its cases, and a text of the same name."""

from typing import Final

from grading.sets import hidden_counts
from grading.tasks import ProblemSet

SETS: Final[dict[str, ProblemSet]] = {one.name: one for one in (hidden_counts.SET,)}
"""All sets, by name."""
