from dataclasses import replace

import pandas as pd
import pytest

from disclosure.audit.attackers import Attacker, Coalition, Contributor
from disclosure.defences.dominance import SuppressDominated
from disclosure.rules import PPercentRule
from disclosure.tables.count_table import CountTable
from disclosure.tables.magnitude_table import magnitude_table, office_columns
from lessons.amounts.own_cell import others_in_own_cells
from tests.disclosure.audit.small_releases import square

MINUTES = pd.DataFrame(
    {
        "film": ["A"] * 5 + ["B"] * 3,
        "viewer_id": range(8),
        "minutes": [900, 80, 10, 5, 5, 190, 180, 170],
    }
)
TABLE = magnitude_table(MINUTES, by=("film",), contributors=True, largest=2)
SECOND = Contributor(("A",), amount=80)


def learnt(release: CountTable, attacker: Attacker) -> list[int]:
    row = others_in_own_cells(release, attacker).iloc[0]
    return row[["own", "low", "high", "largest_low", "largest_high"]].tolist()


def test_the_second_largest_estimates_the_largest_within_p_per_cent() -> None:
    """A is 1540 - 540 = 1000, hers 80. If x1 has less than 821, then 1.1 x1 and the second together are below 1000."""
    release = SuppressDominated(PPercentRule(10, secret=False))(TABLE)
    assert learnt(release, SECOND) == [80, 920, 920, 821, 917]
    hushed = replace(release, dominance=PPercentRule(10))
    assert learnt(hushed, SECOND) == [80, 920, 920, 230, 917]
    assert 900 * 0.9 < 821 and 917 < 900 * 1.1


def test_without_a_limit_nothing_is_an_upper_limit() -> None:
    """Both the cell and its total are hidden: 1.1 x1 + 80 must outweigh at least 80 and four others."""
    release = SuppressDominated(PPercentRule(10, secret=False))(TABLE)
    release = replace(
        release, cells=release.cells.assign(count=release.cells["count"].mask(release.is_total), mark="c")
    )
    hers, low, high, largest_low, largest_high = learnt(release, SECOND)
    assert (hers, low, largest_low) == (80, 4, 1)
    assert pd.isna(high) and pd.isna(largest_high)
    assert others_in_own_cells(release, SECOND)["why"].item().endswith("the largest of them has at least 1.")


def test_a_printed_cell_that_is_not_dominated_keeps_its_largest_at_a_distance() -> None:
    """B is 540, hers 180: of the 360 left, one has 1 or more; with p = 100 x1 must not pass the third."""
    open_rule = replace(TABLE, cells=TABLE.cells.drop(columns=office_columns(TABLE)))
    insider = Contributor(("B",), amount=180)
    assert learnt(open_rule, insider) == [180, 360, 360, 180, 359]
    protected = replace(open_rule, dominance=PPercentRule(50, secret=False))
    assert learnt(protected, insider) == [180, 360, 360, 180, 240]


def test_a_coalition_takes_away_what_is_theirs_together() -> None:
    plain = magnitude_table(MINUTES, by=("film",), contributors=True)
    three = Coalition((SECOND, Contributor(("A",), amount=10), Contributor(("A",), amount=5)))
    assert learnt(plain, three) == [95, 905, 905, 453, 904]
    four = Coalition((*three.members, Contributor(("A",), amount=5)))
    assert learnt(plain, four) == [100, 900, 900, 900, 900]
    assert others_in_own_cells(plain, four)["why"].item() == (
        "In minutes, the cell is 1000, of which the attacker's own are 100: for the only other person, 900 remain."
    )


def test_one_row_for_each_cell_of_theirs() -> None:
    plain = magnitude_table(MINUTES, by=("film",))
    frame = others_in_own_cells(plain, Coalition((SECOND, Contributor(("B",), amount=170))))
    assert frame["target"].tolist() == ["A", "B"]
    assert frame["largest_low"].tolist() == [1, 1]


def test_a_table_of_people_is_refused() -> None:
    with pytest.raises(ValueError, match="the release counts people, 1 each"):
        others_in_own_cells(square(), Contributor(("A", "x")))
