"""What the charts of singling out say."""

from typing import Final

CROWDS: Final = ("alone", "among 2 to 4", "among 5 or more")
CROWD_LEGEND: Final = "For this onlooker, the person stands"
ALONE: Final = "{n} alone"
CROWD_CHART: Final = (
    "One row of dots for each onlooker, one dot for each person behind the count. The more an onlooker knows, the more "
    "people stand alone."
)
