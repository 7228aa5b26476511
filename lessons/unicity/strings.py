"""What the curves of unicity and their widget say."""

from typing import Final

COLUMNS: Final = {"title_id": "title"}
"""Words for columns whose name is no word."""

K_LABEL: Final = "Ada knows k things"
K_VALUE: Final = "k = {value}"
K_AXIS: Final = "k, the things that Ada knows"
RESOLUTION_LABEL: Final = "The log tells of each thing"
POPULATION_LABEL: Final = "Viewers in the log"
UNIQUE_AXIS: Final = "share whom nobody else fits"
POPULATION_AXIS: Final = "viewers in the log, N (each mark doubles them)"
LOST_AXIS: Final = "information lost"
OTHERS: Final = "thin: the other ways to publish"
CHOSEN_TITLE: Final = "How many things?"
POPULATION_TITLE: Final = "Among how many?"
LOST_TITLE: Final = "At what price?"
UNICITY_CHART: Final = (
    "Three panels. First: the share of people whom k things single out, rising with k, for each way to publish; the "
    "chosen one is thick, with its 95 % interval. Second: the same share at the chosen k, falling as the log has more "
    "viewers. Third: the share of information that each way to publish leaves out."
)
CURVES_CHART: Final = (
    "One curve for each way to publish the log: the share of people whom k random things of their own records single "
    "out. Every curve rises with k; the more finely the log tells, the earlier."
)
POPULATION_CHART: Final = (
    "One curve for each way to publish the log, over the number of viewers in it: the share of people whom so many "
    "random things of their own records single out. Every curve falls."
)
UNICITY_SENTENCE: Final = (
    "Among {viewers:,} viewers, {k} things of a person ({resolution}) fit nobody else for {unique:.0%} of {n:,} people "
    "(95 %: {low:.0%} to {high:.0%}). Half of them stand in a crowd of at most {crowd_median:,.0f}, nine in ten of at "
    "most {crowd_90:,.0f}. {left_out} A blind guess is right for one in {viewers:,}. Were the person not in the log, "
    "exactly one other would fit, and stand accused, for {one_other:.0%}. The reader loses {utility_lost:.0%} "
    "of the information."
)
NOBODY_SENTENCE: Final = "Nobody of those drawn has {k} such things ({resolution}) among {viewers:,} viewers."
LEFT_OUT: Final = {0: "Nobody is left out.", 1: "{left_out:,} have fewer than {k} such things and are left out."}
ALL_TRUE: Final = "in the log, all true"
ONE_WRONG: Final = "in the log, one thing wrong"
ABSENT: Final = "not in the log"

KNOWN: Final = "things known, k"
PEOPLE: Final = "people"
TOO_FEW: Final = "left out"
UNIQUE: Final = "unique"
INTERVAL: Final = "95 % interval"
CROWD: Final = "crowd in the middle"
TOLD: Final = "told of each thing"
LOST: Final = "information lost"
NINE_IN_TEN: Final = "k for nine in ten"
MORE_THAN: Final = "more than {most}"
LOOKED_FOR: Final = "looked for"
FOUND: Final = "found"
ACCUSED: Final = "wrongly accused"
BLIND: Final = "found by a blind guess"
ONE_OTHER: Final = "fit by one other"
EXTRACT: Final = (
    "With these columns and this share, Ada finds {found} of {n} members, and accuses {accused} others. Readers lose "
    "{lost:.1%} of the information."
)
FOUND_TOO_MANY: Final = "She may find {most} at most."
ACCUSED_TOO_MANY: Final = "She may accuse {most} at most."
TOO_DEAR: Final = "They may lose {most:.0%} at most."
NO_EXTRACT: Final = 'Write an extract like {"columns": ["film", "day"], "share": 1.0}.'
NO_COLUMN: Final = "{column!r} is no column of a visit; there are {columns}."
NO_SHARE: Final = "The share is {share!r}: write a number above 0, and at most 1."
