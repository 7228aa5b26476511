from dataclasses import replace

import pandas as pd
import pytest

from disclosure.defences.dominance import SuppressDominated
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.rules import NKRule, PPercentRule
from disclosure.tables.companion_statistics import with_companions
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.magnitude_table import magnitude_table

CROWD = pd.DataFrame(
    {
        "film": ["A"] * 22 + ["B"] * 3,
        "viewer_id": range(25),
        "minutes": [5_000, 300, *[20] * 20, 190, 180, 170],
    }
)
TABLE = magnitude_table(CROWD, by=("film",), contributors=True, largest=2)


def hidden(table: CountTable) -> list[str]:
    return table.cells.loc[table.is_hidden, "film"].tolist()


def test_a_person_who_rewatches_dominates_a_crowd_that_no_threshold_sees() -> None:
    """5000 of 5700 minutes are hers, 400 are left beside the first two: less than 10 % of 5000."""
    assert hidden(SuppressDominated(PPercentRule(10))(TABLE)) == ["A"]
    assert hidden(Suppress(10)(count_table(CROWD, by=("film",)))) == ["B"]


def test_the_edge_of_each_rule_is_not_dominated() -> None:
    """400 = 8 % of 5000 and no less; 5300 of 5700 is 92.98 %."""
    assert hidden(SuppressDominated(PPercentRule(8))(TABLE)) == []
    assert hidden(SuppressDominated(PPercentRule(9))(TABLE)) == ["A"]
    assert hidden(SuppressDominated(NKRule(2, 92))(TABLE)) == ["A"]
    assert hidden(SuppressDominated(NKRule(2, 93))(TABLE)) == []


def test_what_is_published_tells_no_contributions() -> None:
    release = SuppressDominated(PPercentRule(10))(TABLE)
    assert list(release.cells) == ["film", "count", "mark", "contributors"]
    assert release.dominance == PPercentRule(10)
    assert release.grid()["count"].tolist() == ["c", "540", "6240"]


def test_an_empty_cell_is_printed() -> None:
    empty = magnitude_table(
        CROWD.assign(minutes=CROWD["minutes"].where(CROWD["film"] == "B", 0)), by=("film",), largest=2
    )
    assert hidden(SuppressDominated(PPercentRule(100))(empty)) == ["B", "total"]
    assert hidden(SuppressDominated(NKRule(2, 60))(empty)) == ["B", "total"]


def test_it_prints_as_itself() -> None:
    assert repr(SuppressDominated(PPercentRule(10))) == "SuppressDominated(rule=PPercentRule(p=10))"
    assert repr(NKRule(2, 90, secret=False)) == "NKRule(n=2, k=90, secret=False)"


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValueError, match=r"magnitude_table\(..., largest=3\)"):
        SuppressDominated(NKRule(3, 90))(TABLE)
    with pytest.raises(ValueError, match="hide dominated cells first"):
        SuppressDominated(PPercentRule(10))(RoundTo(5)(TABLE))
    with pytest.raises(ValueError, match="a threshold is for counts of people"):
        Suppress(5)(TABLE)
    with pytest.raises(ValueError, match="beside counts of people only"):
        with_companions(TABLE, CROWD.assign(stars=1), Companions("stars", 1, 5))
    with pytest.raises(ValueError, match="count minutes and people"):
        LinkedTables((TABLE, replace(TABLE, unit="people")))
