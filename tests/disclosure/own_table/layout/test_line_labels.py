from disclosure.own_table.layout.blocks import Block
from disclosure.own_table.layout.line_labels import (
    are_totals,
    column_labels,
    dimensions_of,
    row_labels,
    told_apart,
    without_measures,
)


def test_groups_labelled_in_their_first_line_only():
    texts = [["Region", "Area", "n"], ["North", "A", "1"], ["", "B", "2"], ["South", "C", "3"], ["All", "", "6"]]
    block = Block((0,), (1, 2, 3, 4), (), (0, 1), (2,), {}, ())
    assert row_labels(texts, block) == [("North", "A"), ("North", "B"), ("South", "C"), ("All", "")]


def test_a_heading_spans_the_cells_beside_it():
    block = Block((0, 1), (2,), (), (0,), (1, 2, 3, 4), {}, ())
    texts = [["", "Boys", "", "Girls", ""], ["", "a", "b", "a", "b"]]
    assert column_labels(texts, block, (1, 2, 3, 4)) == [("Boys", "a"), ("Boys", "b"), ("Girls", "a"), ("Girls", "b")]


def test_long_tables_may_lack_combinations_and_others_not():
    labels = [("x", "m"), ("x", "f"), ("y", "m")]
    assert len(dimensions_of(labels, may_lack=True)) == 2
    assert dimensions_of(labels, may_lack=False) == [["x / m", "x / f", "y / m"]]
    assert dimensions_of([("x",), ("x",)], may_lack=False) == []


def test_labels_are_told_apart():
    assert told_apart(["a", "a"], ["row 1", "row 2"]) == ["a", "a (row 2)"]
    assert are_totals(["North / Total", "North"]) == [True, False]
    assert without_measures([("n", ""), ("SEN", "n")]) == [("n", ""), ("SEN", "")]
