"""The record as a page: what somebody wrote stands there as it is, and an empty hand is said in full."""

import pytest

from lessons.release_desk import strings
from lessons.release_desk.record_page import record_page
from tests.lessons.release_desk.small_desk import signed_desk


def test_reasons_are_escaped_and_nothing_is_fetched():
    desk = signed_desk(joke="the number only")
    desk.decide("joke", "the number only", "<script>alert(1)</script>")
    page = record_page(desk.record())
    assert "&lt;script&gt;" in page.html and "<script" not in page.html and "://" not in page.html
    assert page._repr_html_().lstrip().startswith("<h1>") and "<main>" not in page._repr_html_()


def test_nobody_found_is_not_called_safe():
    page = record_page(signed_desk().record())
    assert "Nobody was found by these attacks." in page.html and "safe" not in page._repr_html_()
    assert "Nothing went out" in page.html


def test_it_is_written_to_a_file_and_over_none(tmp_path):
    page = record_page(signed_desk(joke="as asked").record())
    assert str(tmp_path / "record.html") in page.save(tmp_path / "record.html")
    assert (tmp_path / "record.html").read_text("utf-8") == page.html
    with pytest.raises(FileExistsError):
        page.save(tmp_path / "record.html")


def test_all_its_words_stand_on_the_page():
    page = record_page(signed_desk(joke="as asked").record()).html
    words = {name: words for name, words in strings.RECORD.items() if "{" not in words}
    missing = {name for name, text in words.items() if text not in page}
    assert missing == {"nothing_out"} and "built-in" not in page
