from lessons.trackers.defences import FreshNoise, NoiseBySet
from lessons.trackers.plan import BOOK, COLUMNS, Judged, Plan, judged, readers, what_is_wrong


def test_the_readers_are_the_same_each_time():
    assert readers() is readers() and len(readers()) == 600
    assert {*COLUMNS, BOOK.column} < set(readers()) and 0.2 < readers()["debts"].mean() < 0.4


def test_more_is_held_against_somebody_who_speaks_as_often():
    outcome = Judged(refused=0, error=0, right=42, wrong=8, n=100, blind=0.5)
    assert outcome.by_chance == 25 and outcome.more == 17


def test_more_columns_tell_more_and_few_tell_nothing():
    right = [judged(Plan(5, columns, None, 20)).right for columns in (2, 3, 4, 5)]
    assert right[0] == 0 and right == sorted(right) and right[-1] > 70


def test_a_larger_k_costs_readers_and_protects_nobody():
    small, large = judged(Plan(5, 5, None, 20)), judged(Plan(150, 5, None, 20))
    assert large.refused > 80 > 1 > small.refused and large.right == small.right


def test_noise_costs_exactness_and_falls_to_questions_or_to_equality():
    few, many = (judged(Plan(5, 5, FreshNoise(3), questions)) for questions in (10, 200))
    assert few.error > 2 and few.more < 4 < many.more
    assert judged(Plan(5, 5, NoiseBySet(3), 10)).more > 20


def test_what_is_wrong_is_a_sentence_or_nothing():
    assert what_is_wrong(Plan(5, 2, None, 20)) == "" and "two columns" in what_is_wrong(Plan(5, 1, None, 20))
