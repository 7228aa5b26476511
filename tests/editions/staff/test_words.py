"""The words of the hour: no screen without its title, nothing that speaks above the heads of an office."""

import re

import pytest

from editions.staff.screens import KNOWN
from editions.staff.words import WORDS, read_words
from tests.readability import HIGHEST_GRADE, LONGEST_SENTENCE, grade

FIELD = ("suppress", "primary", "complementary", "attacker", "baseline", "abstain", "eccentricity", "interval")
FIELD += ("onlooker", "crowd", "pandas", "notebook", "kernel", "narrowed:", "Outsider", "release")


def texts(words):
    """All texts, one by one."""
    for value in words.values() if isinstance(words, dict) else words:
        if isinstance(value, str):
            yield value
        else:
            yield from texts(value)


def test_each_screen_has_a_title_and_something_to_say_in_the_room():
    words = read_words()
    assert set(KNOWN) == set(words["titles"]) == set(words["room"]["say"])


def test_an_office_reads_none_of_the_fields_own_words():
    said = " ".join(texts(read_words()))
    assert [word for word in FIELD if word.lower() in said.lower()] == []


def test_sentences_are_short_and_plain():
    said = [text for text in texts(read_words()) if text.endswith(".")]
    sentences = [each for text in said for each in re.split(r"(?<=[.?!])\s", text)]
    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []
    assert grade(" ".join(said)) <= HIGHEST_GRADE


def test_what_another_language_does_not_say_is_said_in_english(tmp_path, monkeypatch):
    (tmp_path / "en.toml").write_text((WORDS / "en.toml").read_text("utf-8"), "utf-8")
    (tmp_path / "xx.toml").write_text('language = "xx"\n[titles]\njoke = "Le gag"\n', "utf-8")
    monkeypatch.setattr("editions.staff.words.WORDS", tmp_path)
    words = read_words("xx")
    assert words["titles"]["joke"] == "Le gag" and words["titles"]["dots"] == "53 dots" and words["language"] == "xx"


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="'zz' yet"):
        read_words("zz")
