import numpy as np

from disclosure.tables.cell_layout import all_cells, wider_labels, with_totals

HIERARCHY = {"north": "Aland", "south": "Aland", "east": "Bland"}


def test_a_label_lies_in_its_wider_ones_and_in_the_total() -> None:
    assert wider_labels("north", HIERARCHY) == ["north", "Aland", "total"]
    assert wider_labels("west", HIERARCHY) == ["west", "total"]


def test_sums_come_after_their_parts() -> None:
    counts = np.array([[1, 2], [3, 4], [5, 6]])
    labels, summed = with_totals(counts, [["north", "east", "south"], ["A", "B"]], [HIERARCHY, {}])
    assert labels == [["north", "south", "Aland", "east", "Bland", "total"], ["A", "B", "total"]]
    assert summed[labels[0].index("Aland")].tolist() == [6, 8, 14] and summed[-1].tolist() == [9, 12, 21]


def test_the_last_dimension_is_fastest() -> None:
    cells = all_cells([["A", "B"], ["north", "south"]], ("film", "region"))
    assert cells.to_numpy().tolist() == [["A", "north"], ["A", "south"], ["B", "north"], ["B", "south"]]
