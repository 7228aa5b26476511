"""Which columns, how finely, which k: three controls and the chart of an extract under attack."""

import pandas as pd

from lessons.quasi_identifiers import strings
from lessons.quasi_identifiers.chart import quasi_identifier_chart, sentences
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Explorer, Lookup


def explore_quasi_identifiers(judged: pd.DataFrame, sizes: pd.DataFrame) -> Explorer:
    """Show ways to publish an extract: the sizes of its classes, who is named rightly and wrongly, and the price.

    Args:
        judged: one row per way and k, with at least two k (see `lessons.quasi_identifiers.sweep.publication_sweep`).
        sizes: one row per way, k and size of class (from the same).

    Returns:
        A slider for k, two choices, the chart, and the sentence of the setting. All is computed beforehand.
    """
    first, last = int(judged["k"].min()), int(judged["k"].max())
    return Explorer(
        [
            [Slider("k", strings.K_LABEL, minimum=first, maximum=last, value_text=strings.K_VALUE)],
            [
                Choice("columns", strings.COLUMNS_LABEL, strings.COLUMNS),
                Choice("coarse", strings.COARSE_LABEL, strings.COARSE),
            ],
        ],
        quasi_identifier_chart(judged, sizes),
        {"setting": {"lookup": "sentences"}},
        lookups={"sentences": Lookup(("columns", "coarse", "k"), sentences(judged))},
    )
