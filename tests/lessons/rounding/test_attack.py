import pandas as pd

from disclosure.defences import CellKey
from disclosure.tables import count_table
from lessons.rounding.attack import ask_differently, find_the_only_one
from lessons.rounding.release import TableBuilder
from tests.lessons.rounding.small_people import small_people

PEOPLE = small_people()
BY = ["genre", "region"]
CELLS = count_table(PEOPLE, by=BY, totals=False).cells


def test_without_changes_each_way_gives_the_count():
    asked = ask_differently(TableBuilder(lambda counts, keys: counts, PEOPLE), BY, CELLS, other="age_group")
    truth = dict(zip(CELLS["genre"] + " | " + CELLS["region"], CELLS["count"], strict=True))
    assert asked["asked"].max() == 2**3 - 1
    assert (asked["sum"] == asked["target"].map(truth)).all() and (asked["estimate"] == asked["sum"]).all()


def test_one_person_alone_gives_the_same_answer_each_time():
    alone = PEOPLE[(PEOPLE["genre"] == "crime") & (PEOPLE["region"] == "North")].head(1)
    desk = TableBuilder(CellKey().printed, alone)
    asked = ask_differently(desk, BY, CELLS.head(1), other="age_group")
    assert set(asked["sum"]) == {int(desk.count(BY, CELLS.head(1)).iloc[0])}


def test_the_only_one_is_declared_and_others_are_not():
    released = pd.DataFrame({"region": ["N", "S", "S"], "genre": ["drama", "crime", "music"]})
    known = pd.DataFrame({"target": ["Bea", "Dan", "Eve"], "region": ["N", "S", "W"]})
    claims = find_the_only_one(released, known, wanted="genre")
    assert claims["declared"].tolist() == [True, False, False] and claims["claim"].iloc[0] == "drama"
