"""What the lesson on insiders says."""

from typing import Final

WHO_LABEL: Final = "Who looks at the table?"
REPAIR_LABEL: Final = "How was it repaired?"
CELL_LABEL: Final = "Why? Choose a hidden cell, here or with a click in the table"
OUTSIDER: Final = "an outsider"
ALONE: Final = "whoever is alone in {cell}"
TOGETHER: Final = "two who talk: in {one} and in {other}"
REPAIRS: Final = {
    "threshold": "threshold only",
    "outsiders": "repaired against outsiders",
    "insiders": "repaired against insiders, too",
}
INSIDER_STATES: Final = {
    "p": "printed",
    "h": "her own cell, which she knows",
    "x": "hidden, and known exactly to her",
    "n": "hidden, and narrowed down for her",
    "o": "hidden, and open: all that the rule allows",
}
INSIDERS_CHART: Final = (
    "A table of counts with hidden cells. Depending on who looks and how the table was repaired, hidden cells are "
    "open, narrowed, or known exactly. Beside it, for each repair, the people in hidden cells and the small cells that "
    "some insider learns."
)
SENTENCE: Final = (
    "{repair}: {hidden} of {cells} cells are hidden, and {people} of {everybody} people stand in them. Known exactly "
    "to {who}: {exact} of the other hidden cells, {small} of them below the threshold. {narrowed} are narrowed, {open} "
    "stay open."
)
CELL_PRINTED: Final = "{cell} is printed: {count}."
CELL_HERS: Final = "{cell} is her own cell: she knows that it holds {count}."
CELL_HIDDEN: Final = "{cell}: {people}, {verdict} (for {who}). {why}"
PEOPLE_EXACTLY: Final = "exactly {low}"
PEOPLE_BETWEEN: Final = "{low} to {high}"
PEOPLE_AT_LEAST: Final = "{low} or more"
PRICE_AXIS: Final = "people in hidden cells"
PRICE_PARTS: Final = {"small": "in small cells", "cover": "in cells that cover them"}
LEARNT_AXIS: Final = "small cells that insiders learn, alone or two"
LEARNT_NUMBER: Final = "{cells}"
OPENED_AXIS: Final = "hidden cells of others that she learns"
OPENED_PEOPLE: Final = "people who are alone"
OPENED_CHART: Final = "How many of those who are alone in a hidden cell learn no other hidden cell, one, two and so on."
BELIEF_KINDS: Final = {"right": "right", "wrong": "wrongly accused"}
BELIEF_WHO: Final = {
    "outsider": "an outsider",
    "alone": "alone, and knows it",
    "believes so": "believes to be alone, and is not",
}
BELIEF_AXIS: Final = "small cells that are declared"
BELIEF_CHART: Final = (
    "For each repair and each kind of attacker, how many small cells are declared rightly and how many wrongly."
)
NOBODY_ALONE: Final = "nobody is alone in a hidden cell of this table, so there is no insider to choose"
