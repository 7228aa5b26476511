"""A log that nobody has seen: what an attacker finds in an extract, and what the reader loses."""

from lessons.unicity.cinema import COLUMNS, cinema_log, judged

LOG = cinema_log()


def test_the_log_is_the_same_each_time_and_has_its_columns():
    assert cinema_log().equals(LOG) and list(LOG.columns) == ["viewer_id", *COLUMNS]


def test_everything_told_of_everybody_loses_nothing_and_finds_all():
    risk, lost = judged(LOG, ["film", "day", "house"], 1.0)
    assert risk.right == risk.n and risk.wrong == 0 and abs(lost) < 1e-9


def test_a_smaller_share_costs_more_and_may_find_more():
    (everybody, all_lost), (most, lost) = judged(LOG, ["genre", "week"], 1.0), judged(LOG, ["genre", "week"], 0.8)
    assert most.right > everybody.right and most.wrong > everybody.wrong == 0 and lost > all_lost
