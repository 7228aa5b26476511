"""Each row of the sweep is what the defences, the attackers and the score say when they are asked one by one."""

from functools import cache
from math import inf

import numpy as np
import pandas as pd
import pytest

from disclosure.measures import score
from disclosure.records.anonymity import class_sizes, information_lost, k_anonymity
from disclosure.records.generalisation import Generalise, SuppressRecords
from disclosure.records.mondrian import Mondrian
from lessons.quasi_identifiers.attack import link
from lessons.quasi_identifiers.sweep import COARSE, COLUMNS, group_sizes, publication_sweep, sizes_of_crowds
from tests.lessons.quasi_identifiers.small_extract import EXTRACT, REGISTER, TRUTH

KS = (1, 2, 4)


@cache
def swept():
    return publication_sweep(EXTRACT, REGISTER, TRUTH, ks=KS)


def released(columns, coarse, k):
    rows = Generalise(**{**COARSE[coarse], **COLUMNS[columns]})(EXTRACT)
    return Mondrian(k)(rows) if coarse == "mondrian" else SuppressRecords(k)(rows)


@pytest.mark.parametrize("k", KS)
@pytest.mark.parametrize("coarse", COARSE)
@pytest.mark.parametrize("columns", COLUMNS)
def test_one_setting_at_a_time(columns, coarse, k):
    rows = released(columns, coarse, k)
    said = swept()[0].query("columns == @columns and coarse == @coarse and k == @k").iloc[0]
    cautious, daring = (score(link(rows, REGISTER, at_most=most), TRUTH, blind=1 / len(EXTRACT)) for most in (1, inf))
    assert (said["published"], said["smallest"]) == (len(rows), k_anonymity(rows))
    assert (said["right"], said["wrong"], said["abstained"]) == (cautious.right, cautious.wrong, cautious.abstained)
    assert said["dare_right"] + said["dare_wrong"] == daring.right + daring.wrong
    assert said["dare_right"] <= said["members"] == TRUTH["answer"].notna().sum()
    assert said["baseline"] == daring.baseline and said["low"] == cautious.low
    assert said["utility_lost"] == pytest.approx(information_lost(EXTRACT, rows))


def test_people_are_counted_once_in_each_setting():
    assert swept()[1].groupby(["columns", "coarse", "k"])["people"].sum().eq(len(EXTRACT)).all()
    left_out = swept()[1][swept()[1]["size"] == "left out"].merge(swept()[0], on=["columns", "coarse", "k"])
    assert (left_out["people"] == left_out["rows"] - left_out["published"]).all()


def test_one_row_per_setting():
    settings = swept()[0][["columns", "coarse", "k"]].drop_duplicates()
    assert len(settings) == len(swept()[0]) == len(COLUMNS) * len(COARSE) * len(KS)


def test_sizes_at_their_edges():
    sizes = np.array([1, 2, 4, 5, 9, 10, 19, 20, 500])
    assert group_sizes(sizes)["people"].tolist() == [1, 2, 2, 2, 2, 0]
    assert group_sizes(sizes, k=5)["people"].tolist() == [0, 0, 2, 2, 2, 3]
    assert group_sizes(class_sizes(EXTRACT).to_numpy())["people"].sum() == len(EXTRACT)


def test_nobody_looks():
    judged, _ = publication_sweep(EXTRACT, REGISTER.iloc[:0], TRUTH.iloc[:0], ks=[1, 2])
    assert judged["n"].eq(0).all() and judged["dare_right"].eq(0).all()
    assert isinstance(judged, pd.DataFrame)


def test_crowds_are_counted_once_for_each_name():
    found = sizes_of_crowds({"one": pd.Series([1, 1, 3]), "both": pd.Series([1, 25])})
    assert found.groupby("known")["people"].sum().to_dict() == {"one": 3, "both": 2}
    assert "left out" not in set(found["size"])
