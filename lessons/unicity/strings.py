"""What the curves of unicity and their widget say."""

from typing import Final

COLUMNS: Final = {"title_id": "title"}
"""Words for columns whose name is no word."""

K_LABEL: Final = "She knows k things"
K_VALUE: Final = "k = {value}"
K_AXIS: Final = "k, the things she knows"
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
    "Among {viewers:,} viewers, {k} of her own things ({resolution}) fit nobody else for {unique:.0%} of {n:,} targets "
    "(95 %: {low:.0%} to {high:.0%}); half of them stand in a crowd of at most {crowd_median:,.0f}, nine in ten of at "
    "most {crowd_90:,.0f}. {left_out} A blind guess is right for one in {viewers:,}. If the person were not in the log "
    "at all, exactly one other would fit, and stand accused, for {one_other:.0%}. The reader loses {utility_lost:.0%} "
    "of the information."
)
NOBODY_SENTENCE: Final = "No target has {k} such things ({resolution}) among {viewers:,} viewers."
LEFT_OUT: Final = {0: "Nobody is left out.", 1: "{left_out:,} have fewer than {k} such things and are left out."}
ALL_TRUE: Final = "in the log, all true"
ONE_WRONG: Final = "in the log, one thing wrong"
ABSENT: Final = "not in the log"
