"""Each answer counts once, whatever comes twice or late; a closed question never changes; a crash loses nothing."""

import json
from threading import Thread

import pytest

from editions.room import book as module
from editions.room.answers import Answer
from editions.room.book import Book, FullError, Place, display
from tests.editions.room.rooms import ANSWER, DECISION, GUESS, IDS, QUESTIONS

PLACE = Place("room", "trainer", "127.0.0.1", 8053)


@pytest.fixture
def book(tmp_path):
    return Book(tmp_path / "room.jsonl", QUESTIONS, PLACE)


def guess(person, value=5):
    return Answer(IDS[person], "guess", "small/many", value)


def entries(book):
    return [json.loads(line) for line in book.file.read_text().splitlines()]


def test_nothing_is_kept_but_the_answer_and_only_its_owner_may_read_it(book):
    book.take(guess(1))
    assert entries(book)[1:] == [{"id": IDS[1], "kind": "guess", "screen": "small/many", "value": 5}]
    assert book.file.stat().st_mode & 0o077 == 0


def test_the_same_once_more_changes_nothing_and_another_value_replaces(book):
    for value in (5, 5, 6, 6):
        assert book.take(guess(1, value))
    assert len(entries(book)) == 3
    for person in range(2, 11):
        book.take(guess(person, 6))
    book.close(GUESS.key)
    assert book.shown()[GUESS.key] == [[0, 20, 10]]


def test_after_a_question_is_closed_its_numbers_never_change(book):
    for person in range(12):
        book.take(guess(person, person))
    book.close(GUESS.key)
    before, size = book.shown(), len(entries(book))
    assert before[GUESS.key] == [[0, 6, 7], [7, 20, 5]]
    assert not book.take(guess(50, 20)) and not book.take(guess(1, 20))
    book.close(GUESS.key)
    assert book.shown() == before and len(entries(book)) == size


def test_a_question_that_is_closed_too_early_shows_nothing_for_good(book):
    book.close(GUESS.key)
    for person in range(30):
        book.take(guess(person))
    book.close(GUESS.key)
    assert book.shown() == {GUESS.key: None}


def test_a_room_is_taken_up_again_where_it_was(book):
    for person in range(12):
        book.take(guess(person, person))
        book.take(Answer(IDS[person], "answer", "A1", "ab"[person % 2]))
        book.take(Answer(IDS[person], "here", "room", 1))
    book.close(GUESS.key)
    with book.file.open("ab") as stream:
        stream.write(b'{"id":"half a li')
    again = Book(book.file, QUESTIONS)
    assert again.place == PLACE and again.shown() == book.shown() and again.browsers() == 12
    again.close(ANSWER.key)
    assert again.shown()[ANSWER.key] == [6, 6]
    assert Book(book.file, QUESTIONS).shown() == again.shown()


@pytest.mark.parametrize("text", ["", "Dear diary,\n", "{}\n", "[]\n", '{"room": {}}\n', '{"room": 5}\n'])
def test_a_file_of_something_else_is_refused_and_stays(text, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text(text)
    with pytest.raises(ValueError, match="no file of a room"):
        Book(file, QUESTIONS)
    assert file.read_text() == text


def test_a_file_that_is_there_is_never_begun_anew(book):
    with pytest.raises(FileExistsError):
        Book(book.file, QUESTIONS, PLACE)


def test_many_at_once_are_each_there_once(book):
    def several(start):
        for person in range(start, start + 60):
            book.take(guess(person % 100, person % 21))

    threads = [Thread(target=several, args=(start,)) for start in range(0, 80, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({entry["id"] for entry in entries(book)[1:]}) == len(book._answers[GUESS.key]) == 100


def test_a_book_that_is_full_says_so(book, monkeypatch):
    monkeypatch.setattr(module, "MOST_LINES", 1)
    book.take(guess(1))
    with pytest.raises(FullError):
        book.take(guess(2))
    assert book.take(guess(1))


def test_decisions_and_answers_follow_the_rules_of_the_room():
    assert display(DECISION, ["publish"] * 5 + ["change"] * 5) == {"publish": 5, "change": 5}
    assert display(DECISION, ["publish"] * 12) is None and display(ANSWER, ["b"] * 8 + ["a"] * 4) is None
    assert display(ANSWER, ["b"] * 8 + ["a"] * 5) == [8, 5] and display(GUESS, range(9)) is None
