"""The repair of a sheet: the cells that change, their price, and what may not be promised."""

from dataclasses import replace

import pytest

from disclosure.audit import Outsider, audit
from disclosure.own_table.repairing import Wishes, new_mark, propose
from disclosure.own_table.writing import same_shape
from disclosure.tables import Percentages
from tests.disclosure.own_table.example import T1, csv_bytes, t1_check


def test_the_repair_of_t1_is_the_one_that_enumeration_found():
    check = t1_check()
    found = propose(check, Wishes(5))
    assert dict(found.changes) == {"C5": "c", "E7": "c"} and found.people == 28 and found.proved
    assert found.sentence == "Hide 2 more: 28 people, 2 cells; nothing cheaper."
    assert not (audit(found.release, Outsider())["verdict"] == "exact").any()
    written = same_shape(check.as_read.sheet, csv_bytes(T1), found.changes).content.decode()
    assert written == T1.replace("<5,17,64", "<5,c,64").replace("<5,23,11", "<5,23,c")


def test_more_is_asked_for_and_costs_more():
    prices = [propose(t1_check(), wishes).people for wishes in (Wishes(5), Wishes(5, width=3), Wishes(10))]
    assert prices[0] < prices[1] and prices[0] < prices[2]
    assert propose(t1_check(), Wishes(5, against="alone")).people >= prices[0]


def test_cells_below_a_higher_threshold_get_the_tables_own_mark():
    found = propose(t1_check(), Wishes(10, mark="x"))
    assert {found.changes[address] for address in ("C6", "B7", "B8", "E8")} == {"<5"}
    assert set(found.changes.values()) == {"<5", "x"} and "too small to be printed" in found.sentence


def test_what_is_hidden_already_stays_hidden_and_then_nothing_is_called_cheapest():
    check = t1_check()
    cells = check.release.cells
    covered = (cells["district"] == "Ashfield") & (cells["age group"] == "40–64")
    release = replace(
        check.release, cells=cells.assign(count=cells["count"].mask(covered), mark=cells["mark"].mask(covered, "c"))
    )
    kinds = {**check.as_read.kinds, "D4": "hidden"}
    found = propose(replace(check, release=release, as_read=replace(check.as_read, kinds=kinds)), Wishes(5))
    hidden = found.release.cells.set_index(["district", "age group"])["mark"]
    assert hidden["Ashfield", "40–64"] and "D4" not in found.changes and not found.proved


def test_percentages_are_no_matter_of_the_repair():
    check = t1_check()
    shares = check.counted.cells.assign(share="0.1")
    counted = replace(check.counted, cells=shares, percentages=(Percentages("share", of={"district": "total"}),))
    assert propose(replace(check, counted=counted), Wishes(5)).people == 28


def test_without_counts_there_is_a_sentence():
    with pytest.raises(ValueError, match="office's own file"):
        propose(t1_check(counts=False), Wishes(5))


def test_a_new_mark_stands_nowhere_else():
    assert new_mark(t1_check()) == "c"
