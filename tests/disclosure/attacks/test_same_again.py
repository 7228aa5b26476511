import pandas as pd
import pytest

from disclosure.attacks.same_again import changed
from disclosure.defences.cell_key import CellKey, with_record_keys
from disclosure.tables.count_table import count_table

PEOPLE = with_record_keys(pd.DataFrame({"film": pd.Categorical([f"film {i % 20}" for i in range(600)])}), seed=3)


def test_what_differs_has_other_people_and_most_that_has_is_seen() -> None:
    for gone in range(20):
        rest = PEOPLE.drop(index=gone)
        seen = changed(CellKey()(rest, by="film"), CellKey()(PEOPLE, by="film"))
        assert set(seen["film"]) <= {f"film {gone}", "total"}
    every = [len(changed(CellKey()(PEOPLE.drop(index=i), by="film"), CellKey()(PEOPLE, by="film"))) for i in range(20)]
    assert sum(every) > 0.6 * 40


def test_it_is_equality_and_not_size() -> None:
    this, last = (count_table(pd.DataFrame({"film": list(films)}), by="film") for films in ("ABBB", "ABB"))
    assert changed(this, last)["film"].tolist() == ["B", "total"]
    assert changed(last, this)["film"].tolist() == ["B", "total"]
    assert changed(this, this).empty


def test_tables_of_another_kind_are_refused() -> None:
    one, other = (count_table(pd.DataFrame({"film": list(films)}), by="film") for films in ("AB", "AC"))
    with pytest.raises(ValueError, match="other cells"):
        changed(one, other)
