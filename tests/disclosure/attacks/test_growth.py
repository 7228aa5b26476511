"""Which lines of a difference grow in a single cell, read off by eye."""

import numpy as np

from disclosure.attacks.growth import sole_growth


def test_sole_growth_of_many_lines_at_once():
    grown = np.array([[[0, 1], [1, 1]], [[np.nan, 2], [0, -1]]])
    place, cells, proven = sole_growth(grown, np.array([[np.nan, np.nan], [2, np.nan]]))
    assert place.tolist() == [[1, 0], [1, 0]]
    assert cells.tolist() == [[1, 2], [1, 0]]
    assert proven.tolist() == [[True, False], [True, False]]
