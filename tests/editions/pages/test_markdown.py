"""Texts become HTML whose links work between pages."""

import json
import re

import pytest

from editions.builds import PLATFORM, ROOM
from editions.home import HOME
from editions.pages.language import ENGLISH as CODE
from editions.pages.language import Language, languages
from editions.pages.markdown import as_html

ENGLISH = Language("en")
NOT_ON_A_PAGE = (
    r"kernel|run (?:the|this|that|it|all|your)\b|(?:next|this) cell (?:asks|lists|shows|below|again)"
    r"|cells? (?:above|below)\b|cell of (?:its|your) own|this notebook|shift \+"
    r"|nothing leaves this machine|nobody sees it"
)
"""What speaks of running code, and what is true of a notebook alone."""


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[on](05_insiders.ipynb)", '<a href="05_insiders.html">on</a>'),
        ("[on](05_insiders.ipynb#one-person)", '<a href="05_insiders.html#one-person">on</a>'),
        ("[cell](../docs/glossary.md#cell)", '<a href="glossary.html#cell">cell</a>'),
        ("[room](room.md#in-the-room)", '<a href="room.html#in-the-room">room</a>'),
        ("[there](#here)", '<a href="#here">there</a>'),
    ],
)
def test_links_lead_to_pages(markdown, html):
    assert html in as_html(markdown, ENGLISH)


def test_a_link_to_what_is_no_page_stays_as_words():
    assert as_html("See [the guide](../lessons/x/guide.md).", ENGLISH) == "<p>See the guide.</p>\n"
    assert as_html("See [how](release.md).", ENGLISH) == "<p>See how.</p>\n"


def test_what_only_a_notebook_needs_is_left_out():
    text = "One.\n\n<!-- notebook -->\nRun a cell.\n\nTwo."
    assert as_html(text, ENGLISH) == "<p>One.</p>\n<p>Two.</p>\n"


def test_a_page_says_itself_what_depends_on_its_build():
    text = "One.\n\n<!-- page: seen -->"
    language = Language("en", page={"seen": "By *nobody*.", "seen_room": "By the laptop.", "sent_room": "Guesses."})
    assert as_html(text, language) == "<p>One.</p>\n<p>By <em>nobody</em>.</p>\n"
    assert as_html(text, language.in_build(ROOM)) == "<p>One.</p>\n<p>By the laptop.</p>\n"


@pytest.mark.parametrize("notebook", sorted((HOME / "notebooks").glob("[0-9]*.ipynb")), ids=lambda path: path.stem)
def test_a_page_speaks_of_no_kernel_and_no_cell_to_be_run(notebook):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    shown = " ".join(as_html(text, languages()[CODE]) for text in texts)
    assert re.findall(NOT_ON_A_PAGE, shown, re.IGNORECASE) == []


@pytest.mark.parametrize("build", [ROOM, PLATFORM], ids=lambda build: build.name)
def test_where_guesses_are_sent_nothing_says_that_they_are_not(build):
    language = languages()[CODE].in_build(build)
    cells = json.loads((HOME / "notebooks" / "00_start_here.ipynb").read_text(encoding="utf-8"))["cells"]
    texts = [as_html("".join(cell["source"]), language) for cell in cells if cell["cell_type"] == "markdown"]
    said = " ".join([*texts, *language.page.values()])
    assert re.findall(r"nothing leaves|nobody sees|stays with you|sends nothing", said, re.IGNORECASE) == []
    assert "What leaves this page" in " ".join(texts)


def test_a_table_gets_a_frame_that_a_keyboard_can_reach():
    html = as_html("| a | b |\n|---|---|\n| 1 | 2 |", Language("en", page={"table": "A table"}))
    assert '<div class="wide" tabindex="0" role="group" aria-label="A table"><table>' in html


def test_code_that_scrolls_can_be_reached_by_keyboard():
    assert '<pre tabindex="0"><code>make lab' in as_html("Type\n\n    make lab", ENGLISH)


def test_paragraphs_are_said_in_the_language():
    french = Language("fr", sentences={"One of {}.": "Un sur {}."})
    assert as_html("One of 53.\n\nMore.", french) == "<p>Un sur 53.</p>\n<p>More.</p>\n"


def test_a_page_in_another_language_links_to_english_where_it_has_nothing_itself():
    french = Language("fr", lessons=frozenset({"insiders"}))
    assert '<a href="05_insiders.html">on</a>' in as_html("[on](05_insiders.ipynb)", french)
    assert '<a href="../06_amounts.html#a" hreflang="en">on</a>' in as_html("[on](06_amounts.ipynb#a)", french)
    assert '<a href="../glossary.html#loss" hreflang="en">on</a>' in as_html("[on](../docs/glossary.md#loss)", french)


def test_the_glossary_leads_to_the_lessons():
    assert '<a href="06_amounts.html">06</a>' in as_html("[06](../notebooks/06_amounts.ipynb)", Language("en"))
