import pandas as pd
import pytest

from lessons.trackers.conditions import Fact, all_of
from lessons.trackers.release import KNOWN, Desk, facts_of, facts_offered, people_at_desk, sets_of, targets
from tests.lessons.trackers.small_desk import small_people
from tests.lessons.worlds import world

PEOPLE = small_people()
FEMALE = Fact("sex", "female")


@pytest.mark.parametrize(("size", "told"), [(0, None), (2, None), (3, 3), (5, 5), (7, 7), (8, None), (10, None)])
def test_the_desk_answers_from_k_to_n_less_k(size, told):
    desk = Desk(pd.DataFrame({"age": [1] * size + [2] * (10 - size), "all": True}), k=3)
    question = Fact("age", 1) if size else ~Fact("all", True)
    assert desk.answer(question) == told


def test_zeros_are_told_where_the_desk_says_so():
    nobody = FEMALE & ~FEMALE
    assert Desk(PEOPLE, 5).answer(nobody) is None and Desk(PEOPLE, 5, zeros=True).answer(nobody) == 0


def test_a_changed_answer_is_refused_by_the_true_count():
    desk = Desk(PEOPLE, 10, change=lambda count, condition, members: count - 100)
    assert desk.answer(FEMALE) == Desk(PEOPLE, 10).answer(FEMALE) - 100
    assert desk.answer(FEMALE & ~FEMALE) is None


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [(Fact("town", "Oslo"), "nobody has a 'town'"), (Fact("region", "north"), "nobody has 'north' as region")],
)
def test_a_slip_gets_a_sentence(fact, sentence):
    desk = Desk(PEOPLE, 5)
    for _ in range(2):
        with pytest.raises(ValueError, match=sentence):
            desk.answer(FEMALE & fact)


@pytest.mark.parametrize("k", [0, 2.5, "5"])
def test_what_is_no_smallest_count_is_refused(k):
    with pytest.raises(ValueError, match=r"choose 1 or more"):
        Desk(PEOPLE, k)


def test_the_desk_shows_no_people():
    assert repr(Desk(PEOPLE, 5)) == "Desk(k=5, zeros=False)"


def test_sets_are_bits():
    assert sets_of(pd.Series([7, 9, 7])) == {7: 0b101, 9: 0b010}


def test_people_of_a_world():
    frames = world(1).views, world(1).viewers, world(1).titles
    people = people_at_desk(*frames)
    assert list(people) == ["viewer_id", *KNOWN, "watched"] and len(people) == len(world(1).viewers)
    assert 0.2 < people["watched"].mean() < 0.5
    with pytest.raises(ValueError, match="no film 'Nothing'"):
        people_at_desk(*frames, film="Nothing")


def test_targets_are_told_apart_from_the_truth():
    known, truth = targets(PEOPLE, 10, seed=1)
    assert list(known) == ["target", *KNOWN] and list(truth) == ["target", "answer"]
    assert known["target"].tolist() == truth["target"].tolist() and known["target"].is_unique
    watched = PEOPLE.set_index("viewer_id")["watched"]
    assert truth["answer"].tolist() == watched.loc[truth["target"]].tolist()
    assert len(targets(PEOPLE, 999, seed=1)[0]) == len(PEOPLE)


def test_facts_with_few_labels_come_first():
    offered = facts_offered(PEOPLE)
    assert [fact.column for fact in offered[:4]] == ["sex", "sex", "plan", "plan"] and len(offered) == 17
    assert str(all_of(facts_of(PEOPLE.iloc[0]))).count(" and ") == 5
