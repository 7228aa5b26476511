"""The formula's line and the statistics side by side, on a small service with taste."""

from lessons.membership.formula import DISTANCES, EVIDENCE, MENDED, RATIO, formula_sweep, statistics_sweep
from tests.lessons.membership.small_service import service


def test_one_row_for_each_group_and_size():
    found = formula_sweep(service(), [10, 20], alike="horror", cohorts=2)
    assert found[["group", "size"]].to_numpy().tolist() == [
        ["anybody", 10],
        ["anybody", 20],
        ["horror", 10],
        ["horror", 20],
    ]
    assert found[["accused", "accused_alike"]].stack().between(0, 1).all() and (found["promised"] == 0.01).all()


def test_fans_are_accused_more_often_if_the_group_is_of_their_taste():
    found = formula_sweep(service(), [20], alike="horror", cohorts=4).set_index("group")
    assert found.loc["horror", "accused_alike"] > found.loc["horror", "accused"]


def test_each_statistic_gets_the_same_groups():
    found = statistics_sweep(service(), [10], cohorts=3).set_index("statistic")
    assert list(found.index) == [EVIDENCE, RATIO, MENDED, DISTANCES] and (found["members"] == 30).all()
    assert found[["found_share", "accused_share"]].stack().between(0, 1).all()
