import pandas as pd
import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.hiding import hide
from disclosure.repair.protection import Width
from disclosure.repair.verification import unprotected
from disclosure.rules import PPercentRule
from disclosure.tables.count_table import CountTable
from disclosure.tables.magnitude_table import magnitude_table
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import RULE, question

TABLE = table_of([1, 6], [8, 7])


def test_a_release_that_gives_a_cell_away_is_found_out() -> None:
    problem = question(TABLE)
    assert unprotected(hide(TABLE, RULE, [problem.always[problem.rows[0]]]), problem) == ["A | N, from Outsider()"]


def test_a_printed_primary_cell_is_found_out() -> None:
    assert unprotected(TABLE, question(TABLE)) == ["A | N, from Outsider()"]
    assert unprotected(TABLE, question(TABLE, protect=Width(2))) == ["A | N, from Outsider()"]


def test_a_range_that_is_too_narrow_is_found_out() -> None:
    """Only the square is hidden: 6 can fall by 1 and the 1 can rise by 1."""
    square = [TABLE.cell_names.isin(["A | N", "A | S", "B | N", "B | S"]).to_numpy()]
    release = hide(TABLE, RULE, square)
    assert unprotected(release, question(TABLE)) == []
    assert unprotected(release, question(TABLE, protect=Width(1))) == []
    assert unprotected(release, question(TABLE, protect=Width(2))) == ["A | N, from Outsider()"]


def test_thousands_of_millions_beside_gaps_are_repaired_as_in_larger_units() -> None:
    """Where zeros may be hidden, each count has a gap: a switch between its sides would be as large as the amounts."""
    contributions = [
        ("A", "N", 3, 144_971_441), ("A", "N", 5, 100_000_000), ("A", "N", 2, 41_579_336), ("A", "N", 1, 766_342_856),
        ("A", "N", 4, 70_245_891), ("A", "S", 1, 1), ("A", "S", 2, 800_000_000), ("A", "E", 3, 1),
        ("A", "E", 5, 200_000_000), ("A", "E", 0, 200_000_000), ("A", "E", 1, 93_070_977), ("A", "E", 2, 232_067_132),
        ("B", "N", 5, 1), ("B", "S", 2, 900_000_000), ("B", "S", 0, 861_173_241), ("B", "S", 5, 754_176_461),
        ("B", "S", 4, 1_223_373_382), ("B", "S", 6, 100_000_000), ("B", "E", 5, 1),
    ]  # fmt: skip
    rule = PPercentRule(20)
    repair = SuppressComplementary(dominance=rule, zeros="may be hidden", primary_known=True).repair
    people = pd.DataFrame(contributions, columns=["film", "region", "viewer_id", "minutes"])
    nest = {"region": {"N": "X", "S": "X", "E": "Y"}}

    def amounts(unit: int) -> CountTable:
        sums = people.assign(minutes=(people["minutes"] // unit).clip(lower=1))
        return magnitude_table(sums, by=("film", "region"), largest=3, contributors=False, hierarchies=nest)

    tens, ones = repair(amounts(10)), repair(amounts(1))
    assert ones.release.cells["mark"].tolist() == tens.release.cells["mark"].tolist()
    assert ones.price == pytest.approx(10 * tens.price, rel=1e-6)
