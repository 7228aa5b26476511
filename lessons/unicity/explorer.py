"""How many things, how finely told, among how many: three controls and the chart of unicity."""

import pandas as pd

from lessons.unicity import strings
from lessons.unicity.chart import sentences, unicity_chart
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Explorer, Lookup


def explore_unicity(swept: pd.DataFrame) -> Explorer:
    """Show how many people k things single out, for each way to publish a log and several numbers of viewers.

    Args:
        swept: one row per way to publish, number of viewers and k, with at least two k (see
            `lessons.unicity.sweep.unicity_sweep`).

    Returns:
        A slider for k, two choices, the chart, and the sentence of the setting. All is computed beforehand. It begins
        with one thing, told most finely, among all viewers.
    """
    ways = {way: way for way in swept["resolution"].unique()}
    numbers = {int(number): f"{int(number):,}" for number in sorted(swept["viewers"].unique())}
    first, last = int(swept["k"].min()), int(swept["k"].max())
    return Explorer(
        [
            [Slider("k", strings.K_LABEL, minimum=first, maximum=last, value_text=strings.K_VALUE)],
            [
                Choice("resolution", strings.RESOLUTION_LABEL, ways, drop_down=True),
                Choice("population", strings.POPULATION_LABEL, numbers, start=max(numbers)),
            ],
        ],
        unicity_chart(swept),
        {"setting": {"lookup": "sentences"}},
        lookups={"sentences": Lookup(("resolution", "population", "k"), sentences(swept))},
    )
