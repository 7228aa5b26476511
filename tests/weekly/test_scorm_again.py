"""A lesson in a learning platform that others wrote (scorm-again, from npm): it takes all that the page tells."""

import subprocess
import zipfile

import pytest

from editions.builds import Build
from editions.pages.building import Edition, build_other_pages, write_lesson
from editions.pages.language import ENGLISH, languages
from editions.scorm.lessons import packed
from teaching.questions import questions
from tests.browser.platform_page import LAPTOP, in_frame, served
from tests.test_structure import NUMBERED

PEER = "scorm-again@3.4.3"
LESSON = "01_singling_out"
TOLD = Edition(build=Build("platform", score=True, interactions=True))
PLATFORM = """<!doctype html><link rel="icon" href="data:,"><script src="scorm12.js"></script><script>
const complaints = [], warning = 3;
const heard = (level, said) => { if (level >= warning) complaints.push(said); };
window.API = new Scorm12API({ autocommit: false, logLevel: warning, onLogMessage: heard });
const kept = localStorage.getItem("kept");
if (kept) API.loadFromJSON(JSON.parse(kept).cmi, "cmi");
API.on("LMSCommit", () => localStorage.setItem("kept", API.renderCMIToJSONString()));
</script><iframe src="unit/index.html"></iframe>"""
KEPT = "() => JSON.parse(API.renderCMIToJSONString()).cmi"


@pytest.fixture
def unit(lesson_runs, tmp_path):
    """The package of a lesson, unpacked where the platform looks."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (notebook,) = [path for path in NUMBERED if path.stem == LESSON]
    write_lesson(lesson_runs.cells(LESSON), notebook, folder=pages, edition=TOLD, lessons=NUMBERED)
    build_other_pages(pages, TOLD, NUMBERED, languages()[ENGLISH])
    texts = {path.name: path.read_text(encoding="utf-8") for path in pages.glob("*.html")}
    (tmp_path / "unit.zip").write_bytes(packed(LESSON, texts))
    zipfile.ZipFile(tmp_path / "unit.zip").extractall(tmp_path / "site" / "unit")
    return tmp_path / "site"


@pytest.fixture
def platform(unit, tmp_path, open_page):
    """The lesson, open in the platform."""
    subprocess.run(["npm", "pack", "--silent", PEER], cwd=tmp_path, check=True)
    (packed_peer,) = tmp_path.glob("scorm-again-*.tgz")
    subprocess.run(["tar", "xzf", packed_peer], cwd=tmp_path, check=True)
    (unit / "scorm12.js").write_bytes((tmp_path / "package" / "dist" / "scorm12.js").read_bytes())
    (unit / "platform.html").write_text(PLATFORM, encoding="utf-8")
    with served(unit) as address:
        notebook = open_page(viewport=LAPTOP)
        notebook.page.goto(f"{address}/platform.html")
        yield notebook


def check(question, choice):
    """Choose an answer, and check it."""
    question.locator("input").nth(choice).check()
    question.get_by_role("button").click()


@pytest.mark.weekly
def test_a_lesson_is_answered_left_taken_up_again_and_finished(platform):
    page, lesson = platform.page, in_frame(platform)
    lesson.locator(".prediction input").first.fill("5")
    lesson.locator(".prediction button").first.click()
    check(lesson.locator(".part.question").first, 0)
    assert page.evaluate(KEPT)["core"]["lesson_status"] == "incomplete"

    page.reload()
    lesson = in_frame(platform)
    assert lesson.locator(".revealed").first.text_content().startswith("You guessed 5")
    asked = lesson.locator(".part.question")
    assert asked.first.locator("input").first.is_checked()
    for question in asked.all():
        check(question, 0)

    page.reload()
    in_frame(platform)
    kept, after = page.evaluate(KEPT), questions("singling_out", "after")
    told = [(each["id"], each["student_response"], each["result"]) for each in kept["interactions"].values()]
    results = {True: "correct", False: "wrong"}
    assert told == [(f"singling_out/{each.name}", "a", results[each.answers[0].right]) for each in after]
    right = sum(each.answers[0].right for each in after)
    assert kept["core"]["score"]["raw"] == str(round(100 * right / len(after)))
    assert (kept["core"]["lesson_status"], kept["core"]["exit"]) == ("completed", "suspend")
    assert page.evaluate("() => complaints") == [] and not platform.watch.faults(), platform.watch.faults()
