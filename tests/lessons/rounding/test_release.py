import numpy as np
import pytest

from disclosure.defences import CellKey
from disclosure.tables import count_table
from lessons.rounding.release import TableBuilder, nearest_5, people_with_keys
from tests.lessons.rounding.small_people import AGES, small_people
from tests.lessons.worlds import world

PEOPLE = small_people()
BY = ["genre", "region"]
CELLS = count_table(PEOPLE, by=BY, totals=False).cells


def test_the_desk_prints_what_the_table_prints():
    desk, table = TableBuilder(CellKey().printed, PEOPLE), CellKey()(PEOPLE, by=BY, totals=False)
    assert desk.count(BY, CELLS).tolist() == table.cells["count"].tolist()
    assert desk.count(BY, CELLS).index.tolist() == table.cell_names.tolist()


@pytest.mark.parametrize("split", [("10s",), ("20s", "40s")])
def test_a_half_is_what_the_table_of_its_people_prints(split):
    halves = TableBuilder(CellKey().printed, PEOPLE).halves(BY, CELLS, "age_group", [split])
    for side, ages in (("this", split), ("other", [age for age in AGES if age not in split])):
        some = PEOPLE[PEOPLE["age_group"].isin(ages)]
        assert halves[side].tolist() == CellKey()(some, by=BY, totals=False).cells["count"].tolist()


def test_a_cell_that_nobody_is_in_is_0():
    nobody = CELLS.head(1).assign(genre="opera")
    desk = TableBuilder(CellKey().printed, PEOPLE)
    assert desk.count(BY, nobody).tolist() == [0]
    assert desk.halves(BY, nobody, "age_group", [("10s",)])[["this", "other"]].to_numpy().tolist() == [[0, 0]]


def test_the_desk_shows_neither_people_nor_keys():
    assert "record_key" not in repr(TableBuilder(CellKey().printed, PEOPLE))


def test_keys_do_not_change_with_the_people_who_are_counted():
    frames = world(1).views, world(1).viewers, world(1).titles
    every = people_with_keys(*frames, seed=3).set_index("viewer_id")["record_key"]
    some = people_with_keys(*frames, country="United States", seed=3)
    assert some["country"].eq("United States").all() and some["age_group"].cat.categories.size == 8
    assert every.loc[some["viewer_id"]].tolist() == some["record_key"].tolist()


def test_nearest_5():
    assert nearest_5(np.array([0, 2, 3, 12, 13]), np.zeros(5, dtype=int)).tolist() == [0, 0, 5, 10, 15]
