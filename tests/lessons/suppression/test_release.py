"""Somebody in a small cell, rows as they are printed, and tables for the head."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from lessons.suppression.release import (
    favourites_by_region,
    little_table,
    one_in_a_small_cell,
    people_by_age,
    row_of,
    square,
    without_totals,
)
from tests.lessons.worlds import every_seed, favourite_table, world

VIEWERS = pd.DataFrame({"viewer_id": range(9), "age": range(20, 65, 5), "plan": "standard"})
PEOPLE = pd.DataFrame(
    {"viewer_id": range(9), "title": list("AAAABBBBB"), "region": ["north", "south", "south", "south"] + ["north"] * 5}
)


def test_somebody_who_is_alone_among_the_small_ones_of_the_row_comes_first():
    chosen = one_in_a_small_cell(count_table(PEOPLE, by=("title", "region")), PEOPLE, VIEWERS, threshold=3)
    assert chosen.to_dict() == {"title": "A", "region": "north", "people": 1, "age": 20, "plan": "standard"}


def test_a_table_without_small_cells_is_refused():
    large = PEOPLE[PEOPLE["title"] == "B"]
    with pytest.raises(ValueError, match="no cell of the table holds 1 to 3 people: choose a higher threshold"):
        one_in_a_small_cell(count_table(large, by=("title", "region")), large, VIEWERS, threshold=4)


@every_seed
def test_the_people_of_the_lesson_are_those_of_the_claims(seed):
    this = world(seed)
    people = favourites_by_region(this.views, this.viewers, this.titles)
    assert count_table(people, by=("title", "region")).cells.equals(favourite_table(seed).cells)


@every_seed
def test_the_total_of_the_row_gives_away_what_is_hidden_in_it(seed):
    """The chosen cell is hidden at the threshold of the lesson, with as few others as in any such row."""
    table, this = favourite_table(seed), world(seed)
    people = favourites_by_region(this.views, this.viewers, this.titles)
    bea = one_in_a_small_cell(table, people, this.viewers, threshold=4)
    release = Suppress(4)(table)
    line = row_of(release, bea["title"])
    in_rows = [row_of(release, title).isna().sum() for title in table.cells["title"].unique() if title != "total"]
    assert line.isna()[bea["region"]] and line.isna().sum() == min(count for count in in_rows if count)
    assert line["total"] - line.drop("total").sum() == row_of(table, bea["title"])[line.isna()].sum()


def test_ages_are_those_of_the_smallest_region():
    people = PEOPLE.astype({"region": pd.CategoricalDtype(["north", "south"])})
    assert people_by_age(people, VIEWERS)["age"].astype(str).tolist() == ["under 30", "30 to 44", "30 to 44"]


def test_tables_for_the_head():
    assert square().cells["count"].sum() == 4 * 6
    assert not without_totals(square()).is_total.any()
    hidden = Suppress(5)(little_table()).cells.assign(hidden=lambda cells: cells["count"].isna())
    assert all((hidden.groupby(label)["hidden"].sum() != 1).all() for label in ("film", "region"))
    assert audit(Suppress(5)(little_table()), Outsider())["verdict"].eq("exact").sum() == 1
