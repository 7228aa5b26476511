"""The problem sets, one for each of eight weeks: a module with its cases, and a text of the same name."""

from typing import Final

from grading.sets import amounts, covered_tables, hidden_counts, insiders, linking, questions
from grading.tasks import ProblemSet

SETS: Final[dict[str, ProblemSet]] = {one.name: one for one in (hidden_counts.SET, covered_tables.SET, insiders.SET, amounts.SET, linking.SET, questions.SET)}
"""All sets, by name."""
