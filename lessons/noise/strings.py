"""What the lesson on noise says."""

from typing import Final

BY_OPENDP: Final = "The noise is OpenDP's: drawn by the machine, and nobody can repeat it."
BY_THE_KIT: Final = (
    "OpenDP is missing here (with internet: pip install opendp). The noise is the kit's own, which is for teaching. "
    "The lesson goes on."
)
ANSWERED: Final = "{told}. Tokens left: {left} of {tokens}."
REFUSED: Final = "No answer. All {tokens} tokens are spent: {said}"
NO_SUCH_LABEL: Final = "nobody can ask for {label!r} here; there are {labels} and so on."

WHO: Final = "profile"
TITLES: Final = "titles"
UNIT: Final = "noise counted"
RIGHT: Final = "right of 100"
INTERVAL: Final = "95 % interval"
PROMISE: Final = "promise: at most"
BLIND: Final = "blind guess"
OFF: Final = "count off by"
EPSILON: Final = "epsilon"
PEOPLE: Final = {"lightest": "fewest titles", "median": "in the middle", "heaviest": "most titles"}
SIZE: Final = "people in the group"
GROUPS: Final = "groups"
TRUE: Final = "true count, mean"
PRINTED: Final = "printed, mean"
OFF_SHARE: Final = "off, in %"
EMPTIED: Final = "printed as 0, in %"
KEPT: Final = "titles kept"
STILL: Final = "first ten kept"
LOST: Final = "share lost, in %"
REFRESHES: Final = "prints"
SPENT: Final = "epsilon spent"
PROVED: Final = "epsilon proved"
WAY: Final = "what is answered"
WAYS: Final = {"name": "one name", "all counts": "all counts, then the first"}
TOP_NAMED: Final = "true top named, of 100"
ASKED: Final = "answers"
ITS_VIEWERS: Final = "viewers of what is named"
TOP_VIEWERS: Final = "viewers of the top"
TITLE: Final = "title"
TRUE_COUNT: Final = "true"
PRINTED_COUNT: Final = "printed"

KEPT_AXIS: Final = "titles kept of each profile"
OFF_AXIS: Final = "viewers by which a count is off"
OFF_PARTS: Final = {"off": "what readers see: all together", "cut": "through titles left out", "noise": "through noise"}
KEPT_CHART: Final = (
    "How far counts are off, by how many titles are kept of each profile. What is left out costs less with each title "
    "more; noise costs more. The sum has its lowest place between the two ends."
)
REFRESH_AXIS: Final = "prints of the same count, each with fresh noise"
SHARE_AXIS: Final = "share of right guesses"
REFRESH_PARTS: Final = {"share": "Ada, measured", "promise": "the promise for all prints together"}
REFRESH_CHART: Final = (
    "How often Ada is right, by how many prints of one count she has seen. Both her share and the promise rise towards "
    "one."
)
EPSILON_LABEL: Final = "Epsilon"
EPSILON_VALUE: Final = "epsilon {value}"
MORE_NOISE: Final = "more noise"
LESS_NOISE: Final = "less noise"
KEPT_LABEL: Final = "Titles kept of each profile, at most"
ALL_KEPT: Final = "all ({titles})"
UNIT_LABEL: Final = "Noise is counted"
UNITS: Final = {
    "per profile": "per profile: for all its titles together",
    "per view": "per view: as if each title were one person",
}
NOISE_CHART: Final = (
    "Left: the ten most watched titles, as bars with their true viewers and as marks with what is printed. Right: how "
    "often Ada is right about a profile in the middle, beside the promise and a blind guess."
)
TOP_TITLE: Final = "The ten most watched titles"
RIGHT_TITLE: Final = "Of 100 guesses, right"
VIEWERS_AXIS: Final = "viewers (bar: true, mark: printed)"
ADA: Final = "Ada"
AT_MOST: Final = "at most, by the promise"
MORE_THAN: Final = "more than 99"
SENTENCE: Final = (
    "A profile in the middle has {titles} titles, and {counted} of them count here. {promise} in the long run, if as "
    "many are in as out and she knows everybody else. Ada has {right} right. Without looking: 50. Over all titles, a "
    "count is off by {off} viewers on average; over the ten most watched, by {off_at_top}. Of these ten, {top} are "
    "still among the first ten."
)
PROMISED: Final = {
    "per profile": "The promise of epsilon {epsilon} per profile: of 100 guesses about it, {promise} right",
    "per view": "The promise of epsilon {epsilon} per view is about one title. For all {counted} titles together: of "
    "100 guesses about the profile, {promise} right",
}
"""What is promised about one profile, by the unit that the noise is counted for."""

AT_MOST_RIGHT: Final = "at most {promise} are"
NOTHING_PROMISED: Final = "more than 99 may be"

NO_YEAR: Final = (
    'Write a year like {"tables": 12, "kept": 12, "epsilon": 3.0}: tables and kept are whole numbers above 0, and '
    "epsilon is a number above 0."
)
YEAR: Final = (
    "After this year, Ada is right about {right:.0f} of 100 at most; a count is off by {noise:.0f} readers through "
    "noise and lacks {cut:.0f} that were left out."
)
TOO_OFTEN_RIGHT: Final = "She may be right about {most:.0f} of 100 at most."
TOO_FEW_TABLES: Final = "There must be {fewest} tables."
TOO_FAR_OFF: Final = "Together, a count may be off by {most} at most."
