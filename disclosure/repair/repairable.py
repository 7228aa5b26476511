"""Which releases can be repaired at all, and how: a sentence for each reason why not."""

from disclosure.audit.reading.as_printed import as_printed
from disclosure.audit.reading.totals import without_totals
from disclosure.repair.hiding import AnyRule, Release, tables_in
from disclosure.repair.protection import Protection
from disclosure.repair.suppression_problem import SuppressionProblem
from disclosure.rules import DominanceRule, Rule
from disclosure.tables.count_table import PEOPLE


def refuse_for_amounts(rule: DominanceRule, protect: Protection) -> None:
    """Say in a sentence why amounts cannot be protected in this way."""
    if not rule.secret:
        raise ValueError(f"{rule} is public: nobody can promise what its numbers do not tell. Take secret=True.")
    if protect not in ("handbook", "exact"):
        raise ValueError(
            f"protect is {protect!r}: amounts are protected by 'handbook' (the level of the rule) or 'exact'."
        )


def refuse_unseen_totals(problem: SuppressionProblem) -> None:
    """Say in a sentence that nobody can cover cells against totals that are not there."""
    if table := without_totals(problem.everything, as_printed(problem.everything, problem.known_primary)):
        raise ValueError(
            f"the table by {' and '.join(table.by)} has no totals, so a repair does not see what can be subtracted: "
            "give it the totals that readers have from anywhere (count_table prints them). Where there are none, "
            "a rule alone is enough (Suppress, SuppressDominated)."
        )


def refuse_unusable(release: Release, rule: AnyRule) -> None:
    """Say in a sentence why this release cannot be repaired."""
    for table in tables_in(release):
        if (table.unit == PEOPLE) != isinstance(rule, Rule):
            right = "threshold=..." if table.unit == PEOPLE else "dominance=..."
            raise ValueError(f"the table counts {table.unit}, and {rule} is no rule for that: choose {right}")
        if table.is_hidden.any() or table.how_changed:
            raise ValueError("some counts are hidden or changed already: a repair needs all of them.")
        if table.companions:
            raise ValueError("statistics stand beside the counts and tell of hidden ones: take them out first.")
        if table.totals_of == "printed cells":
            raise ValueError("totals that sum printed cells only change with each repair: print totals of everybody.")
