"""Each misdeed has an honest twin whose looks are filled in alike."""

import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import make_access_log
from data_gen.access.misdeeds import ENOUGH, KINDS, UNSEEN
from tests.lessons.worlds import SEEDS, world

ALIKE = ["sight", "purpose", "emergency", "reason"]


@pytest.fixture(scope="module", params=SEEDS)
def log(request):
    return make_access_log(world(request.param), Assumptions(honest_looks=500))


def test_twelve_looks_of_eight_people(log):
    guilty = log.looks[log.truth["guilty"].to_numpy()]
    assert len(guilty) == 12 and guilty["employee_id"].nunique() == 8 == len(KINDS)


def test_nobody_acts_twice(log):
    doers = log.acts.drop_duplicates("act")["employee_id"]
    assert doers.is_unique and len(doers) == 2 * len(KINDS)


def test_twins_leave_the_same_trace(log):
    for _, ways in log.acts.groupby("kind"):
        guilty, honest = (ways[ways["guilty"].eq(which)].reset_index(drop=True) for which in (True, False))
        assert guilty[[*ALIKE, "way"]].equals(honest[[*ALIKE, "way"]])
        for column in ("viewer_id", "case_id", "approved_by"):
            assert guilty[column].isna().equals(honest[column].isna())
        first = guilty["at"].diff().dropna()
        assert first.equals(honest["at"].diff().dropna())


def test_those_who_act_near_home_live_where_the_viewer_lives(log):
    areas = log.employees.set_index("employee_id")["area"]
    postcodes = log.viewers.set_index("viewer_id")["postcode"]
    near = log.acts[log.acts["kind"].isin([kind.name for kind in KINDS if kind.same_area])]
    assert near["employee_id"].map(areas).eq(near["viewer_id"].map(postcodes)).all()


def test_two_counts_are_large_and_differ_by_one(log):
    counts = log.acts[log.acts["kind"].eq("one person by two counts")].groupby("act")["people"]
    assert (counts.max() - counts.min()).eq(1).all() and counts.min().ge(ENOUGH - 1).all()


def test_a_borrowed_case_is_a_colleagues(log):
    borrowed = log.acts[log.acts["kind"].eq("former partner, borrowed case")]
    cases = borrowed.merge(log.cases, on="case_id", suffixes=("", "_of_case"))
    assert len(cases) == len(borrowed) and cases["owner"].ne(cases["employee_id"]).all()


def test_a_ninth_kind_is_in_no_other_log():
    small = Assumptions(employees=40, honest_looks=500)
    kinds = [set(make_access_log(world(53), small, unseen=unseen).acts["kind"]) for unseen in (False, True)]
    assert kinds[1] - kinds[0] == {UNSEEN.name}
