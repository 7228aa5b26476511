"""The problem sets, one for each of eight weeks: a module with its cases, and a text of the same name."""

from typing import Final

from grading.sets import covered_tables, hidden_counts
from grading.tasks import ProblemSet

SETS: Final[dict[str, ProblemSet]] = {one.name: one for one in (hidden_counts.SET, covered_tables.SET)}
"""All sets, by name."""
