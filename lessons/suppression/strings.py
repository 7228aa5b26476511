"""What the lesson on suppression says: the slider, its tables in words, and the judge of plans."""

from typing import Final

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
NO_PLAN: Final = "This is no plan: write exercises.Plan(threshold=5), and what else you choose."
UNKNOWN_TOTALS: Final = "totals is {totals!r}: write 'printed' or 'left out'."
NAMED_TOTAL: Final = "{cell} is a total: leave out all totals with totals='left out', or name other cells."
STILL_FOUND: Final = "Ada works out a small count: {cell} is {count}. {why}"
STILL_PRINTED: Final = "A small count stands in print: {cell} is {count}."
TOO_DEAR: Final = "Ada works out no small count. But the plan costs {price}; no more than {most} may be spent."
POSSIBLE: Final = "what stays possible"
IS_FOUND: Final = "found"
YES: Final = "yes"
CELLS_HIDDEN: Final = "cells hidden"
CELLS_EXACT: Final = "known exactly"
CELLS_NARROWED: Final = "narrowed"
PEOPLE_HIDDEN: Final = "people hidden"
PEOPLE_EXACT: Final = "people in exact cells"
DEFENCE: Final = "defence"
SMALL_CELLS: Final = "small cells"
STILL_POSSIBLE: Final = "counts still possible"
READER_LOSES: Final = "the reader loses"
ORDER_READ: Final = "order can be read"
CERTAIN: Final = "what is certain of everybody in a group"
