"""What the bars of an attack's outcomes say."""

from typing import Final

OUTCOMES: Final = {"right": "rightly found", "wrong": "wrongly accused", "abstained": "no claim made"}
REMARKS: Final = "remarks"
OUTCOME_AXIS: Final = "{of} (the black tick: what a blind guess gets right)"
BLIND_GUESS: Final = "blind guess"
OUTCOME_CHART: Final = (
    "For each group of {of}: how many led to the right person, how many to a wrong one, and how many to no claim; "
    "with a tick where a blind guess stands."
)
