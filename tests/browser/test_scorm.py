"""A page in a frame of a learning platform: what the platform hears, and what it never hears.

The platform of these tests is strict: it knows the names and forms of SCORM 1.2 and complains about all others.
"""

import http.server
import threading
from functools import partial
from pathlib import Path

import pytest

from editions.scorm.package import Course, package
from editions.scorm.platform import Told
from tests.editions.scorm.test_package import unpacked

PAGE = (
    "<!doctype html><html lang='en'><head><title>Page</title><link rel='icon' href='data:,'></head>"
    "<body><p>Words.</p></body></html>"
)
PLATFORM = Path(__file__).with_name("platform.html").read_text(encoding="utf-8")


@pytest.fixture
def served(tmp_path):
    """Put a course on a platform; where the platform is."""

    class Silent(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *words):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def put(told):
        for name, text in unpacked(package(PAGE, Course("course", "Course", "1", told))).items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / "platform.html").write_text(PLATFORM, encoding="utf-8")
        return f"http://127.0.0.1:{server.server_port}/platform.html"

    yield put
    server.shutdown()


def opened(address, open_page):
    """The platform's page, and the course in its frame."""
    notebook = open_page()
    notebook.page.goto(address)
    frame = notebook.page.frame_locator("iframe").locator("p")
    frame.wait_for()
    return notebook, notebook.page.frames[1]


SESSION = """() => {
  const platform = globalThis.fiftyThreePlatform;
  platform.answer("A1 how many?", 1, true);
  platform.score(2 / 3);
  const kept = [platform.keep({ screen: 3 }), platform.keep({ text: "x".repeat(5000) })];
  return [platform.there, platform.resume(), kept];
}"""


def test_a_platform_hears_begun_where_and_completed_and_nothing_else(served, open_page):
    notebook, course = opened(served(Told()), open_page)
    assert course.evaluate(SESSION) == [True, {"screen": 3}, [True, False]]
    course.evaluate(
        "() => { fiftyThreePlatform.complete(); fiftyThreePlatform.finish(); fiftyThreePlatform.finish(); }"
    )
    heard = notebook.page.evaluate("() => calls.filter((call) => Array.isArray(call)).map(([name]) => name)")
    assert set(heard) == {"cmi.core.lesson_status", "cmi.suspend_data", "cmi.core.exit", "cmi.core.session_time"}
    assert notebook.page.evaluate("() => [complaints, data['cmi.core.lesson_status']]") == [[], "completed"]
    assert notebook.page.evaluate("() => calls.filter((call) => call === 'finish').length") == 1


def test_score_and_answers_are_told_where_they_are_switched_on(served, open_page):
    notebook, course = opened(served(Told(score=True, interactions=True)), open_page)
    course.evaluate(SESSION)
    data = notebook.page.evaluate("() => data")
    assert data["cmi.core.score.raw"] == "67" and data["cmi.interactions.0.id"] == "A1_how_many_"
    assert data["cmi.interactions.0.student_response"] == "b" and data["cmi.interactions.0.result"] == "correct"
    assert notebook.page.evaluate("() => complaints") == []


def test_whoever_leaves_goes_on_where_she_was(served, open_page):
    notebook, course = opened(served(Told()), open_page)
    course.evaluate("() => fiftyThreePlatform.keep({ screen: 7 })")
    notebook.page.reload()
    notebook.page.frame_locator("iframe").locator("p").wait_for()
    again = notebook.page.frames[1]
    assert again.evaluate("() => fiftyThreePlatform.resume()") == {"screen": 7}
    assert notebook.page.evaluate("() => data['cmi.core.exit']") == "suspend"


def test_without_a_platform_nothing_happens(served, open_page):
    notebook = open_page()
    notebook.page.goto(served(Told(score=True)).replace("platform.html", "index.html"))
    said = notebook.page.evaluate(
        "() => [fiftyThreePlatform.there, fiftyThreePlatform.resume(), fiftyThreePlatform.keep({})]"
    )
    assert said == [False, None, False]
    notebook.page.evaluate(
        "() => { fiftyThreePlatform.complete(); fiftyThreePlatform.score(1); fiftyThreePlatform.finish(); }"
    )
    assert not notebook.watch.faults()
