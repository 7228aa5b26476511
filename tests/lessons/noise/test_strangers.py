"""Films that hang together, and guesses about people who were left out."""

import numpy as np
import pandas as pd

from lessons.noise.strangers import TwoFilms, left_out, tied_films

EVERYBODY = [(viewer, 1) for viewer in range(200)]
"""Film 1 was watched by all, 2 by thirty, of whom 27 have also watched 3; nobody else has."""
TIED = [(viewer, 2) for viewer in range(30)] + [(viewer, 3) for viewer in range(27)]
ROWS = pd.DataFrame(EVERYBODY + TIED, columns=["viewer_id", "title_id"])


def test_the_two_that_hang_together_most():
    films = tied_films(ROWS, least=30)
    assert (films.one, films.other) == (2, 3)
    assert np.isclose(films.share, 0.9) and np.isclose(films.of_all, 27 / 200)


def test_whoever_decides_the_majority_is_guessed_wrongly_once_she_is_left_out():
    """Two of four have watched the other film: without one of them, the others of her kind are fewer than two."""
    rows = pd.DataFrame([(1, 2), (2, 2), (3, 2), (4, 2), (1, 3), (2, 3)], columns=["viewer_id", "title_id"])
    found, _ = left_out(rows, TwoFilms(2, 3, 0.5, 0.5), epsilon=50.0)
    assert (found.n, found.right, found.right_without) == (4, 2, 0)


def test_who_is_left_out_is_guessed_as_rightly_as_who_is_in():
    found, blind = left_out(ROWS, tied_films(ROWS, least=30), epsilon=1.0)
    assert (found.n, found.right, found.right_without, found.leak) == (30, 27, 27, 0.0)
    assert found.low < 0 < found.high and np.isclose(blind, 0.1)
