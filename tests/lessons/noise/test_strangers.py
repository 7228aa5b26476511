"""Films that hang together, and guesses about people who were left out."""

import numpy as np
import pandas as pd

from lessons.noise.strangers import left_out, tied_films

EVERYBODY = [(viewer, 1) for viewer in range(200)]
"""Film 1 was watched by all, 2 by thirty, of whom 27 have also watched 3; nobody else has."""
TIED = [(viewer, 2) for viewer in range(30)] + [(viewer, 3) for viewer in range(27)]
ROWS = pd.DataFrame(EVERYBODY + TIED, columns=["viewer_id", "title_id"])


def test_the_two_that_hang_together_most():
    films = tied_films(ROWS, least=30)
    assert (films.one, films.other) == (2, 3)
    assert np.isclose(films.share, 0.9) and np.isclose(films.of_all, 27 / 200)


def test_who_is_left_out_is_guessed_as_rightly_as_who_is_in():
    found, blind = left_out(ROWS, tied_films(ROWS, least=30), epsilon=1.0)
    assert (found.n, found.right, found.right_without, found.leak) == (30, 27, 27, 0.0)
    assert found.low < 0 < found.high and np.isclose(blind, 0.1)
