from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.unused import UNUSED_OVERLAP, UNUSED_PEOPLE
from disclosure.audit.reading.weighted import ENDLESS, weighted_system
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.weights import Weights

CELLS = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [np.nan, 0.0, 20.0], "mark": ["c", "", ""]})
TABLE = CountTable(CELLS, ("film",), Rule(3), weights=Weights(0, 1, 4))


def test_print_and_rule_say_how_much_and_how_many() -> None:
    """A hidden: 1 or 2 people. B holds less than 3 people would: nobody. All: 3 people or more."""
    found = weighted_system(TABLE, Outsider(), None)
    order = [found.system.labels["film"][label] for label in ("A", "B", TOTAL)]
    places = [int(np.flatnonzero(found.system.cells.codes[:, 0] == code)[0]) for code in order]
    assert found.fewest[places].tolist() == [1, 0, 3]
    assert found.most[places].tolist() == [2, 0, ENDLESS]
    assert found.low[places].tolist() == [0, 0, 19.5]
    assert found.high[places].tolist() == [ENDLESS, 0, 20.5]
    assert (found.open_low[places[0]], found.open_high[places[0]]) == (1, 8)
    assert found.unused == ()


def test_where_few_people_could_be_nobody_not_all_is_used() -> None:
    free = CountTable(CELLS, ("film",), Rule(3), weights=Weights())
    assert weighted_system(free, Outsider(), None).unused == (UNUSED_PEOPLE,)
    regions = CountTable(CELLS.rename(columns={"film": "region"}), ("region",), Rule(3), weights=Weights(0, 1, 4))
    assert weighted_system(LinkedTables((TABLE, regions)), Outsider(), None).unused == (UNUSED_PEOPLE,)
    two = Coalition((Contributor(("A",)), Contributor((TOTAL,))))
    assert weighted_system(TABLE, two, None).unused == (UNUSED_OVERLAP,)


def test_an_attacker_needs_a_label_for_each_dimension() -> None:
    with pytest.raises(ValueError, match="needs one label for each of: film"):
        weighted_system(TABLE, Contributor(("A", "x")), None)


def test_a_cell_that_no_table_has_is_told_and_so_is_a_label_that_none_has() -> None:
    with pytest.raises(ValueError, match="the release has no film 'Z'; it has: total, A, B"):
        weighted_system(TABLE, Contributor(("Z",)), None)
    by_age = replace(TABLE, cells=CELLS.rename(columns={"film": "age"}), by=("age",))
    for alone in (True, False):
        with pytest.raises(ValueError, match=r"no table of the release has the cell A \| A, .*: name a cell that one"):
            weighted_system(LinkedTables((TABLE, by_age)), Contributor(("A", "A"), alone=alone), None)


def test_somebody_who_stands_in_several_cells_of_weighted_counts_is_refused() -> None:
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [None, 9.5, 12.0], "mark": ["c", "", ""]})
    table = CountTable(cells, ("film",), Rule(3), weights=Weights(1))
    with pytest.raises(ValueError, match="stands in several cells, and the counts are weighted: leave also out"):
        weighted_system(table, Contributor(("A",), also=(("B",),)), None)


@pytest.mark.parametrize(("total", "decimals"), [(1e9, 0), (1_234_567_890.0, -1), (1e8, 1)])
def test_numbers_of_too_many_places_are_refused(total: float, decimals: int) -> None:
    """In floating point 5,526,000,000.0 and 5,526,000,000.1 are hardly told apart behind weights of 10**9."""
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [None, None, total], "mark": ["c", "c", ""]})
    table = CountTable(cells, ("film",), Rule(3), weights=Weights(decimals))
    if total * 10.0**decimals >= 1e9:
        with pytest.raises(ValueError, match=r"prints weighted counts of [\d.]+: .* in a larger unit"):
            weighted_system(table, Outsider(), None)
    else:
        assert weighted_system(table, Outsider(), None).high.max() == ENDLESS


