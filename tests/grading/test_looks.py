"""A note for the teacher: what is wrong here and right there, how often chance brings that, and whose code is held."""

from types import SimpleNamespace

import pytest

from grading import looks
from grading.answers import NoAnswer
from grading.looks import looks_of, note_of
from tests.grading.class_of_students import SetOfTests

GROWN = {"ada": [["Peru", "tv"]], "bea": [["Chad", "tv"], ["Peru", "phone"]], "cleo": [["Oman", "tv"]]}


def world(grown):
    """What a set takes from a world: its key alone."""
    return SimpleNamespace(files={}, key={"my_exact": [[["Peru", "tv"], 3]], "my_grown": grown})


CLASS = SetOfTests("set1", {who: world(cells) for who, cells in GROWN.items()}, students=tuple(GROWN))


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """The numbers of the worlds that were drawn; they differ from each other, and from number 90 on from none."""
    numbers = []

    def key(term, problem_set, number):
        numbers.append(number)
        return {"my_exact": [], "my_grown": [[f"land {number}", "tv"]] if number < 90 else GROWN["cleo"]}

    monkeypatch.setattr(looks, "drawn_key", key)
    return numbers


def found(answers, of=CLASS):
    """Who answered what is right in whose tables."""
    given = {who: {"my_grown": answer, "my_exact": NoAnswer()} for who, answer in answers.items()}
    return [(each.one, each.other) for look in looks_of(of, given).values() for each in look.found]


def test_wrong_here_and_right_there_is_listed_beside_what_chance_brings(drawn):
    other = [tuple(cell) for cell in reversed(GROWN["bea"])]
    look = looks_of(CLASS, {"ada": {"my_grown": other}, "bea": {"my_grown": other}})["my_grown"]
    assert [(each.one, each.other) for each in look.found] == [("ada", "bea")]
    assert look.pairs == 2 and look.worlds == 100 and look.expected == 0.02 and len(drawn) == 97


@pytest.mark.parametrize(
    "answer", [[("Peru", "tv")], [("Mali", "tv")], [], set(), 0, "Peru", {("Chad", "tv"): 1}, [("Oman", "tv")]]
)
def test_what_is_right_here_or_nowhere_or_common_or_nothing_is_not(answer):
    assert found({"ada": answer}) == []


def test_no_world_is_drawn_where_nothing_is_to_be_looked_at(drawn):
    assert found({"ada": [("Mali", "tv")], "bea": [tuple(cell) for cell in GROWN["bea"]]}) == [] == drawn


def test_a_task_with_several_right_answers_tells_nothing():
    worlds = {"ada": SimpleNamespace(files={}, key={"my_back": [], "my_repair": {}})}
    assert set(looks_of(SetOfTests("set2", worlds), {"ada": {}})) == {"my_back"}


def test_the_note_says_that_it_is_no_proof_and_names_the_pairs():
    answered = {"ada": {"my_grown": [tuple(cell) for cell in GROWN["bea"]]}}
    note = note_of("set1", looks_of(CLASS, answered), {"ada": ["bea"], "bea": []})
    assert "this is no proof" in note and "ada answered what is right in the tables of bea" in note
    assert "found 1; expected by chance alone 0.02; pairs compared 2; worlds 100" in note
    assert "The notebook of ada holds the code of bea" in note and "notebook of bea" not in note
    assert note_of("set1", {}, {}).count("None.") == 2
