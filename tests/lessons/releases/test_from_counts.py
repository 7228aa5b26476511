"""A table written down cell by cell has its own sums."""

import pandas as pd
import pytest

from lessons.releases.from_counts import table_from_counts

COUNTS = pd.DataFrame({"north": [1, 0], "south": [2, 3]}, pd.Index(["A", "B"], name="film")).rename_axis(
    columns="region"
)


def test_counts_and_totals():
    assert table_from_counts(COUNTS).cells["count"].tolist() == [1, 2, 3, 0, 3, 3, 1, 5, 6]


def test_labels_stay_in_order_also_where_nobody_stands():
    assert table_from_counts(COUNTS * 0).grid().index.tolist() == ["A", "B", "total"]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (COUNTS.rename_axis(index=None), "without a name"),
        (COUNTS.set_axis(pd.Index(["A", "A"], name="film")), "a label twice"),
        (COUNTS - 1, "0 or more"),
        (COUNTS + 0.5, "whole numbers"),
    ],
)
def test_what_cannot_be_a_table_gets_a_sentence(counts, sentence):
    with pytest.raises(ValueError, match=sentence):
        table_from_counts(counts)