def test_a_cell_that_a_table_leaves_out_holds_nobody_where_another_one_prints_the_sum_above_it() -> None:
    """The first table breaks a1 down and has no row for b1: all of b1 is in a2."""
    first = [("a1", "b2", np.nan), ("a1", TOTAL, np.nan), ("a2", "b1", np.nan), ("a2", "b2", np.nan), ("a2", TOTAL, 50)]
    second = [("a1", TOTAL, np.nan), *first[2:], (TOTAL, "b1", np.nan), (TOTAL, "b2", 66), (TOTAL, TOTAL, 76)]
    tables = []
    for rows in (first, second):
        cells = pd.DataFrame(rows, columns=["a", "b", "count"])
        marks = cells["count"].isna().map({True: "c", False: ""})
        tables.append(CountTable(cells.assign(mark=marks), ("a", "b"), Rule(9), weights=Weights(1)))
    frame = audit(LinkedTables(tuple(tables)), Outsider()).set_index("target")
    assert frame.loc["a2 | b1", ["low", "high"]].tolist() == pytest.approx([9.9, 10.1])


def test_what_people_of_a_table_of_sums_tell_together_is_not_used() -> None:
    """One of two people has the weight 1, the other 3: so m, one of them, is not 2. It was called open, from 1 to 3."""
    sums = [("x", TOTAL, 1.0, 1), ("y", TOTAL, 3.0, 1), (TOTAL, "m", np.nan, 1), (TOTAL, "n", np.nan, 1)]
    cells = pd.DataFrame([*sums, (TOTAL, TOTAL, 4.0, 2)], columns=["region", "film", "count", "contributors"])
    cells["mark"] = cells["count"].isna().map({True: "c", False: ""})
    table = CountTable(cells, ("region", "film"), Rule(2), weights=Weights(least=1, largest=3))
    assert audit(table, Outsider()).set_index("target")["verdict"][["total | m", "total | n"]].unique() == ["not found"]


@pytest.mark.parametrize("contributors", [None, 0])
def test_a_printed_zero_breaks_a_rule_that_hides_zeros(contributors: int | None) -> None:
    """Nobody stands behind 0.0 where everybody weighs .5 or more: so the rule was not kept, and a2 is what is left."""
    cells = pd.DataFrame({"a": ["a0", "a1", "a2", "a3", TOTAL], "count": [0.0, 12.0, None, 7.0, 20.0]})
    cells["mark"] = ["", "", "c", "", ""]
    if contributors is not None:
        cells["contributors"] = [contributors, None, None, None, None]
    table = CountTable(cells, ("a",), Rule(3, zeros="hidden", mark="c"), weights=Weights(1, 0.5, 2))
    found = audit(table, Outsider()).set_index("a")
    assert found.loc["a0", "role"] == "printed although small"
    assert found.loc["a2", ["low", "high"]].tolist() == pytest.approx([0.85, 1.15])


@pytest.mark.parametrize(
    ("rule", "people", "fits"),
    [
        (Rule(5, complementary_mark="x"), 2, False),
        (Rule(5, complementary_mark="x"), 5, True),
        (Rule(5, zeros="may be hidden", complementary_mark="x"), 0, True),
        (Rule(5, zeros="may be hidden", complementary_mark="x"), 3, False),
        (Rule(5, mark="x"), 5, False),
    ],
)
def test_contributors_that_no_mark_allows_are_refused(rule: Rule, people: int, fits: bool) -> None:
    """A cell that covers others holds five people or more, or nobody: with two in it, the table cannot be true."""
    behind = [5, people, 6, 11 + people]
    cells = pd.DataFrame({"a": ["a0", "a1", "a2", TOTAL], "count": [5.0, None, 7.0, 15.0], "mark": ["", "x", "", ""]})
    table = CountTable(cells.assign(contributors=behind), ("a",), rule, weights=Weights(1))
    if people == 0:
        table = replace(table, cells=table.cells.assign(count=[5.0, np.nan, 7.0, 12.0]))
    if fits:
        assert audit(table, Outsider())["a"].tolist() == ["a1"]
    else:
        with pytest.raises(ContradictionError, match="a1: no number of people behind it fits"):
            audit(table, Outsider())


def test_an_exact_range_that_is_perhaps_too_wide_says_so() -> None:
    """Three people in all stand in a1; that an empty cell weighs nothing is not used where weights have no limit."""
    counts = {
        "a": ["a0", "a1", TOTAL],
        "count": [None, 3.0, 3.0],
        "mark": ["c", "", ""],
        "contributors": [None, None, 3],
    }
    table = CountTable(pd.DataFrame(counts), ("a",), Rule(3, zeros="hidden", mark="c"), weights=Weights(0, 1.0))
    [found] = audit(table, Outsider()).to_dict("records")
    assert (found["verdict"], found["low"], found["high"]) == ("exact", 0, 0.5)
    assert "and perhaps less of it is possible: not used was" in found["why"]
