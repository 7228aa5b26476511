"""What the charts of singling out say."""

from typing import Final

CROWDS: Final = ("alone", "among 2 to 4", "among 5 or more")
CROWD_LEGEND: Final = "For this onlooker, the person stands"
ALONE: Final = "{n} alone"
CROWD_CHART: Final = (
    "One row of dots for each onlooker, one dot for each person behind the count. The more an onlooker knows, the more "
    "people stand alone."
)
OUTCOMES: Final = {"right": "rightly found", "wrong": "wrongly accused", "abstained": "no claim made"}
REMARKS: Final = "remarks"
OUTCOME_AXIS: Final = "{of} (the black tick: what a blind guess gets right)"
BLIND_GUESS: Final = "blind guess"
OUTCOME_CHART: Final = (
    "For each group of {of}: how many led to the right person, how many to a wrong one, and how many to no claim; "
    "with a tick where a blind guess stands."
)
