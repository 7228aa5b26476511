"""A person counts for the weakest attack that finds her; blind guesses and wrong claims stand beside."""

from disclosure.measures import Risk
from lessons.release_desk.decisions import published
from lessons.release_desk.scores import Outcome, Result, attacked
from tests.lessons.release_desk.small_desk import office


def outcome(attack, found, *, right=1, wrong=0, baseline=0.0):
    risk = Risk(10, right, wrong, 10 - right - wrong, baseline, 0, 1)
    return Outcome(attack, ("one",), risk, frozenset(found))


def test_a_person_counts_for_the_first_attack_that_finds_her():
    result = Result((outcome("weak", {1, 2}, wrong=2), outcome("strong", {2, 3}, wrong=1)))
    assert result.first_found_by == {1: "weak", 2: "weak", 3: "strong"}
    assert (result.found, result.wrong) == (3, 3)
    assert result.by_attack()[["people", "first"]].to_numpy().tolist() == [[2, 2], [2, 1]]


def test_claims_of_which_none_is_wrong_are_no_luck_and_others_are_measured():
    assert outcome("", (), right=1).beyond_blind and not outcome("", (), right=0).beyond_blind
    assert outcome("", (), right=6, wrong=4, baseline=1.0).beyond_blind
    assert not outcome("", (), right=6, wrong=4, baseline=5.0).beyond_blind


def test_nothing_out_is_attacked_by_nobody():
    result = attacked(office(), [None, None])
    assert result.outcomes == () and result.found == 0 and result.by_attack().empty
    joke = published(office(), {"joke": "as asked"})
    assert attacked(office(), joke).outcomes[0] is attacked(office(), joke).outcomes[0]


def test_what_was_read_together():
    two = published(office(), {"top ten": "as asked", "researchers": "by age, from ten"})
    assert attacked(office(), two).read_together == [("top ten: as asked", "researchers: by age, from ten")]
    assert attacked(office(), two[:1]).read_together == []
