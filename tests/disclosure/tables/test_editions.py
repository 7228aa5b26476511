"""What publications say of themselves, and what cannot be laid side by side."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.defences.publishing import ForEachTable
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from disclosure.tables.editions import Archive, Publication, counts_of, days_of

PEOPLE = pd.DataFrame({"region": ["north", "south", "east"]})
TABLE = count_table(PEOPLE, by=["region"])
COAST = {"north": "coast", "south": "coast"}
OTHER = {"east": "coast"}


def nested(hierarchy):
    return replace(TABLE, hierarchies={"region": hierarchy})


def test_groups_are_those_that_are_named_anywhere():
    publications = (Publication("a", TABLE, without={"staff"}), Publication("b", TABLE, only={"press"}))
    assert Archive(publications, within={"trainees": "staff"}).groups == ("press", "staff", "trainees")


def test_a_group_lies_in_all_wider_ones():
    archive = Archive((Publication("a", TABLE),), within={"trainees": "staff", "staff": "insiders"})
    assert archive.wider_groups("trainees") == ["trainees", "staff", "insiders"]


def test_the_parts_of_a_wider_label_are_its_narrowest():
    deep = nested({**COAST, "coast": "country", "east": "country"})
    parts = Archive((Publication("a", deep),)).parts("region")
    assert parts == {"coast": frozenset({"north", "south"}), "country": frozenset({"north", "south", "east"})}


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Publication("a", TABLE, only={"staff"}, without={"staff"}), "leaves them out: it counts nobody"),
        (lambda: Publication("a", replace(TABLE, unit="minutes")), "counts minutes"),
        (lambda: Archive(()), "at least one publication"),
        (lambda: Archive((Publication("a", TABLE), Publication("a", TABLE))), "two publications are called 'a'"),
        (lambda: Archive((Publication("a", TABLE), dated("b"))), "'a' has no day and others have one"),
        (lambda: Archive((Publication("a", TABLE),), within={"x": "y", "y": "x"}), "lies in itself"),
        (lambda: Archive((Publication("a", TABLE, without=map(str, range(11))),)), "11 groups"),
        (
            lambda: Archive((Publication("a", nested(COAST)), Publication("b", nested(OTHER)))),
            "other parts",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(make, sentence):
    with pytest.raises(ValueError, match=sentence):
        make()


def dated(name):
    return Publication(name, TABLE, pd.Timestamp("2017-12-04"))


def on(day, films, totals=False):
    table = count_table(pd.DataFrame({"film": pd.Categorical(films, list("AB"))}), by=["film"], totals=totals)
    return Publication(day, table, pd.Timestamp(day))


def test_days_and_counts_of_releases_stand_in_their_order_and_hidden_counts_are_no_numbers():
    releases = (on("2017-12-04", list("AAB")), ForEachTable(Suppress(2))((on("2017-12-11", list("AABB")[:3]),))[0])
    assert days_of(releases).astype(str).tolist() == ["2017-12-04T00:00:00", "2017-12-11T00:00:00"]
    assert np.isnan(counts_of(releases)[1, 1]) and counts_of(releases)[:, 0].tolist() == [2, 2]


@pytest.mark.parametrize(
    "releases",
    [
        (on("2017-12-11", ["A"]), on("2017-12-04", ["A"])),
        (on("2017-12-04", ["A"]), on("2017-12-04", ["A"])),
        (Publication("a", TABLE),),
    ],
)
def test_releases_of_a_year_have_days_the_earliest_first(releases):
    with pytest.raises(ValueError, match="the earliest first"):
        days_of(releases)


def test_releases_of_a_year_are_of_one_table_without_totals():
    for releases in ((on("2017-12-04", ["A"], totals=True),), (on("2017-12-04", ["A"]), Publication("b", TABLE))):
        with pytest.raises(ValueError, match="one table without totals"):
            counts_of(releases)
