"""The slider of the lessons on hidden counts: k, the smallest count that is published, with those who use it."""

from typing import Final

from disclosure.rules import THRESHOLDS_IN_USE
from teaching.strings import controls as strings
from teaching.widgets.controls import Slider

THRESHOLDS: Final = range(3, 16)
"""What the slider offers. Under k = 2 a hidden cell is known to be 1, and no repair can help it."""

START: Final = 5
"""Where the slider stands at first: the threshold of these lessons."""


def threshold_slider(thresholds: range) -> Slider:
    """Make the slider ``threshold``, in people; those who use a threshold stand at their place.

    Args:
        thresholds: what it offers; it starts at ``START``, or at the first where that is not offered.

    Examples:
        >>> slider = threshold_slider(range(3, 7))
        >>> slider.value, list(slider.landmarks)
        (5, [4, 5])
    """
    return Slider(
        "threshold",
        strings.THRESHOLD_LABEL,
        minimum=thresholds[0],
        maximum=thresholds[-1],
        start=START if START in thresholds else None,
        landmarks={rule.k: rule.who for rule in THRESHOLDS_IN_USE if rule.k in thresholds},
        value_text=strings.THRESHOLD_VALUE,
    )
