import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import TOTAL, CountTable, count_table


def table_of(*counts: int) -> pd.DataFrame:
    films = [f"film {i}" for i, count in enumerate(counts) for _ in range(count)]
    return count_table(pd.DataFrame({"film": films}), by=("film",))


def test_halves_go_up_and_totals_are_rounded_by_themselves() -> None:
    assert RoundTo(10)(table_of(5, 4, 14, 15)).cells["count"].tolist() == [10, 0, 10, 20, 40]
    assert RoundTo(5)(table_of(2, 3, 7, 8)).cells["count"].tolist() == [0, 5, 5, 10, 20]


def test_what_is_hidden_stays_hidden() -> None:
    release = RoundTo(5)(Suppress(3)(table_of(2, 8)))
    assert release.cells["count"].isna().tolist() == [True, False, False]
    assert release.base == 5


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="choose 2 or more"):
        RoundTo(1)
    with pytest.raises(ValueError, match="multiples of 5 already"):
        RoundTo(3)(RoundTo(5)(table_of(2, 8)))


@pytest.mark.parametrize("before", ["half even", "unknown"])
def test_the_rounded_table_says_how_halves_went(before: str) -> None:
    """1 goes up to 2: whoever knows that works the 1 out; told another way, the audit calls it a contradiction."""
    cells = pd.DataFrame({"film": ["A", "B", "C", "D", TOTAL], "count": [5, 0, 0, 1, 6]})
    table = RoundTo(2)(CountTable(cells, ("film",), rounding=before))  # type: ignore[arg-type]
    found = audit(table, Outsider()).set_index("film")
    assert table.rounding == "half up" and found.loc["D", ["low", "high", "verdict"]].tolist() == [1, 1, "exact"]
