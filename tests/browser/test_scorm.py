"""A lesson in a learning platform: it tells what its page says it tells, and goes on where somebody stopped."""

import io
import json
from contextlib import ExitStack

import pytest

from editions.builds import Build
from editions.pages.language import ENGLISH, languages
from editions.pages.page import Address, document, lesson_body
from editions.pages.parts import part_of
from editions.running import run_lesson
from editions.scorm.lessons import packed
from teaching.questions import questions
from tests.browser.platform_page import ALLOWED, in_frame, opened_in_platform, served, told
from tests.editions.scorm.small_lesson import write_small_lesson

AFTER = questions("suppression", "after")


def small_page(folder, build):
    """A small lesson as a page for a platform."""
    notebook = write_small_lesson(folder / "notebooks") / "02_suppression.ipynb"
    english = languages()[ENGLISH]
    cells, _ = run_lesson(notebook, keep=part_of)
    return document(Address("02_suppression", "Suppression", english, "1", build=build), *lesson_body(cells, english))


@pytest.fixture
def platform(tmp_path, open_page):
    """platform(build): a lesson in the frame of a small fake platform, as its zip holds it."""
    (tmp_path / "unpacked").mkdir()
    with ExitStack() as stack:

        def opened(build):
            package = io.BytesIO(packed("02_suppression", {"02_suppression.html": small_page(tmp_path, build)}))
            address = stack.enter_context(served(tmp_path / "unpacked"))
            return opened_in_platform(package, tmp_path / "unpacked", address, open_page)

        yield opened


def answer(frame, question, choice):
    """Choose an answer to a question, and check it."""
    box = frame.locator(".part.question", has_text=question.text.splitlines()[0][:40])
    box.locator("input").nth(choice).check()
    box.get_by_role("button").click()


def test_a_lesson_is_finished_when_its_last_questions_are_answered(platform):
    notebook = platform(Build("platform", score=True, interactions=True))
    frame = in_frame(notebook)
    assert told(notebook)["cmi.core.lesson_status"] == "incomplete"
    for question in AFTER:
        assert told(notebook)["cmi.core.lesson_status"] == "incomplete"
        answer(frame, question, 0)
    kept = told(notebook)
    right = sum(question.answers[0].right for question in AFTER)
    assert kept["cmi.core.lesson_status"] == "completed"
    assert kept["cmi.core.score.raw"] == str(round(100 * right / len(AFTER)))
    assert kept["cmi.interactions.0.id"] == f"suppression/{AFTER[0].name}"
    assert kept["cmi.interactions.0.student_response"] == "a"
    assert all(ALLOWED.fullmatch(name) for name in kept)
    assert not notebook.watch.faults(), notebook.watch.faults()


def test_one_goes_on_where_one_stopped_and_the_next_person_begins_anew(platform):
    notebook = platform(Build("platform"))
    frame = in_frame(notebook)
    frame.locator(".part.prediction input").first.fill("5")
    frame.locator(".part.prediction button").first.click()
    answer(frame, AFTER[0], 1)
    kept = json.loads(told(notebook)["cmi.suspend_data"])
    assert kept == {"guesses": {"suppression/how-many": 5}, "answers": {f"suppression/{AFTER[0].name}": [1]}}
    notebook.page.reload()
    assert in_frame(notebook).locator(".part.prediction").inner_text().count("5")
    notebook.page.evaluate("() => { window.kept = {}; window.API.LMSCommit(); window.API.LMSCommit = () => 'true'; }")
    notebook.page.reload()
    in_frame(notebook).locator("#show-memory").click()
    assert "5" not in in_frame(notebook).locator("#remembered").inner_text()
    assert not any(name.startswith(("cmi.core.score", "cmi.interactions")) for name in told(notebook))
