import pandas as pd

from disclosure.tables.cell_layout import all_cells, wider_labels, with_totals

HIERARCHY = {"north": "Aland", "south": "Aland", "east": "Bland"}


def test_a_label_lies_in_its_wider_ones_and_in_the_total() -> None:
    assert wider_labels("north", HIERARCHY) == ["north", "Aland", "total"]
    assert wider_labels("west", HIERARCHY) == ["west", "total"]


def test_sums_come_after_their_parts() -> None:
    labels = [["north", "east", "south"], ["A", "B"]]
    cells = all_cells(labels, ("region", "film")).assign(count=[1, 2, 3, 4, 5, 6])
    summed = with_totals(cells, ("region", "film"), labels, {"region": HIERARCHY})
    assert summed["region"].unique().tolist() == ["north", "south", "Aland", "east", "Bland", "total"]
    counts = summed.set_index(["region", "film"])["count"]
    assert counts["Aland"].tolist() == [6, 8, 14] and counts["total"].tolist() == [9, 12, 21]
    assert isinstance(summed, pd.DataFrame)
