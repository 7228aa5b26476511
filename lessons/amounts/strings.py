"""What the lesson on amounts says."""

from typing import Final

RULE_LABEL: Final = "Which rule hides cells?"
RULES: Final = {
    "p = 5": "p % rule, p = 5",
    "p = 10": "p % rule, p = 10",
    "p = 20": "p % rule, p = 20",
    "p = 40": "p % rule, p = 40",
    "n = 1, k = 80": "(n, k) rule, n = 1, k = 80",
    "n = 2, k = 90": "(n, k) rule, n = 2, k = 90",
}
STEP_LABEL: Final = "What is published?"
STEPS: Final = {"rule alone": "only the cells of the rule are hidden", "repaired": "other cells are hidden, too"}
CELL_LABEL: Final = "Why? Choose a hidden cell, here or with a click in the table"
STATES: Final = {
    "p": "printed, here in hours",
    "x": "hidden, and known exactly to an outsider",
    "u": "hidden, and not found",
}
CHART: Final = (
    "A table of amounts with hidden cells, in hours. Depending on the rule, and on whether further cells are hidden, "
    "hidden cells are known exactly or not found. Beside it, for each rule with all its cells, the per cent of "
    "all minutes that stand in hidden cells."
)
PRICE_AXIS: Final = "minutes in hidden cells, in per cent"
SENTENCE: Final = (
    "Cells hidden, without totals: {hidden}. Known exactly to an outsider, of these: {given_back}. Ada's limit for "
    "Bea's minutes is {too_large:.1f} per cent too large. {lost:.1f} per cent of all minutes stand in hidden cells."
)
NOTHING_HIDDEN: Final = (
    "This rule hides nothing here. Ada's limit for Bea's minutes is {too_large:.1f} per cent too large."
)
CELL_PRINTED: Final = "{cell} is printed: {count} {unit}."
CELL_HIDDEN: Final = "{cell}: {amount} {unit} for an outsider. {why}"
EXACTLY: Final = "exactly {low:,}"
BETWEEN: Final = "{low:,} to {high:,}"
AT_LEAST: Final = "{low:,} or more"
STILL_TOO_CLOSE: Final = (
    "The totals still tell too much of sales in Lyon: its largest possible amount is not far enough above the true one."
)
TOO_DEAR: Final = "The promise is kept, and {price:,} euros are hidden for it; no more than {most:,} are allowed."
