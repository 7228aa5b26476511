"""A table that is written down has these counts and these people, and what cannot be one is named."""

import pandas as pd
import pytest

from disclosure.tables.count_table import count_table
from disclosure.tables.from_counts import table_from_counts


def counts(cells, films=("A", "B"), regions=("north", "south"), name="film"):
    return pd.DataFrame(cells, pd.Index(films, name=name), pd.Index(regions, name="region"))


def test_it_is_the_table_of_as_many_people():
    people = pd.DataFrame({"film": list("AAAB"), "region": ["north", "north", "south", "south"]})
    expected = count_table(people, by=("film", "region"))
    assert table_from_counts(counts([[2, 1], [0, 1]])).cells.equals(expected.cells)


def test_labels_stay_in_order_and_a_line_of_zeros_stays():
    grid = table_from_counts(counts([[0, 0], [0, 1]], films=("Z", "A"), regions=("south", "north"))).grid()
    assert grid.index.tolist() == ["Z", "A", "total"] and grid.columns.tolist() == ["south", "north", "total"]
    assert grid.loc["Z"].tolist() == ["0", "0", "0"]


def test_labels_of_a_larger_category_are_left_out():
    films = pd.CategoricalIndex(["A", "B"], categories=["A", "B", "C"], name="film")
    table = table_from_counts(pd.DataFrame([[1, 2], [3, 4]], films, pd.Index(["n", "s"], name="region")))
    assert table.cells["film"].unique().tolist() == ["A", "B", "total"]


def test_many_people_are_no_matter_of_memory():
    table = table_from_counts(counts([[10**12, 1], [0, 10**15]]))
    assert table.cells["count"].tolist() == [
        10**12,
        1,
        10**12 + 1,
        0,
        10**15,
        10**15,
        10**12,
        10**15 + 1,
        10**12 + 10**15 + 1,
    ]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (counts([[1, 1], [1, 1]], name=None), "without a name"),
        (counts([[1, 1], [1, 1]], films=("A", "A")), "a label twice"),
        (counts([[1, -1], [1, 1]]), "whole numbers, 0 or more"),
        (counts([[2**61, 2**61], [1, 1]]), "add up to 4611686018427387906, more than can be counted"),
        (counts([[1, 1], [1, 1]], films=("A", "Total")), "'Total', which stands for the sum"),
        (counts([[1, 1.5], [1, 1]]), "whole numbers, 0 or more"),
        (counts([[1, float("nan")], [1, 1]]), "whole numbers, 0 or more"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        table_from_counts(wrong)
