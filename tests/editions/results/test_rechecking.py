"""All answers of a class, and what is alike judged once."""

import pandas as pd
import pytest

from editions.results import rechecking
from editions.results.hand_ins import read_folder
from editions.results.rechecking import recheck
from editions.results.tasks import IN_OWN_WORLD
from lessons.singling_out.exercises import lonely_groups
from tests.editions.results.making import chosen, value, write

QUESTION, PLAN = "suppression/no-lines", "suppression/publish-courses"
FUNCTION = {"task": "suppression/get-one-back", "kind": "function", "said": "def f(line):\n    return 1"}
GROUPS = "singling_out/lonely-groups"


def test_each_answer_stands_at_the_place_of_its_hand_in(tmp_path):
    write(tmp_path, "a", [chosen(QUESTION, right=True), value(PLAN, "Plan(threshold=7)"), FUNCTION])
    write(tmp_path, "b", [chosen(QUESTION, right=False), value(PLAN, "Plan(threshold=3)")])
    write(tmp_path, "c", [value(QUESTION, "3"), value("suppression/get-one-back", "3"), value("suppression/new", "1")])
    read = list(read_folder(tmp_path))
    checked = recheck(read)
    lines = checked.states["suppression"]
    assert lines[QUESTION] == ["right", "not yet", "not yet"]
    assert lines[PLAN] == ["right", "not yet", "no answer"]
    assert lines["suppression/get-one-back"] == ["not checked", "no answer", "not yet"]
    assert checked.unknown == ("c",) and not checked.ran_code
    asked = []
    again = recheck(read, lambda name, source: asked.append((name, source)) or "right")
    assert again.states["suppression"]["suppression/get-one-back"][0] == "right" and len(asked) == 1 and again.ran_code


@pytest.fixture
def small_worlds(monkeypatch):
    """Worlds in which as many groups are lonely as the nickname has letters."""

    def task(seed):
        return lonely_groups(pd.DataFrame({"country": [*range(len(seed)), *[99] * 30], "device": "tv"}))

    monkeypatch.setitem(IN_OWN_WORLD, GROUPS, task)


def look_at(folder, worlds):
    """All but the first are right; she has written what is right in the second one's world."""
    for place, seed in enumerate(worlds):
        said = str(len(worlds[max(place, 1)]))
        write(folder, f"{place}", [value(GROUPS, said)], lesson="singling_out", world=seed)
    return recheck(list(read_folder(folder)))


@pytest.mark.usefixtures("small_worlds")
def test_a_wrong_value_that_is_right_in_another_world_is_looked_at(tmp_path, monkeypatch):
    monkeypatch.setattr(rechecking, "WORLDS", 50)
    monkeypatch.setattr(rechecking, "FEW", 50)
    checked = look_at(tmp_path, ["abc", "abcde", "abcdefg"])
    assert checked.states["singling_out"][GROUPS] == ["not yet", "right", "right"]
    look = checked.looks[GROUPS]
    assert [(each.one, each.other, each.answer) for each in look.found] == [("0", "1", 5)]
    assert (look.worlds, look.pairs, look.expected) == (50, 2, 2 / 50)


@pytest.mark.usefixtures("small_worlds")
def test_an_answer_of_many_worlds_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr(rechecking, "WORLDS", 3)
    assert look_at(tmp_path, ["abc", "abcde", "abcdefg"]).looks[GROUPS].found == ()


@pytest.mark.usefixtures("small_worlds")
def test_where_all_are_in_one_world_or_right_there_is_nothing_to_compare(tmp_path):
    assert look_at(tmp_path, ["abc", "abc"]).looks == {} == look_at(tmp_path, ["abc", "xyz"]).looks
