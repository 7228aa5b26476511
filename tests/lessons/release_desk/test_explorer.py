"""The desk in a page: nothing is told before a choice, and what one or two of them do is said in full."""

from functools import cache

from lessons.release_desk.explorer import explore_desk
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.sweep import key_of_choices
from tests.lessons.release_desk.small_desk import office


@cache
def explorer():
    return explore_desk(office())


def test_it_begins_with_everything_declined():
    assert set(explorer().setting.values()) == {"4"}
    told = explorer().lookups["sentences"].table[("4",) * len(REQUESTS)]
    assert told.startswith("Nothing is published") and "Nobody was found by these attacks." in told


def test_each_setting_has_its_sentence():
    settings, said = explorer().settings, explorer().lookups["sentences"].table
    assert list(said) == [tuple(key) for key in settings["key"]]
    key = tuple(key_of_choices({"joke": "as asked"}))
    assert f"{settings.set_index('key').loc[''.join(key), 'found']} people are found" in said[key]
    assert not any("safe" in sentence for sentence in said.values())


def test_more_than_two_are_attacked_in_the_notebook_only():
    says = explorer().figure["says"]["setting"]["states"]
    assert says["few"] == {"lookup": "sentences"} and "in the notebook only" in says["many"]
