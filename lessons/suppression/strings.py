"""What the slider of suppression says."""

from typing import Final

THRESHOLD_LABEL: Final = "Publish no count below k"
THRESHOLD_VALUE: Final = "k = {value}"
THRESHOLD_AXIS: Final = "k, the smallest count that is published"
TOTALS_LABEL: Final = "Totals"
TOTALS: Final = {"printed": "printed", "left out": "left out"}
WHO_LABEL: Final = "Who looks at the table?"
WHO: Final = {"outsider": "an outsider", "insider": "anybody who is alone in a hidden cell"}
CELL_LABEL: Final = "Why? Choose a hidden cell, here or with a click in the table"
PEOPLE_AXIS: Final = "people"
CELL_STATES: Final = {
    "p": "printed",
    "x": "hidden, and known exactly",
    "n": "hidden, and narrowed down",
    "o": "hidden, and open: all that the rule allows",
}
PEOPLE_CURVES: Final = {
    "people_hidden": "in hidden cells",
    "people_narrowed": "of these, narrowed or exact",
    "people_exact": "of these, exact",
}
SUPPRESSION_CHART: Final = (
    "A table of counts. As the threshold rises, more cells are hidden. Some of these are still known exactly, "
    "some are narrowed down, some are open. Beside it, the number of people in hidden, narrowed and exact cells, over "
    "all thresholds."
)
SUPPRESSION_SENTENCE: Final = (
    "With k = {strength}, {hidden} of {cells} cells are hidden. {who} knows {exact} of these exactly (people in them: "
    "{people_exact}) and narrows {narrowed} more; {open} stay open. Of all people, {utility_lost:.1%} stand in cells "
    "that the reader cannot read. {facts}"
)
LEARNERS: Final = {"outsider": "An outsider", "insider": "One or other of those who are alone in a hidden cell"}
FACTS: Final = {
    0: "No printed zero tells anything about a whole group.",
    1: "Zero is not harmless: {facts} facts about whole groups stand in print, such as who is not there at all.",
}
CELL_PRINTED: Final = "{cell} is printed: {count}."
CELL_LEFT_OUT: Final = "{cell} is left out, like all totals."
CELL_HIDDEN: Final = "{cell}: {people}, {verdict}{by}. {why}"
BY_AN_INSIDER: Final = ", for the one person who stands in {cell}"
PEOPLE_EXACTLY: Final = "exactly {low}"
PEOPLE_BETWEEN: Final = "{low} to {high}"
