"""What cases are drawn from."""

import numpy as np

from grading.drawing import column, one_of, rows_of, several, threshold, with_total


def test_columns_lines_and_numbers():
    rng = np.random.default_rng(53)
    assert {threshold(rng) for _ in range(99)} == {4, 5, 6, 7}
    assert set(several(rng, 1, 3, 50)) == {1, 2} and one_of(rng, ["a"]) == "a"
    line = with_total(column([3, None]), 9)
    assert line.index.tolist() == ["north", "east", "total"] and line["total"] == 9
    assert rows_of(line.to_frame("n").T) == {"n": {"north": 3, "east": None, "total": 9}}
