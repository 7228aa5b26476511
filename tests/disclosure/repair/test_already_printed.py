"""A table is repaired beside what is in print already: against all tables that fit both."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.edition_pairs import audit_editions
from disclosure.audit.reading.as_printed import system_of
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.already_printed import (
    alone,
    before,
    beside_others,
    kept_so_far,
    known_beside,
    places_in,
    together,
)
from disclosure.repair.protection import UnreachableError
from disclosure.repair.wishes import Wishes
from disclosure.rules import Rule
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.edition_pairs import Editions
from disclosure.tables.linked_tables import LinkedTables, linked_tables
from disclosure.tables.percentages import Percentages
from tests.disclosure.repair.small_tables import hidden_in, table_of
from tests.disclosure.repair.wishes_by_force import run

FIRST, SECOND = table_of([1, 6, 9], [8, 7, 20], [9, 30, 30]), table_of([1, 6, 12], [8, 9, 20], [9, 33, 30])
SMALL = {"A | N"}


@pytest.mark.parametrize("kind", ["beside tables", "beside an edition"])
def test_what_is_left_is_protected_by_enumeration(kind: str) -> None:
    seen = run(kind, 5, np.random.default_rng([53, len(kind)]), "greedy")
    seen += run(kind, 2, np.random.default_rng([54, len(kind)]), "optimal")
    assert seen["kept"] + seen["lost some"] > 3


def test_rows_that_tables_leave_out_tell_what_a_printed_zero_tells_by_enumeration() -> None:
    """Nobody is there, by the new table or by the one in print, and only that one is to blame for what it tells."""
    assert run("beside rows left out", 5, np.random.default_rng([57, 1]), "greedy").total() >= 5


def test_who_is_alone_in_both_editions_is_kept_from_what_is_left_by_enumeration() -> None:
    """The first of these tables is open to her if a repair does not reckon with what she knows of the first edition."""
    assert run("alone beside an edition", 2, np.random.default_rng([54, 23]), "greedy").total() >= 2


def test_a_sum_of_printed_cells_with_nothing_below_is_named() -> None:
    """The table in print tells nothing of B in N and in S: the repair took both for cells that nobody is in."""
    rows = [("A", "N", 3), ("A", "S", 5), ("A", TOTAL, 8), ("B", TOTAL, 0), (TOTAL, "N", 3), (TOTAL, "S", 5)]
    cells = pd.DataFrame([*rows, (TOTAL, TOTAL, 8)], columns=["film", "region", "count"]).assign(mark="")
    sums = CountTable(cells, ("film", "region"), Rule(3), totals_of="printed cells")
    with pytest.raises(ValueError, match=r"prints of B \| total only a sum of printed cells"):
        SuppressComplementary(3).repair(table_of([3, 5, 8], [2, 9, 11], [5, 14, 19]), already=sums)


def test_what_is_public_already_is_lost_and_costs_nothing() -> None:
    repaired = SuppressComplementary(5).repair(FIRST, already=Suppress(5)(FIRST))
    assert repaired.lost == ("A | N",)
    assert hidden_in(repaired.release) == SMALL
    assert repaired.sentence.endswith("Lost are cells that what is in print already gives away: A | N.")


def test_totals_that_sum_printed_cells_are_no_true_totals_in_print() -> None:
    """They can be hidden, at their price; and nothing is lost by them."""
    table = table_of([1, 7], [8, 9])
    before = Suppress(3)(table)
    sums = before.cells["count"].mask(before.is_total, pd.array([pd.NA, 7, 7, 8, 9, 17, 8, 16, 24], dtype="Int64"))
    marks = before.cells["mark"].mask(before.is_total, "")
    before = replace(before, cells=before.cells.assign(count=sums, mark=marks), totals_of="printed cells")
    repaired = SuppressComplementary(3).repair(table, already=before)
    assert (repaired.price, repaired.lost) == (8 + 9 + 25, ())
    assert hidden_in(repaired.release) == {"A | N", "A | total", "total | N", "total | total"}


def test_a_running_total_is_covered_where_its_first_edition_was() -> None:
    """The second edition by itself may hide another square: then the first one, beside it, tells more."""
    before = SuppressComplementary(5)(FIRST)
    after = SuppressComplementary(5)(SECOND, already=before, relation="nested")
    assert after.by == FIRST.by and not after.hierarchies
    found = audit_editions(Editions(before, after, "nested"), Outsider()).set_index(["film", "region", "edition"])
    assert found["verdict"][[("A", "N", "first"), ("A", "N", "second")]].tolist() == ["open", "open"]


def test_a_first_edition_may_stand_in_several_tables_by_one_rule_each() -> None:
    """Each hides a small cell of its own, and prints what the other one hides: both are lost in the first edition."""
    first, other = (
        replace(FIRST, cells=FIRST.cells.assign(count=FIRST.cells["count"].mask(FIRST.cell_names == name)))
        for name in ("A | N", "A | S")
    )
    both = SuppressComplementary(5).repair(SECOND, already=LinkedTables((first, other)), relation="nested")
    one = SuppressComplementary(5).repair(SECOND, already=FIRST, relation="nested")
    assert hidden_in(both.release) == hidden_in(one.release) and both.lost == one.lost


def test_a_cell_that_only_the_table_in_print_hides_stays_hidden() -> None:
    """Ages were hidden without their total; a table that prints the total would give the other one away."""
    people = table_of([3, 9], [20, 20])
    ages = replace(people, cells=people.cells[~people.is_total])
    before = Suppress(5)(ages)
    both = totals_of_films(people)
    with pytest.raises(UnreachableError, match=r"A \| N .*cannot be protected from an outsider"):
        SuppressComplementary(2, must_print=(("A", "total"), ("B", "total")))(both, already=before)


def totals_of_films(table: CountTable) -> CountTable:
    """The totals of each film alone."""
    return replace(table, cells=table.cells[table.cells["region"] == "total"])


def test_wishes_are_named_as_in_the_table_that_is_repaired() -> None:
    beside = beside_others(SECOND, FIRST, "nested")
    assert beside.wishes(Wishes(must_print=(("A", "S"),))).must_print == (("A", "S", "second"),)
    release = SuppressComplementary(5, must_print=(("A", "S"),))(SECOND, already=FIRST, relation="nested")
    assert not release.is_hidden[list(release.cell_names).index("A | S")]


def test_what_only_two_marks_together_tell_is_no_secret_that_could_be_lost() -> None:
    """A is 1 in N and S, for it is 2 at most; N is 0 or 3 and more, so B is 2 there: any reader knows all of it."""
    rule, table = Rule(3, zeros="may be hidden", complementary_mark="x"), table_of([1, 1], [2, 0])
    marks = dict.fromkeys(["A | N", "A | S", "A | total", "B | N", "B | total", "total | S"], "c")
    marks |= dict.fromkeys(["B | S", "total | N"], "x")
    cells = table.cells.assign(mark=[marks.get(name, "") for name in table.cell_names])
    before = replace(table, cells=cells.assign(count=cells["count"].mask(cells["mark"].ne(""))), rule=rule)
    assert not kept_so_far((before,))[0].any()


def test_percentages_in_print_of_a_sum_of_any_size_are_no_reason_to_give_up() -> None:
    """All counts are hidden, and 56 % and 44 % of them set no upper limit: nothing of the new table is small."""
    cells = pd.DataFrame({"a": ["x", "y", TOTAL], "count": [None] * 3, "mark": "*", "share": [56.0, 44.0, None]})
    shares = Percentages("share", of="a", decimals=0, rounding="half up", sums_to_100=False)
    new = CountTable(pd.DataFrame({"a": ["x", "y", TOTAL], "count": [9, 7, 16], "mark": ""}), ("a",))
    repaired = SuppressComplementary(3).repair(new, already=CountTable(cells, ("a",), percentages=(shares,)))
    assert (repaired.price, repaired.lost) == (0, ()) and not repaired.release.is_hidden.any()


def test_without_tables_in_print_nothing_changes() -> None:
    assert together(FIRST, ()) is FIRST and kept_so_far(()) == []


def test_what_is_unsaid_says_nothing_by_the_rows_that_it_leaves_out_either() -> None:
    """Nobody is in A and N: the table says so by having no such row, and unsaid it has one, hidden."""
    table = table_of([0, 6], [2, 7])
    short = replace(table, cells=table.cells[1:])
    print_unsaid, new_unsaid = alone(FIRST, (short,)), before(short, (FIRST,))
    for told, unsaid in (print_unsaid.tables, reversed(new_unsaid.tables)):  # type: ignore[union-attr]
        assert told is FIRST and unsaid.is_hidden.all()
        assert set(unsaid.cell_names) == set(table.cell_names) and len(unsaid.cells) == len(table.cells)
    words = known_beside(pd.Series([True] + [False] * 15), print_unsaid)
    assert words is not None and words.isna().sum() == len(table.cells)


def test_a_reading_with_more_rows_has_the_same_cells_at_other_places() -> None:
    """Without the row of A and N, all later cells of the table stand one place before."""
    table = table_of([0, 6], [2, 7])
    short, whole = (system_of(one, Outsider()) for one in (replace(table, cells=table.cells[1:]), table))
    at = places_in(short, whole)
    assert [whole.names(place) for place in at] == [short.names(place) for place in range(len(short.low))]


def test_what_cannot_be_laid_side_by_side_gets_a_sentence() -> None:
    for relation, sentence in (
        ("stocks", "two stocks tell nothing"),
        ("revised", "prove nothing"),
        ("unknown", "say how"),
    ):
        with pytest.raises(ValueError, match=sentence):
            beside_others(SECOND, FIRST, relation)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no table of people"):
        beside_others(SECOND, replace(FIRST, unit="minutes"), "same_people")
    people = FIRST.cells.loc[FIRST.cells.index.repeat(2), ["film", "region"]].query(
        "film != 'total' and region != 'total'"
    )
    with pytest.raises(ValueError, match="nested editions are two tables"):
        beside_others(SECOND, linked_tables(people, by=["film", "region"]), "nested")


def test_means_in_print_are_refused_in_a_sentence() -> None:
    before = Suppress(5)(FIRST)
    means = before.cells.assign(mean=pd.array([3.0] * len(before.cells)))
    before = replace(before, cells=means, companions=Companions("stars", 1, 5))
    with pytest.raises(ValueError, match="has means or the like beside its counts: this is not offered"):
        SuppressComplementary(5).repair(FIRST, already=before)
