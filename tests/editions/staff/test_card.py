"""The card: one row fits, whoever the remark is about."""

from editions.staff.card import FACTS, LOG, OF_ROBIN, card, fitting


def test_one_row_fits_all_and_each_fact_is_needed():
    assert fitting(LOG, FACTS) == [OF_ROBIN] == [card()["fits"]]
    assert all(len(fitting(LOG, {k: v for k, v in FACTS.items() if k != fact})) > 1 for fact in FACTS)


def test_without_robins_row_nobody_fits_so_kim_would_be_taken_for_robin():
    assert fitting(LOG.drop(index=OF_ROBIN), FACTS) == []
