"""What the lesson on insiders says."""

from typing import Final

WHO_LABEL: Final = "Who looks at the table?"
REPAIR_LABEL: Final = "How was it repaired?"
CELL_LABEL: Final = "Why? Choose a hidden cell, here or with a click in the table"
OUTSIDER: Final = "an outsider"
ALONE: Final = "Ada, alone in {cell}"
TOGETHER: Final = "two who talk, in {one} and in {other}"
REPAIRS: Final = {
    "threshold": "threshold only",
    "outsiders": "repaired against outsiders",
    "insiders": "repaired against insiders, too",
}
INSIDER_STATES: Final = {
    "p": "printed",
    "h": "own cell, known to who looks",
    "x": "hidden, and known exactly to who looks",
    "n": "hidden, and narrowed",
    "o": "hidden, and open: all that the rule allows",
}
INSIDERS_CHART: Final = (
    "A table of counts with hidden cells. Depending on who looks and how the table was repaired, hidden cells are "
    "open, narrowed, or known exactly. Beside it, for each repair, the people in hidden cells and the small cells that "
    "some insider learns."
)
SENTENCE: Final = (
    "{repair}: {hidden} of {cells} cells are hidden, with {people} of {everybody} people. Who looks: {who}. Learnt "
    "exactly: {exact} other hidden cells; small ones among them: {small}. Narrowed: {narrowed}. Open: {open}."
)
CELL_PRINTED: Final = "{cell} is printed: {count}."
CELL_HERS: Final = "{cell} is an own cell: who looks knows that it holds {count}."
CELL_HIDDEN: Final = "{cell}: {people}, {verdict} (for {who}). {why}"
PEOPLE_EXACTLY: Final = "exactly {low}"
PEOPLE_BETWEEN: Final = "{low} to {high}"
PEOPLE_AT_LEAST: Final = "{low} or more"
PRICE_AXIS: Final = "people in hidden cells"
PRICE_PARTS: Final = {"small": "in small cells", "cover": "in cells that cover them"}
LEARNT_AXIS: Final = "small cells that insiders learn, alone or two"
OPENED_AXIS: Final = "small counts of others that a singleton learns"
OPENED_PEOPLE: Final = "singletons"
OPENED_CHART: Final = (
    "How many of those who are alone in a hidden cell learn no small count of others, one, two and so on."
)
BELIEF_KINDS: Final = {"right": "right", "wrong": "wrongly accused"}
BELIEF_WHO: Final = {
    "outsider": "an outsider",
    "alone": "alone, and knows it",
    "believes so": "believes to be alone, and is not",
}
BELIEF_AXIS: Final = "small cells declared"
BELIEF_CHART: Final = (
    "For each repair and each kind of attacker, how many small cells are declared rightly and how many wrongly."
)
REPAIR: Final = "repair"
WHO: Final = "who looks"
LOOKING: Final = "people who look"
SUCCEED: Final = "learn a small count"
CELLS_HIDDEN: Final = "cells hidden"
PEOPLE_HIDDEN: Final = "people in them"
TARGETS: Final = "asked for"
DECLARED: Final = "declared"
RIGHT: Final = "of these right"
BY_CHANCE: Final = "right by chance"
CELL: Final = "cell"
CLAIM: Final = "she says"
TRUTH: Final = "in truth"
STILL_LEARNT: Final = {
    False: "An outsider still gets a small count back: that of {cell}.",
    True: "No outsider gets a small count back, but somebody who is alone in another cell does: that of {cell}.",
}
TOO_DEAR: Final = "Nobody learns a small count, and {price} people lose theirs for it; no more than {most} may."
NOBODY_ALONE: Final = "nobody is alone in a hidden cell of this table, so there is no insider to choose"
