"""Words of the lesson on recommendations: names in tables, in charts, in the explorer, and its sentences."""

from typing import Final

PLACE: Final = "place"
TITLE: Final = "title"
BEA_HAS: Final = "has Bea watched it?"
YES, NO = "yes", "no"
LISTS_BESIDE: Final = ("Bea has watched", "its viewers", "first in its list", "place")
PLACE_OF: Final = "place of “{title}”"
NOT_IN_IT: Final = "not in it"
NAMES: Final = "Ada names “{title}”: it stands in {lists} of the five lists."
SILENT: Final = "Ada says nothing: no title that is new to her stands in more than {lists} of the five lists."

KNOWN: Final = {"rarest": "five rarest titles", "any": "five titles, any"}
COLUMNS: Final = {
    "which": "Ada knows",
    "right": "right",
    "wrong": "wrong",
    "right_without": "right without her",
    "wrong_without": "wrong without her",
    "blind": "blind: right",
    "least": "viewers, at least",
    "vanished": "vanish without her",
    "vanished_by_three": "leaks (3 of 5)",
    "vanished_by_two": "leaks (2 of 5)",
    "listed": "titles with a list",
    "defence": "defence",
    "same": "popular lists: same",
}
DAY_COLUMNS: Final = ("lists", "looks", "right", "watched earlier", "wrong", "right without it")

WHICH_LABEL: Final = "Ada knows five of Bea's titles"
WHICH: Final = {"rarest": "the rarest", "any": "any"}
LEAST_LABEL: Final = "Viewers of a title in the lists, at least"
LEAST: Final = "{least}"
NO_LEAST: Final = "no limit"
BEA_LABEL: Final = "Bea"
BEA: Final = {"in": "is in the data", "out": "is left out"}

SENTENCE: Final = "{of_bea} {of_all}"
OF_BEA_NAMES: Final = (
    "Bea {bea}: “{title}” stands in {lists} of her {known} lists, and Ada names it. That is {verdict}."
)
OF_BEA_SILENT: Final = (
    "Bea {bea}: no title that is new to Ada stands in more than {lists} of her {known} lists. Ada says nothing."
)
VERDICT: Final = {True: "right", False: "wrong"}
OF_ALL: Final = (
    "Of {n} viewers, Ada is right about {right} and wrong about {wrong}. Had each of them not been in the data: right "
    "about {right_without}, wrong about {wrong_without}. The same claims about anybody: {blind} right."
)

CHART: Final = (
    "Left: the lists of five titles that Ada knows of Bea, side by side; the title that she names is lit. Right: about "
    "how many viewers she is right and wrong, with each of them in the data and left out."
)
LISTS_TITLE: Final = "The lists of five titles that Bea has watched; lit: what Ada names"
BARS_TITLE: Final = "What Ada says of {n} viewers"
BARS: Final = {"with": "with her", "without": "without her"}
BOTH_NUMBERS: Final = "{right} right, {wrong} wrong"
BARS_AXIS: Final = "viewers"
BOTH_CHART: Final = "Bars: about how many viewers Ada is right and wrong, with each of them in the data and left out."

NO_LISTS: Final = 'Write two whole numbers like {"length": 20, "least_readers": 10}.'
LIBRARY: Final = (
    "Of {readers} readers, {leaks} right guesses vanish without the reader. Books with a list make up {share:.0%} of "
    "all loans."
)
TOO_MANY_LEAKS: Final = "At most {most} may vanish."
TOO_FEW_LISTED: Final = "It must be {fewest:.0%} at least."
TOO_SHORT: Final = "A list must have {shortest} places at least."
