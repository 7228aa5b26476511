"""The first page and lesson 01 in French: whatever they show is translated, and no translation has lost its English."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from html import unescape

import pytest

from editions.pages.index import index_body
from editions.pages.language import WORDS, Language, languages, template
from editions.pages.page import lesson_body
from editions.pages.parts import part_of
from editions.running import run_lesson
from teaching.charts.outcomes import OUTCOMES
from tests.test_structure import NOTEBOOKS

LESSON = next(path for path in NOTEBOOKS if path.stem == "01_singling_out")
FRENCH = languages()["fr"]
CODE_OR_TAG = re.compile(r"```.*?```|`[^`]*`|<[^>]*>|\]\([^)]*\)|\{\w*\}", re.DOTALL)
BROKEN = re.compile(r" [:;?!»%]|«[^\u00a0]|[^\u00a0]»|\w[;?!]|'")
SAME_AS_CODE = {"True", "False"}


@dataclass(frozen=True)
class Listening(Language):
    """A language that remembers what it was asked to say, and what it said."""

    asked: dict[str, str] = field(default_factory=dict)

    def text(self, english: str) -> str:
        """Say it, and remember it."""
        self.asked[template(english)] = super().text(english)
        return self.asked[template(english)]

    def value(self, english: str) -> str:
        """Remember values, too: some of them can be read in a chart."""
        return self.text(english)


def listening(language):
    return Listening(**{each.name: getattr(language, each.name) for each in fields(language)})


@cache
def shown():
    """What lesson 01 and the first page ask the French to say, and the names of the world that they show."""
    french = listening(FRENCH)
    cells, names = run_lesson(LESSON, keep=part_of)
    lesson_body(cells, french)
    index_body(NOTEBOOKS, None, french)
    return french.asked, names["world"]


def missing(asked, names: set[str], page: Callable[[str], bool]) -> list[str]:
    """What stays English, and is neither a name nor French already."""
    french = {template(text) for english, text in asked.items() if english in FRENCH.sentences}
    stays = [english for english in asked if english not in FRENCH.sentences and english not in french]
    return [each for each in stays if has_words(each) and each not in names and not page(each)]


def has_words(text):
    return re.search(r"[^\W\d_]", CODE_OR_TAG.sub("", unescape(text))) is not None


def said_by_the_page(text):
    """Whether it is one of the page's own words, or a paragraph of them, its slots filled."""
    return any(pattern.search(text) for pattern in page_patterns())


@cache
def page_patterns():
    blocks = [block for words in FRENCH.page.values() for block in re.split(r"\n\s*\n", words) if block.strip()]
    return [re.compile(r"(?:.+?|\{\})".join(map(re.escape, re.split(r"\{\w*\}", template(block))))) for block in blocks]


def names_of(world):
    """Places and films: they keep their names. A film's name may be followed by a season and an episode."""
    films = {template(title) for title in world.titles["title"]}
    episodes = {f"{film}: Season {{}}: Episode {{}}" for film in films}
    return films | episodes | set(world.viewers["region"]) | set(OUTCOMES)


def test_whatever_lesson_and_first_page_show_is_translated():
    asked, world = shown()
    assert missing(asked, names_of(world), said_by_the_page) == []


def test_a_sentence_without_french_is_named():
    french = listening(FRENCH)
    french.text("A new sentence, 53 words long.")
    assert missing(french.asked, set(), said_by_the_page) == ["A new sentence, {} words long."]


def test_no_translation_has_lost_its_english():
    asked, _ = shown()
    assert sorted(FRENCH.sentences.keys() - asked.keys() - values().keys()) == []


def test_words_of_the_data_are_those_of_the_world():
    _, world = shown()
    viewers, speakers = world.viewers, set(world.outside.clues["speaker"])
    translated = {template(word) for column in ("country", "device", "sex") for word in viewers[column]} | speakers
    in_exercises = {"Chile"}
    assert values().keys() == translated | (values().keys() & set(viewers["region"])) | SAME_AS_CODE | in_exercises


def values():
    return tomllib.loads((WORDS / "fr.toml").read_text("utf-8"))["values"]


@pytest.mark.parametrize("where", ["page", "sentences"])
def test_french_signs_stand_behind_spaces_that_do_not_break(where):
    texts = [CODE_OR_TAG.sub("", text) for text in getattr(FRENCH, where).values()]
    assert [text for text in texts if BROKEN.search(text)] == []


def test_numbers_of_the_french_are_written_as_french_ones():
    assert FRENCH.text(
        "Of 1,053 remarks about somebody else, 8 accuse: 15%. As a sample of many such remarks: 8% to 27% (95 %)."
    ).startswith("Sur 1\u202f053 remarques")
