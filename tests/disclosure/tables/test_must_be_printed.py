import pandas as pd
import pytest

from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import CountTable
from disclosure.tables.must_be_printed import are_named

CELLS = pd.DataFrame({"film": ["A", "B", "total"], "region": "N", "count": pd.array([2, None, 9], "Int64")})


def table(*named: object) -> CountTable:
    return CountTable(CELLS, ("film", "region"), must_be_printed=named)  # type: ignore[arg-type]


def test_cells_are_named_by_their_labels() -> None:
    assert table(("A", "N"), ["A", "N"]).must_be_printed == (("A", "N"),)
    assert are_named(CELLS, ("film", "region"), (("total", "N"),)).tolist() == [False, False, True]
    assert are_named(CELLS, ("film", "region"), ()).tolist() == [False] * 3


def test_what_cannot_be_meant_is_refused() -> None:
    with pytest.raises(ValueError, match=r"names C \| N, which is no cell by film and region"):
        table(("C", "N"))
    with pytest.raises(ValueError, match=r"B \| N must be printed, and the table hides it"):
        table(("B", "N"))
    with pytest.raises(ValueError, match="name each cell by all its labels"):
        CountTable(CELLS, ("film", "region"), must_be_printed="A")  # type: ignore[arg-type]


def test_a_threshold_leaves_them_alone() -> None:
    films = CountTable(pd.DataFrame({"film": list("ABC"), "count": [2, 3, 9]}), ("film",), must_be_printed=("A",))  # type: ignore[arg-type]
    assert Suppress(5)(films).cells["count"].isna().tolist() == [False, True, False]
