"""Four tables by cell keys: the halves are halves of the same people, and no count is off by more than is told."""

import pandas as pd

from disclosure.defences.cell_key import RECORD_KEY
from disclosure.tables import count_table
from lessons.release_desk.keyed_tables import CHANGED, HALF, SPLIT, TOP_TEN, four_tables, keyed_people
from tests.lessons.release_desk.small_office import small_office


def test_everybody_in_the_list_has_one_key_and_stands_in_one_half():
    people = keyed_people(small_office())
    assert people["viewer_id"].tolist() == small_office().people["viewer_id"].tolist()
    assert all(set(people[name]) == {half, "other"} for name, half in HALF.items())


def test_counts_are_off_by_three_at_most_and_no_key_is_printed():
    tables = four_tables(small_office())
    by = {TOP_TEN: ("title", "region")} | {heading: ("title", "region", name) for heading, name in SPLIT.items()}
    for heading, table in tables.items():
        true = count_table(keyed_people(small_office()), by=by[heading], totals=heading == TOP_TEN)
        off = (table.cells["count"] - true.cells["count"]).abs()
        assert 0 < off.max() <= CHANGED.largest_change and RECORD_KEY not in table.cells
        assert (table.cells["count"] > 0)[true.cells["count"] == 0].sum() == 0


def test_where_all_of_a_cell_are_in_one_half_both_tables_print_the_same_number():
    tables = four_tables(small_office())
    people = keyed_people(small_office()).astype({"title": "str", "region": "str"})
    halves = people.groupby(["title", "region"])["sex"].agg(["nunique", "first"])
    cells = [table.cells.set_index(list(table.by))["count"] for table in tables.values()][:2]
    same = [(cells[0][cell], cells[1][(*cell, half)]) for cell, half in halves.query("nunique == 1")["first"].items()]
    assert same and pd.DataFrame(same).diff(axis="columns").iloc[:, 1].eq(0).all()
