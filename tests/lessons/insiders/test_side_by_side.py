"""What the notebook shows: ranges in words, ends of tables, outcomes beside chance."""

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from lessons.insiders.release import two_tables, village
from lessons.insiders.side_by_side import claims_in_words, last_columns, outcomes_in_words, prices_in_words, seen_by
from tests.lessons.insiders.test_sweep import PUBLISHED, TABLES, judged_repairs


def test_ranges_and_numbers():
    seen = seen_by(PUBLISHED["threshold"]["one"], {"an outsider": Outsider()})["an outsider"]
    assert seen.tolist() == ["1 to 2"] * 4


def test_each_table_prints_what_the_other_one_hides():
    one_by_one = two_tables(village()).each(SuppressComplementary(3))
    assert last_columns(one_by_one).to_numpy().tolist() == [["c", "c"], ["c", 25], [25, "c"], [52, 52]]


def test_prices_and_outcomes_have_six_columns_at_most_and_words():
    for shown in (prices_in_words(judged_repairs()), outcomes_in_words(judged_repairs())):
        assert len(shown.columns) <= 6 and not any("_" in name for name in shown.columns)


def test_chance_speaks_as_often_as_the_attacker():
    row = outcomes_in_words(judged_repairs()).iloc[1]
    assert row[["asked for", "declared", "of these right", "right by chance"]].tolist() == [6, 6, 6, 4.0]


def test_claims_stand_beside_the_truth():
    claims = pd.DataFrame({"target": ["A | N"], "claim": [3]})
    assert claims_in_words(claims, TABLES["one"]).to_numpy().tolist() == [["A | N", 3, 1]]
