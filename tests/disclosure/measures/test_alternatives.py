"""Ways to publish a table side by side; what a reader still finds agrees with enumeration."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.measures.alternatives import alternatives, small_counts_found
from disclosure.repair.hiding import primary_cells
from disclosure.rules import PPercentRule, Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit import fuzz
from tests.disclosure.audit.brute_force import TooManyError
from tests.disclosure.repair.brute_force_repair import counts_of, ranges
from tests.disclosure.repair.small_tables import table_of

TABLE = table_of([1, 6, 9], [8, 7, 20], [9, 30, 30])


def test_each_way_says_what_it_changes_and_what_it_gives_away() -> None:
    ways = alternatives(TABLE, SuppressComplementary(5), base=3)
    assert ways["way"].tolist() == ["hide", *["merge groups"] * 2, *["drop totals"] * 3, "round"]
    hide, films, regions, no_films, no_regions, none, rounded = ways.to_dict("records")
    assert (hide["hidden"], hide["found"]) == (4, 0)
    assert (films["defence"], films["gone"]) == ("Coarsen(dimension='film', into=2)", 4)
    assert regions["found"] == 0
    assert [row["found"] for row in (no_films, no_regions, none)] == [1, 1, 0]
    assert none["gone"] == 7 and none["hidden"] == 1 and "if nobody prints these totals elsewhere" in none["sentence"]
    assert rounded["changed"] == 8 and rounded["defence"] == "RoundTo(base=3)"
    assert no_films["sentence"].endswith("a reader still learns 1 small counts, such as A | N.")


def test_where_cells_cannot_be_hidden_as_asked_the_reason_stands_there() -> None:
    ways = alternatives(table_of([2, 2], [8, 9]), SuppressComplementary(5, protect="whole range"))
    assert ways["sentence"].iloc[0].startswith("A | total cannot be protected")
    assert ways["hidden"].isna().tolist() == [True, *[False] * (len(ways) - 1)]


def test_groups_that_stay_small_are_merged_to_one_and_found() -> None:
    ways = alternatives(table_of([1, 1], [8, 9]), SuppressComplementary(5))
    merged = ways[ways["way"].eq("merge groups")].set_index("defence")
    assert merged["found"].to_dict() == {
        "Coarsen(dimension='film', into=2)": 0,
        "Coarsen(dimension='region', into=2)": 2,
    }


def test_what_stands_beside_the_counts_is_no_hindrance() -> None:
    told = replace(TABLE, cells=TABLE.cells.assign(price=1), must_be_printed=(("A", "S"),))
    ways = alternatives(told, SuppressComplementary(5, cost="price"))
    assert ways["hidden"].iloc[0] >= 4 and ways["found"].iloc[0] == 0


def test_tables_of_amounts_are_refused() -> None:
    with pytest.raises(ValueError, match="compared for tables of people"):
        alternatives(replace(TABLE, unit="minutes"), SuppressComplementary(5))


def test_what_cannot_be_compared_gets_a_sentence() -> None:
    hide = SuppressComplementary(5)
    for table, defence in ((None, hide), (LinkedTables((TABLE,)), hide), (TABLE, Rule(5))):
        with pytest.raises(ValueError, match=r"alternatives needs one table, .* and a defence"):
            alternatives(table, defence)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="base is 0: choose 2 or more"):
        alternatives(TABLE, SuppressComplementary(5), base=0)


def test_a_rule_for_amounts_is_refused() -> None:
    with pytest.raises(ValueError, match=r"PPercentRule\(p=10\)\) has a rule for amounts: .* threshold on people"):
        alternatives(TABLE, SuppressComplementary(dominance=PPercentRule(10)))


def test_what_is_found_agrees_with_enumeration() -> None:
    rng, checked = np.random.default_rng(53), 0
    while checked < 10:
        table = fuzz.random_world(rng, (1, 2, int(rng.integers(2, 4))), int(rng.integers(3, 8))).table(
            ("film", "region")
        )
        rule = Rule(int(rng.integers(2, 5)))
        release = [Suppress(rule.threshold), RoundTo(3)][rng.integers(2)](table)
        small = primary_cells(table, rule)
        try:
            assert set(small_counts_found(table, release, rule)) == found_by_force(table, release, small)
            checked += 1
        except TooManyError:
            continue


def found_by_force(table: CountTable, release: CountTable, small: pd.Series) -> set[str]:
    """The small cells with one possible count, by enumeration."""
    names = dict(zip(counts_of(table), table.cell_names, strict=True))
    wanted = set(table.cell_names[small])
    known = {names[cell] for cell, low, high in ranges(release, Outsider(), small) if low == high}
    return known & wanted
