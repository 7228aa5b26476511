"""Every source that a guide or a page for teachers cites stands in the bibliography, and nothing else does."""

import re

import pytest

from tests.docs.bibliography import FILE, ROOT, entries
from tests.test_structure import LESSONS

TEXT = FILE.read_text(encoding="utf-8")
SOURCES = entries(TEXT)
GUIDES = {lesson: ROOT / "lessons" / lesson.split("_", 1)[1] / "guide.md" for lesson in LESSONS}
CITED = re.compile(r"`([a-z]+\d+)`|`(sdchandbook|gdpr)`")
WORLD = "## What of this is the made-up world"

NEEDED = {
    "article": {"title", "author", "journal", "year"},
    "inproceedings": {"title", "author", "booktitle", "year"},
    "techreport": {"title", "author", "institution", "year"},
    "misc": {"author"},
}
READ = {"text", "abstract", "second-hand", "record"}
OF_THE_CASE = {"2017", "2018"}
"""Years of the case, and of a law that is cited by its year."""
CENSUSES = {"1990", "2000", "2010", "2020", "2021"}


def cited(text):
    return {key for pair in CITED.findall(text) for key in pair if key}


def test_all_entries_are_read_and_each_has_what_its_kind_needs():
    assert len(SOURCES) == TEXT.count("\n@")
    lacking = {key: NEEDED[fields["kind"]] - set(fields) for key, fields in SOURCES.items()}
    assert {key: fields for key, fields in lacking.items() if fields} == {}
    assert [key for key, fields in SOURCES.items() if fields["checked"] not in READ] == []
    assert TEXT.count("{") == TEXT.count("}")


def test_what_is_cited_is_there_and_what_is_there_is_cited():
    pages = [*GUIDES.values(), *(ROOT / "docs").glob("*.md")]
    assert set().union(*(cited(page.read_text("utf-8")) for page in pages)) == set(SOURCES)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_guide_ends_with_what_is_the_made_up_world_and_a_reading(lesson):
    text = GUIDES[lesson].read_text(encoding="utf-8")
    said = text.partition(f"{WORLD}\n\n")[2].partition("\n\n")[0].split("\n- ")
    assert len(said) >= 3 and said[0].startswith("- ")
    [reading] = re.findall(r"^\*\*To read\.\*\* (.*?)\n\n\*\*Late\?\*\*", text, re.MULTILINE | re.DOTALL)
    assert cited(reading)


@pytest.mark.parametrize("lesson", LESSONS)
def test_years_in_a_guide_are_those_of_its_sources(lesson):
    """A source that is named with its year and has no key would be a year too many."""
    text = GUIDES[lesson].read_text(encoding="utf-8")
    years = set(re.findall(r"\b(?:19[6-9]|20[0-2])\d\b", re.sub(r"arXiv \d+\.\d+|`[^`]*`", "", text)))
    known = {SOURCES[key].get("year", "") for key in cited(text)}
    assert years - known - OF_THE_CASE - CENSUSES == set()
