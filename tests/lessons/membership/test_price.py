"""What a reader loses, beside the library's measure."""

import numpy as np
import pytest

from disclosure.measures import loss
from lessons.membership.behind import printed_counts
from lessons.membership.price import lost_share, price_sweep, top_named
from lessons.membership.prints import PRINTS
from lessons.membership.release import cohort_counts, draw
from tests.lessons.membership.small_service import service


@pytest.mark.parametrize("way", [way for way in PRINTS if way != "as counted"])
def test_lost_as_the_library_has_it(way):
    members = draw(service(), 30).members
    table, release = cohort_counts(service(), members), PRINTS[way](service(), members)
    assert lost_share(printed_counts(table), printed_counts(release)) == pytest.approx(loss(table, release))


def test_nothing_printed_is_all_lost():
    assert lost_share(np.array([2, 1]), np.array([0, 0])) == 1.0


def test_the_top_ten_of_what_is_printed():
    true = np.arange(20)
    assert top_named(true, true) == 10 and top_named(true, -np.ones(20)) == 0
    assert top_named(true, np.where(true >= 15, true, -1)) == 5


def test_one_row_for_each_size_and_way():
    found = price_sweep(service(), [10, 40], ["as counted", "hide 1 to 9"])
    assert found["lost"].tolist()[::2] == [0.0, 0.0] and found["top"].tolist()[::2] == [10, 10]
    assert found["lost"].iloc[1] > found["lost"].iloc[3]
