"""Small counts of which too much is known, by their labels in one table or in several, and beside an edition."""

import pandas as pd

from disclosure.audit import Outsider, audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table.known_small import known_small
from disclosure.repair.hiding import hide
from disclosure.repair.protection import Width
from disclosure.tables.count_table import count_table
from disclosure.tables.edition_pairs import Editions
from disclosure.tables.linked_tables import LinkedTables

TABLE = count_table(pd.DataFrame({"film": list("AABBBBBCCCC")}), by=("film",))


def told(release):
    return audit(release, Outsider(), nothing_to_subtract=True)


def test_a_small_count_alone_in_its_line_is_known():
    defence = SuppressComplementary(3)
    release = hide(TABLE, defence.rule, [TABLE.cells["count"].lt(3).to_numpy(dtype=bool)])
    both = LinkedTables((release, count_table(pd.DataFrame({"sex": list("MMMMMFFFFFF")}), by=("sex",))))
    assert known_small(defence, TABLE, told(release)) == ["A"]
    assert known_small(defence, TABLE, told(both)) == ["A"]
    assert known_small(defence, TABLE, told(Editions(TABLE, release, "nested").as_linked())) == ["A"]


def test_what_is_known_is_measured_by_the_width_and_what_is_printed_by_wish_is_no_secret():
    release = hide(TABLE, SuppressComplementary(3).rule, [TABLE.cells["count"].lt(5).to_numpy(dtype=bool)])
    assert known_small(SuppressComplementary(3), TABLE, told(release)) == []
    assert known_small(SuppressComplementary(3, protect=Width(9)), TABLE, told(release)) == ["A"]
    wish = SuppressComplementary(3, protect=Width(9), must_print=(("A",),))
    assert known_small(wish, TABLE, told(release)) == []
