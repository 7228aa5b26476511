import pandas as pd
import pytest

from disclosure.tables.companion_statistics import with_companions
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, count_table

PEOPLE = pd.DataFrame({"film": list("AAAB"), "stars": [1, 1, 2, 5]})
STARS = Companions("stars", 1, 5)


def test_statistics_stand_beside_cells_and_totals() -> None:
    every = ("mean", "median", "minimum", "maximum")
    cells = with_companions(count_table(PEOPLE, by=("film",)), PEOPLE, STARS, every).cells.set_index("film")
    assert cells.loc["A", list(every)].tolist() == [1.33, 1, 1, 2]
    assert cells.loc[TOTAL, list(every)].tolist() == [2.25, 1.5, 1, 5]


def test_what_cannot_be_is_refused() -> None:
    table = count_table(PEOPLE, by=("film",))
    with pytest.raises(ValueError, match="'mode' is not among"):
        with_companions(table, PEOPLE, STARS, ("mode",))
    with pytest.raises(ValueError, match="not whole or beyond"):
        with_companions(table, PEOPLE, Companions("stars", 1, 4))
    with pytest.raises(ValueError, match="no value is possible"):
        Companions("stars", 5, 1)
    nested = count_table(PEOPLE, by=("film",), hierarchies={"film": {"A": "all", "B": "all"}})
    with pytest.raises(ValueError, match="wider labels"):
        with_companions(nested, PEOPLE, STARS)
