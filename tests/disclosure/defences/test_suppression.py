import pandas as pd
import pytest

from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.rules import Rule
from disclosure.tables.count_table import count_table

TABLE = count_table(pd.DataFrame({"film": list("AAABB"), "region": list("xxxxy")}), by=("film", "region"))


def test_small_cells_are_hidden_and_zeros_printed() -> None:
    release = Suppress(3)(TABLE)
    assert release.grid().to_numpy().tolist() == [["3", "0", "3"], ["c", "c", "c"], ["4", "c", "5"]]
    assert release.rule == Rule(3)


def test_zeros_can_be_hidden_too() -> None:
    release = Suppress(3, zeros="hidden")(TABLE)
    assert release.grid().loc["A"].tolist() == ["3", "c", "3"]
    assert release.rule == Rule(3, zeros="hidden")


def test_it_prints_as_itself() -> None:
    assert repr(Suppress(5)) == "Suppress(threshold=5)"
    assert repr(Suppress(5, zeros="hidden")) == "Suppress(threshold=5, zeros='hidden')"


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match="choose 2 or more"):
        Suppress(1)
    with pytest.raises(ValueError, match="treats all zeros alike"):
        Suppress(3, zeros="may be hidden")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="hide small counts first"):
        Suppress(3)(RoundTo(5)(TABLE))
