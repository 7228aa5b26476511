import pandas as pd
import pytest

from disclosure.defences import CellKey
from disclosure.tables import count_table, newcomers, running_totals
from lessons.rounding.explorer import WAYS
from lessons.rounding.release import nearest_5
from lessons.rounding.sweep import (
    drawn_anew,
    estimates,
    exact_again,
    swapped_and_looked_for,
    year_of_changes,
    year_rules,
)
from tests.disclosure.defences.test_swapping import PEOPLE as HOUSEHOLDS
from tests.lessons.rounding.small_people import small_people

PEOPLE = small_people()
BY = ["genre", "region"]
CELLS = count_table(PEOPLE, by=BY, totals=False).cells


def test_estimates_begin_with_the_printed_number():
    estimated = estimates(PEOPLE, {"nearest 5": nearest_5}, BY, CELLS, other="age_group")
    first = estimated[estimated["asked"] == 0]
    assert (first["estimate"] % 5 == 0).all() and first["count"].tolist() == CELLS["count"].tolist()
    assert len(estimated) == len(CELLS) * (1 + 2**3 - 1)


def test_exact_is_what_rounds_to_the_truth():
    estimated = pd.DataFrame({"way": "w", "asked": [0, 0, 1, 1], "estimate": [5, 7.4, 5.5, 6.6], "count": [5, 7, 5, 7]})
    judged = exact_again(estimated, asked=[0, 1])
    assert judged["exact"].tolist() == [2, 1] and judged["error"].round(2).tolist() == [0.2, 0.45]


def test_a_year_of_three_days_by_hand():
    days = pd.to_datetime(["2017-01-02", "2017-01-09", "2017-01-16"])
    began = pd.to_datetime(["2017-01-01"] * 200 + ["2017-01-08"] + ["2017-01-15"] * 39)
    people = PEOPLE.assign(began_on=began)
    weekly = running_totals(people, by=BY, days=days)
    truth = newcomers(people, weekly, wanted="genre")
    year = year_of_changes(truth, weekly, year_rules(people), wanted="genre").set_index("rule")
    assert len(truth) == 40 and list(year.index) == ["nothing", "hide", "nearest 5", "random 3", "keys 5"]
    assert year.loc["nothing", "right"] == 1 and year.loc["nothing", "wrong"] == 0
    assert (year[["right", "wrong", "abstained"]].sum(axis=1) == 40).all()
    assert year.loc["nothing", "lost"] == 0 < year.loc["keys 5", "lost"]


def test_new_keys_give_other_answers_and_the_same_keys_do_not():
    assert drawn_anew(PEOPLE, BY, CELLS.head(1), CellKey().printed, times=12).nunique() > 2
    assert drawn_anew(PEOPLE, BY, CELLS.head(1), nearest_5, times=3).nunique() == 1


@pytest.mark.parametrize("known", [("region", "sex", "age_band", "plan", "device"), ("region", "age_band")])
def test_nobody_is_accused_before_anybody_is_swapped(known):
    people = HOUSEHOLDS.assign(viewer_id=range(len(HOUSEHOLDS)), genre=HOUSEHOLDS["device"])
    swaps = swapped_and_looked_for(people, [0, 0.3], known=known)
    assert swaps["targeted"].tolist() == [False, True, False]
    assert swaps.loc[0, "wrong"] == 0 and swaps.loc[0, "lost"] == 0
    assert (swaps[["right", "wrong", "abstained"]].sum(axis=1) == len(people)).all()


def test_there_are_five_ways():
    assert list(WAYS) == ["nearest 5", "random 3", "keys 2", "keys 3", "keys 5"]
