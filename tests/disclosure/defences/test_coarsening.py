import pandas as pd
import pytest

from disclosure.defences.coarsening import Coarsen
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import TOTAL, count_table

PEOPLE = pd.DataFrame({"film": list("AABBB"), "week": ["1", "2", "3", "4", "5"]})
TABLE = count_table(PEOPLE, by=("film", "week"))


def test_named_labels_are_merged_and_totals_stay() -> None:
    grid = Coarsen("week", {"1": "early", "2": "early"})(TABLE).grid()
    assert grid.columns.tolist() == ["early", "3", "4", "5", TOTAL]
    assert grid.loc["A"].tolist() == ["2", "0", "0", "0", "2"]


def test_neighbours_are_merged_by_number() -> None:
    grid = Coarsen("week", 2)(TABLE).grid()
    assert grid.columns.tolist() == ["1 to 2", "3 to 4", "5", TOTAL]
    assert grid.loc[TOTAL].tolist() == ["2", "2", "1", "5"]


def test_merging_the_table_is_counting_merged_people() -> None:
    merged = PEOPLE.replace({"week": {"1": "1 to 2", "2": "1 to 2", "3": "3 to 4", "4": "3 to 4"}})
    counted = count_table(merged, by=("film", "week"))
    assert Coarsen("week", 2)(TABLE).grid().to_dict() == counted.grid().to_dict()


@pytest.mark.parametrize(
    ("coarsen", "message"),
    [
        (Coarsen("genre", 2), "no dimension 'genre'"),
        (Coarsen("week", {"9": "late"}), "no week '9'"),
        (Coarsen("week", {"1": TOTAL}), "stands for the sum"),
    ],
)
def test_what_cannot_be_merged_is_refused(coarsen: Coarsen, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        coarsen(TABLE)


def test_only_whole_tables_are_merged() -> None:
    with pytest.raises(ValueError, match="merge 2 or more"):
        Coarsen("week", 1)
    with pytest.raises(ValueError, match="then hide or round"):
        Coarsen("week", 2)(Suppress(2)(TABLE))
    nested = count_table(PEOPLE, by=("film", "week"), hierarchies={"week": dict.fromkeys("12345", "month")})
    with pytest.raises(ValueError, match="wider labels already"):
        Coarsen("week", 2)(nested)
