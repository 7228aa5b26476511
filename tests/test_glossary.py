"""The glossary and the lessons fit each other: links lead to terms, and stand where a term comes first."""

import re

import pytest

from tests.readability import prose_of
from tests.test_structure import PAGES, READ_AGAIN, ROOT, names

GLOSSARY = ROOT / "docs/glossary.md"
TERMS = re.findall(r"^## (.+)$", GLOSSARY.read_text("utf-8"), re.MULTILINE)
ANCHORS = [term.replace(" ", "-") for term in TERMS]
LINK = re.compile(r"\[([^\]]+)\]\(([^)#\s]*glossary\.md)#([^)\s]+)\)")
FEWEST = 3

every_lesson = pytest.mark.parametrize("path", READ_AGAIN, ids=names(READ_AGAIN))


def test_terms_stand_in_order_and_once_and_have_plain_anchors():
    """An anchor is the heading with hyphens, as all readers of Markdown make it: so only plain letters are in it."""
    assert sorted(set(TERMS), key=str.lower) == TERMS
    assert [term for term in TERMS if not re.fullmatch(r"[A-Za-z0-9 -]+", term)] == []


@pytest.mark.parametrize("path", PAGES, ids=names(PAGES))
def test_links_to_the_glossary_lead_to_a_term(path):
    linked = LINK.findall(path.read_text("utf-8"))
    assert [to for _, page, to in linked if (path.parent / page).resolve() != GLOSSARY or to not in ANCHORS] == []


def test_links_inside_the_glossary_lead_to_a_term():
    inside = re.findall(r"\]\(#([^)]+)\)", GLOSSARY.read_text("utf-8"))
    assert inside and set(inside) <= set(ANCHORS)


@every_lesson
def test_a_lesson_links_its_terms_where_they_come_first(path):
    """Each term once, and not after a sentence that uses the word already. Headings do not count."""
    text = re.sub(r"^#.*$", "", prose_of(path), flags=re.MULTILINE)
    links = list(LINK.finditer(text))
    assert len({link[3] for link in links}) == len(links) >= FEWEST
    late = [link[1] for link in links if re.search(rf"\b{plain(link[1])}\b", text[: link.start()], re.IGNORECASE)]
    assert late == []


@every_lesson
def test_a_term_names_the_lessons_that_link_to_it(path):
    entries = dict(re.findall(r"^## (.+?)$(.*?)(?=^## |\Z)", GLOSSARY.read_text("utf-8"), re.MULTILINE | re.DOTALL))
    linked = {to.replace("-", " ") for _, _, to in LINK.findall(path.read_text("utf-8"))}
    texts = {term.replace("-", " "): text for term, text in entries.items()}
    assert [term for term in linked if path.name not in texts[term]] == []


def plain(words):
    """The words of a link without their stars."""
    return re.escape(words.strip("*"))
