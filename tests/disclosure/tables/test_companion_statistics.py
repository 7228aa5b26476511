import pandas as pd
import pytest

from disclosure.defences.suppression import Suppress
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


def test_statistics_stand_where_the_table_is_printed() -> None:
    one_way = Suppress(2)(with_companions(count_table(PEOPLE, by=("film",)), PEOPLE, STARS))
    assert one_way.grid().loc["B"].to_dict() == {"count": "c", "mean": "5.00", "median": "5.00"}
    people = PEOPLE.assign(region=list("nnss"))
    wide = with_companions(count_table(people, by=("film", "region")), people, STARS, ("mean",)).grid()
    assert wide.columns.tolist() == [(region, name) for region in ("n", "s", TOTAL) for name in ("count", "mean")]
    assert wide.columns.names[0] == "region"
    assert wide.loc["A"].tolist() == ["2", "1.00", "1", "2.00", "3", "1.33"]
    assert wide.loc["B"].tolist() == ["0", "", "1", "5.00", "1", "5.00"]
    assert "mean" in with_companions(count_table(people, by=("film", "region")), people, STARS)._repr_html_()


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


def test_columns_that_are_missing_are_named() -> None:
    table = count_table(PEOPLE, by=("film",))
    with pytest.raises(ValueError, match=r"people has no column 'age'; .* Name yours with Companions\(of=...\)"):
        with_companions(table, PEOPLE, Companions("age", 1, 5))
    with pytest.raises(ValueError, match="people has no column 'film'"):
        with_companions(table, PEOPLE[["stars"]], STARS)
    with pytest.raises(ValueError, match="of is 'count', which is a column that the kit adds"):
        Companions("count", 1, 5)
    with pytest.raises(ValueError, match="statistics of 'film' stand beside counts by it"):
        with_companions(table, PEOPLE.assign(film=1), Companions("film", 1, 5))


def test_days_and_a_single_statistic() -> None:
    people = PEOPLE.assign(film=pd.to_datetime(["2017-12-11"] * 3 + ["2017-12-12"]))
    table = with_companions(count_table(people, by="film"), people, STARS, "mean")
    assert table.cells["mean"].tolist() == [1.33, 5.0, 2.25]
