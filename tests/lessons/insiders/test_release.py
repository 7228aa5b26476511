"""Who is counted where, and who stands behind what was learnt, on people that can be counted by hand."""

import pandas as pd

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from lessons.insiders.release import names_behind, people_by_office, two_tables, village

VIEWERS = pd.DataFrame(
    {"viewer_id": [1, 2, 3], "name": ["Ann", "Ben", "Cem"], "country": ["A", "A", "B"], "region": "n", "device": "tv"}
)
VIEWS = pd.DataFrame({"viewer_id": [1, 2, 3], "title_id": 7, "day": pd.Timestamp("2017-12-01"), "minutes_watched": 9})


def test_the_largest_countries_each_have_their_people():
    found = people_by_office(VIEWS, VIEWERS, pd.DataFrame({"title_id": [7], "title": ["X"]}), n_offices=1)
    assert list(found) == ["A"] and found["A"]["name"].tolist() == ["Ann", "Ben"]


def test_names_stand_behind_small_cells_that_were_learnt():
    people = pd.DataFrame({"film": list("AAABBB"), "region": list("NSSNNS"), "name": list("abcdef")})
    table = count_table(people, by=("film", "region"))
    learnt = audit(Suppress(3)(table), Contributor(("A", "N"), alone=True))
    found = names_behind(people, table, learnt[learnt["target"] != "A | N"])
    assert found.to_numpy().tolist() == [["A", "S", 2, "b, c"], ["B", "N", 2, "d, e"], ["B", "S", 1, "f"]]
    assert names_behind(people, table, audit(Suppress(3)(table), Outsider())).empty


def test_the_village_fills_two_tables():
    tables = two_tables(village()).tables
    assert [table.by for table in tables] == [("film", "region"), ("film", "age")]
    assert [int(table.cells["count"].iloc[-1]) for table in tables] == [52, 52]
