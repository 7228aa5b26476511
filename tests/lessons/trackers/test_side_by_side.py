import pandas as pd

from lessons.trackers.conditions import Fact
from lessons.trackers.release import KNOWN, Desk, facts_of
from lessons.trackers.side_by_side import (
    answers_in_words,
    noises_in_words,
    one_person,
    pairs_in_words,
    sets_in_words,
    thresholds_in_words,
    zeros_in_words,
)
from tests.lessons.trackers.small_desk import small_people

PEOPLE = small_people(200)
ROW = {"k": 9, "way": "direct", "tracker": "", "right": 1, "wrong": 2, "abstained": 3, "lost": 0.456, "searched": 7}


def test_somebody_alone_is_chosen():
    bea = one_person(PEOPLE)
    alike = PEOPLE[list(KNOWN)].eq(bea[list(KNOWN)]).all(axis=1)
    assert alike.sum() == 1 and bea["sex"] == "female" and bea["watched"]


def test_a_refusal_is_said():
    female = Fact("sex", "female")
    shown = answers_in_words(Desk(PEOPLE, 20), female, female & ~female)
    assert shown["question"].tolist() == ["sex is female", "sex is female and not sex is female"]
    assert shown["answer"].tolist() == [str(int(PEOPLE["sex"].eq("female").sum())), "refused"]


def test_bea_is_called_by_her_name():
    bea = Fact("sex", "female") & Fact("plan", "basic")
    shown = answers_in_words(Desk(PEOPLE, 5), Fact("device", "tv") & ~(bea & Fact("watched", True)), bea=bea)
    assert shown["question"].tolist() == ["device is tv and not (like Bea and watched)"]


def test_each_threshold_is_one_row():
    judged = pd.DataFrame([ROW, ROW | {"way": "individual", "right": 8, "abstained": 4}])
    assert thresholds_in_words(judged).to_numpy().tolist() == [[9, 46, 1, 8, 2, 4]]


def test_two_sets_are_shown_where_one_is_missing():
    one, two = ROW | {"way": "general"}, ROW | {"way": "double", "tracker": "a, a part of: b"}
    judged = pd.DataFrame([one | {"k": 3, "tracker": "c"}, two | {"k": 3}, one, two])
    shown = sets_in_words(judged)
    assert shown["sets found"].tolist() == ["c", "none", "a, a part of: b"] and shown["k"].tolist() == [3, 9, 9]


def test_pairs_without_noise_are_different_exactly_for_a_watcher():
    for place in range(20):
        person = PEOPLE.iloc[place]
        facts = facts_of(person)
        alike = PEOPLE[list(KNOWN)].eq(person[list(KNOWN)]).all(axis=1)
        shown = pairs_in_words(Desk(PEOPLE, 5), facts, Fact("watched", True), ways=3)
        assert set(shown["equal?"]) == {"different" if PEOPLE.loc[alike, "watched"].any() else "equal"}
        assert len(shown) == 3 and shown["crowd"].str.endswith(" and not (like Bea)").all()


def test_zeros():
    judged = pd.DataFrame([{"k": 5, "n": 9, "right": 8, "wrong": 0, "abstained": 1, "asked": 1.3}])
    assert zeros_in_words(judged).to_numpy().tolist() == [[5, 8, 0, 1, 1.3]]


def test_noises_stand_in_their_order_and_what_was_not_tried_is_empty():
    rows = [(n, w, p, 7) for n in ("set", "fresh", "text") for w in ("equal", "again", "otherwise") for p in (1, 4)]
    rows += [("fresh", "again", 16, 9)]
    shown = noises_in_words(pd.DataFrame(rows, columns=["noise", "way", "pairs", "right"]))
    assert shown["noise"].tolist()[::3] == ["fresh for each answer", "by the words", "by the set of people"]
    assert shown["asked once"].tolist() == ["7"] * 9 and shown["asked 16 times"].tolist() == ["9"] + [""] * 8
