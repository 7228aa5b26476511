"""What lies in what, by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.attacks import query_sets as module
from disclosure.attacks.query_sets import Side, query_sets_of
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.editions import Archive, Publication

PEOPLE = pd.DataFrame({"region": ["north", "north", "south", "east"]})
TABLE = count_table(PEOPLE, by=["region"])
DAY = pd.Timestamp("2017-12-04")


def population(*publications, within=None):
    archive = Archive(tuple(publications), within or {})
    query_sets = query_sets_of(archive)
    first = [int(np.flatnonzero(query_sets.publication == place)[0]) for place in range(len(publications))]
    codes = query_sets.codes[first, 0]
    return query_sets.sides[0].inside[np.ix_(codes, codes)].astype(int).tolist()


def test_leaving_more_out_lies_in_leaving_less_out():
    publications = (
        Publication("a", TABLE),
        Publication("b", TABLE, without={"x"}),
        Publication("c", TABLE, without={"x", "y"}),
    )
    assert population(*publications) == [[1, 0, 0], [1, 1, 0], [1, 1, 1]]


def test_a_group_within_a_group_is_left_out_with_it():
    publications = (
        Publication("no staff", TABLE, without={"staff"}),
        Publication("no trainees", TABLE, without={"trainees"}),
    )
    assert population(*publications) == [[1, 0], [0, 1]]
    assert population(*publications, within={"trainees": "staff"}) == [[1, 1], [0, 1]]


def test_an_earlier_day_lies_in_a_later_one_if_nobody_leaves():
    early, late = Publication("early", TABLE, DAY), Publication("late", TABLE, DAY + pd.Timedelta(days=7))
    assert population(early, late) == [[1, 1], [0, 1]]
    leave = [replace(each, people_leave=True) for each in (early, late)]
    assert population(*leave) == [[1, 0], [0, 1]]


def test_a_wider_label_holds_its_parts_and_a_total_holds_all():
    wide = replace(TABLE, hierarchies={"region": {"north": "coast", "south": "coast"}})
    side = query_sets_of(Archive((Publication("a", wide),))).sides[1]
    north, south, east, coast, total = range(5)
    assert side.inside[[north, south, east, coast], coast].tolist() == [True, True, False, True]
    assert side.inside[:, total].all() and side.apart[north, [south, east]].all() and not side.apart[north, coast]


def test_a_dimension_with_one_label_is_its_total():
    one = count_table(pd.DataFrame({"film": ["A", "A"]}), by=["film"])
    assert query_sets_of(Archive((Publication("a", one),))).count.tolist() == [2]


@pytest.mark.parametrize(
    ("table", "printed"),
    [
        (TABLE, [2, 1, 1, 4]),
        (Suppress(2)(TABLE), [2, 4]),
        (RoundTo(3)(TABLE), []),
        (replace(TABLE, totals_of="printed cells"), [2, 1, 1]),
        (replace(TABLE, cells=TABLE.cells.assign(repeated=[True, False, False, False])), [1, 1, 4]),
    ],
)
def test_only_what_is_the_count_of_a_box_takes_part(table, printed):
    assert query_sets_of(Archive((Publication("a", table),))).count.tolist() == printed


def test_the_same_box_is_taken_once():
    twice = Archive((Publication("a", TABLE), Publication("b", TABLE)))
    assert query_sets_of(twice).publication.tolist() == [0, 0, 0, 0]


def test_two_values_cover_a_third():
    atoms = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 1, 1]], dtype=bool)
    found = {c: sorted(map(tuple, pairs.tolist())) for c, pairs in Side(atoms, np.zeros(5, dtype=int)).covers()}
    assert found == {3: [(0, 1), (1, 0)], 4: [(2, 3), (3, 2)]}


def test_too_many_boxes_are_refused(monkeypatch):
    monkeypatch.setattr(module, "MOST_CELLS", 3)
    with pytest.raises(ValueError, match="too many dimensions"):
        query_sets_of(Archive((Publication("a", TABLE),)))


def test_a_total_holds_more_than_labels_that_do_not_cover_everybody():
    """North and south hold 3 of 4: that the total is more is seen from the footnote, not from the numbers."""
    two = table_of_regions({"north": 2, "south": 1, "total": 4}, not_covered={"region": "unknown"})
    whole = table_of_regions({"north": 2, "south": 1, "total": 3})
    for table, covered in ((two, False), (whole, True)):
        side = query_sets_of(Archive((Publication("all", table),))).sides[1]
        together = side.atoms[0] | side.atoms[1]
        assert bool(together.all()) == covered


def table_of_regions(counts, **more):
    cells = pd.DataFrame({"region": list(counts), "count": list(counts.values()), "mark": ""})
    return CountTable(cells, ("region",), **more)
