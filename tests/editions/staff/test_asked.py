"""What a room's laptop may take: each question of the hour, and nothing else."""

import random

import pytest

from disclosure.audit import Contributor, Outsider, audit
from disclosure.tables.linked_tables import LinkedTables
from editions.room.pooling import decided
from editions.staff.asked import asked_in_room
from editions.staff.screens import read_hours
from tests.editions.room.test_pooling import answers_as_table, guesses_as_table, label_of, table


def test_all_questions_are_listed_with_their_choices_and_truths():
    asked = asked_in_room(read_hours()["hour"])["questions"]
    assert [one["name"] for one in asked] == [
        "dots",
        *(f"{s}{n}" for s in "AB" for n in range(1, 5)),
        "press",
        "dashboard",
        "survey",
    ]
    assert asked[0]["truth"] == 53 and asked[1] == asked[1] | {"right": "b", "choices": ["a", "b", "c", "d"]}
    assert all({"kind", "name", "words"} <= one.keys() for one in asked)


def test_a_shorter_hour_asks_less():
    names = [one["name"] for one in asked_in_room(read_hours()["core"])["questions"]]
    assert "dots" not in names and "A2" not in names and "dashboard" not in names


def shown_of(one, rng, people):
    """What the room's screen shows of one question that everybody has answered, and where each of them stands."""
    if one["kind"] == "guess":
        guesses = [min(one["maximum"], abs(round(rng.gauss(20, 15)))) for _ in range(people)]
        return guesses_as_table("guess", guesses, one["maximum"]), [label_of(n, one["maximum"]) for n in guesses]
    given = rng.choices(one["choices"], [rng.random() + 0.05 for _ in one["choices"]], k=people)
    if one["kind"] == "answer":
        right = ["a" if choice == one["right"] else "b" for choice in given]
        return answers_as_table(one["name"], right), ["right" if choice == "a" else "wrong" for choice in right]
    counts = decided(given, one["choices"]) or dict.fromkeys(one["choices"])
    return table(one["name"], [("total", people), *counts.items()], {}), given


@pytest.mark.parametrize("seed", range(15))
def test_all_displays_of_a_session_of_the_hour_pass_the_audit(seed):
    """A room of random size answers all that is asked; nobody, outside or in it, finds a count that is not shown."""
    rng = random.Random(seed)
    people = rng.randint(10, 32)
    shown = [shown_of(one, rng, people) for one in asked_in_room(read_hours()["hour"])["questions"]]
    release = LinkedTables(tuple(each for each, _ in shown))
    found = audit(release, Outsider(), why=False)
    assert len(found) and "exact" not in set(found["verdict"])
    for member in range(2):
        insider = Contributor(tuple(given[member] for _, given in shown))
        assert "exact" not in set(audit(release, insider, why=False)["verdict"])
