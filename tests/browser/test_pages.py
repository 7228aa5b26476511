"""The lessons as pages: each is opened from a file with the network off, and gone through by keyboard."""

from pathlib import Path

import pytest

from editions.pages.building import build_pages
from tests.browser.reader import Reader
from tests.test_structure import NOTEBOOKS

LESSONS = [path.stem for path in NOTEBOOKS]


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> Path:
    """All pages, built once."""
    folder = tmp_path_factory.mktemp("pages") / "pages"
    build_pages(folder)
    return folder


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_a_page_for_somebody_with_a_keyboard_and_no_network(lesson, pages, open_page):
    reader = Reader(open_page(offline=True)).open(pages / f"{lesson}.html")
    waiting = reader.page.locator(".waits:not([hidden])")
    assert waiting.count() == 0
    guesses = reader.guess_everything()
    assert guesses and reader.page.locator(".waits[hidden]").count() == 0
    revealed = reader.page.locator(".revealed").all_text_contents()
    assert revealed and all(revealed)
    assert all(reader.answer_everything())
    assert not reader.move_everything()
    assert not reader.not_reached_by_tab()
    assert not reader.barriers()
    assert not reader.beyond_the_screen()
    assert not reader.notebook.watch.faults(), reader.notebook.watch.faults()


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_page_is_small_enough_to_send_around(lesson, pages):
    import gzip

    page = (pages / f"{lesson}.html").read_bytes()
    assert len(page) <= 2_000_000 and len(gzip.compress(page)) <= 400_000


def test_what_was_guessed_and_written_is_there_after_a_reload_until_it_is_deleted(pages, open_page):
    reader = Reader(open_page(offline=True)).open(pages / "00_start_here.html")
    reader.guess_everything()
    reader.page.locator("textarea").first.fill("a thought")
    reader.page.reload()
    reader.page.wait_for_selector("html[data-ready]")
    assert reader.page.locator("textarea").first.input_value() == "a thought"
    assert "You guessed 600" in reader.page.locator(".revealed").first.text_content()
    reader.page.locator("#show-memory").click()
    assert "your guess is 600" in reader.page.locator("#remembered").text_content()
    reader.page.locator("#forget").click()
    reader.page.reload()
    reader.page.wait_for_selector("html[data-ready]")
    assert reader.page.locator("textarea").first.input_value() == ""
    assert reader.page.locator(".revealed").first.text_content() == ""


@pytest.mark.parametrize("name", ["index", "accessibility", "glossary"])
def test_the_other_pages_are_in_order_too(name, pages, open_page):
    reader = Reader(open_page(offline=True)).open(pages / f"{name}.html")
    assert not reader.move_everything() and not reader.not_reached_by_tab()
    assert not reader.barriers() and not reader.beyond_the_screen()
    assert not reader.notebook.watch.faults(), reader.notebook.watch.faults()


def test_the_slider_of_the_first_page_tells_people_apart(pages, open_page):
    reader = Reader(open_page(offline=True)).open(pages / "index.html")
    line, slider = reader.page.locator(".ft-explorer-sentence").first, reader.page.get_by_role("slider")
    assert "of 53 people, 0 stand alone" in line.text_content()
    slider.focus()
    reader.page.keyboard.press("End")
    reader.page.wait_for_function("(el) => !el.textContent.includes(' 0 stand')", arg=line.element_handle())
    assert "joining" in line.text_content()
