"""What defences are called when they stand side by side."""

from typing import Final

NO_DEFENCE: Final = "nothing"
DEFENCES: Final = {
    "Suppress": "hide below {number}",
    "Coarsen": "merge {number} {dimension}s",
    "RoundTo": "round to {number}",
}
DEFENCE_KINDS: Final = {
    "Suppress": "hide",
    "Coarsen": "merge",
    "RoundTo": "round",
    True: "combined",
    False: "as counted",
}
LOSS_AXIS: Final = "what the reader loses (share; each kind of defence by its own measure)"
LEARNT_AXIS: Final = "people still learnt about"
TRADE_OFF_CHART: Final = (
    "One point for each defence: to the right, what the reader loses; upwards, how many people are still learnt about. "
    "Good defences stand at the bottom left."
)
