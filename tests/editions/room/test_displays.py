"""All that a session shows goes through the kit's own audit, as one release: nobody finds a count that is not shown."""

import random
from dataclasses import replace

import pandas as pd
import pytest

from disclosure.audit import Contributor, Outsider, audit
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables
from editions.room.answers import HERE, Answer
from editions.room.book import Book, Place
from editions.room.pooling import LEAST_PEOPLE, fine_bins
from tests.editions.room.rooms import ANSWER, DECISION, GUESS, IDS

CHOICES = ("publish", "change", "stop")
SCALES = (4, 10, 53, 600, 20)


def asked():
    """Five guesses, four answers, three decisions."""
    guesses = [replace(GUESS, name=f"guess {n}", maximum=high) for n, high in enumerate(SCALES)]
    answers = [replace(ANSWER, name=f"answer {n}") for n in range(4)]
    decisions = [replace(DECISION, name=f"case {n}", choices=CHOICES) for n in range(3)]
    return [*guesses, *answers, *decisions]


def drawn(question, rng):
    """What a class says to one question: some are easy, some divide it."""
    if question.kind == "guess":
        middle = rng.random()
        return lambda: min(question.maximum, max(0, round(rng.gauss(middle, 0.2) * question.maximum)))
    weights = [rng.random() + 0.1 for _ in question.choices]
    return lambda: rng.choices(question.choices, weights)[0]


def session(folder, rng):
    """A class of random size answers everything, and the trainer closes it; the book, and what each has said."""
    questions = {question.key: question for question in asked()}
    book = Book(folder / "room.jsonl", questions, Place("room", "trainer", "127.0.0.1", 8053))
    people, said = IDS[: rng.randint(LEAST_PEOPLE, 32)], {}
    for person in people:
        book.take(Answer(person, *HERE, 1))
    for key, question in questions.items():
        draw = drawn(question, rng)
        said[key] = [draw() for _ in people]
        for person, value in zip(people, said[key], strict=True):
            book.take(Answer(person, *key, value))
        book.close(key)
    return book, said


def as_table(question, shown, people):
    """What is shown of a question, as a release; how many are in the room is known, and all have answered."""
    cells, wider = [(TOTAL, people)], {}
    if question.kind == "guess":
        parts = fine_bins([], minimum=0, maximum=question.maximum)
        for low, high, together in shown:
            inside = [str(part.low) for part in parts if low <= part.low <= high]
            if len(inside) > 1:
                cells.append((f"{low} to {high}, together", together))
                wider |= dict.fromkeys(inside, f"{low} to {high}, together")
            cells += [(label, together if len(inside) == 1 else None) for label in inside]
    elif question.kind == "answer":
        cells += zip(("right", "wrong"), shown or (None, None), strict=True)
    else:
        cells += [(choice, shown and shown[choice]) for choice in CHOICES]
    return table(question.name, cells, wider)


def table(name, cells, wider):
    labels, counts = zip(*cells, strict=True)
    frame = pd.DataFrame({name: labels, "count": pd.array(counts, dtype="Int64")})
    frame["mark"] = frame["count"].isna().map({True: "x", False: ""})
    return CountTable(frame, by=(name,), hierarchies={name: wider} if wider else {})


def label_of(question, value):
    """The narrowest cell in which somebody is counted."""
    if question.kind == "answer":
        return "right" if value == question.right else "wrong"
    if question.kind == "decision":
        return value
    return str(max(part.low for part in fine_bins([], minimum=0, maximum=question.maximum) if part.low <= value))


@pytest.mark.parametrize("seed", range(25))
def test_nobody_finds_a_count_that_is_not_shown(seed, tmp_path):
    """Neither somebody who sees all displays, nor one of the class, who knows her own answers as well."""
    book, said = session(tmp_path, random.Random(seed))
    displays = book.shown()
    tables = [as_table(question, displays[key], book.browsers()) for key, question in book.questions.items()]
    release = LinkedTables(tuple(tables))
    found = audit(release, Outsider(), why=False)
    assert len(found) >= sum(each.is_hidden.sum() for each in tables) > 0 and "exact" not in set(found["verdict"])
    for member in range(3):
        cell = tuple(label_of(question, said[key][member]) for key, question in book.questions.items())
        assert "exact" not in set(audit(release, Contributor(cell), why=False)["verdict"])


def test_the_audit_would_find_what_a_room_that_shows_too_much_gives_away():
    cells = [(TOTAL, 14), ("right", 12), ("wrong", None)]
    assert set(audit(table("answer", cells, {}), Outsider())["verdict"]) == {"exact"}
