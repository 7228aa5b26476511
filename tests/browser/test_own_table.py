"""A table of one's own, as somebody without Python goes through it: by mouse, by keyboard, on a narrow screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from axe_playwright_python.sync_playwright import Axe

from disclosure.own_table.page import serving
from disclosure.own_table.page.serving import PageServer
from tests.browser.reader import ASKED
from tests.disclosure.own_table.example import OFFICE, T1, csv_bytes

WIDE = {"width": 1366, "height": 768}
NARROW = {"width": 390, "height": 800}
UNKNOWN = "District,n\nAshfield,<5\nBirchmoor,<5\nColdwell,20\nDunmere,7\nAll,31\n"

DROPPED = """([text]) => {
  const dropped = new DataTransfer();
  dropped.items.add(new File([text], "evil.csv"));
  document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true }));
}"""
"""A file that is dropped on the page."""


@contextmanager
def opened() -> Iterator[str]:
    """The page's server; its address."""
    with PageServer() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server.address
        server.shutdown()
        thread.join()


@pytest.fixture
def brought(open_page, tmp_path):
    """The page with T1 chosen, and what was asked of anybody."""
    for name, text in {"Table 4a Q3.csv": T1, "office.csv": OFFICE, "unknown.csv": UNKNOWN}.items():
        (tmp_path / name).write_bytes(csv_bytes(text))
    with opened() as address:
        notebook = open_page(viewport=WIDE)
        page = notebook.page
        page.set_default_timeout(20_000)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.wait_for_selector("html[data-ready]")
        yield page, tmp_path
        outside = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
        assert not outside and not notebook.watch.faults(), notebook.watch.faults()


def found_by_axe(page):
    """All that axe finds: every element is the kit's own."""
    found = Axe().run(page, options=ASKED).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def choose(page, folder, name="Table 4a Q3.csv"):
    page.set_input_files("#table", folder / name)
    page.wait_for_selector("body:not([aria-busy]) #read:not([hidden])")


def answer_the_first(page):
    """Answer each question by its first option, as often as questions come."""
    while page.locator("#asked").is_visible():
        for box in page.locator("#questions fieldset").all():
            box.locator("input").first.check()
        page.locator("#questions button").click()
        page.wait_for_selector("body:not([aria-busy])")


def test_from_a_file_to_the_files_that_are_taken_home(brought):
    page, folder = brought
    choose(page, folder)
    answer_the_first(page)
    assert page.locator("#summary").text_content() == "4 hidden cells. 4 are printed all the same."
    page.locator('#found-grid td[data-look="exact"]').first.click()
    assert "113" in page.locator("#why").text_content() and "exactly 3" in page.locator("#why").text_content()
    assert page.locator("#found-grid td.gives").count() == 4 == page.locator("#found-grid svg path").count()
    page.locator("#more summary").click()
    page.set_input_files("#office", folder / "office.csv")
    page.wait_for_selector("#threshold-grid td")
    assert "4 cells are hidden below 5" in page.locator("#threshold-line").text_content()
    page.locator("#wishes button").click()
    page.wait_for_selector("#repair-grid td")
    price = "Hide 2 more: 28 people, 2 cells; nothing cheaper."
    assert page.locator("#repair-line").text_content().startswith(price)
    assert page.locator('#repair-grid td[data-look="changed"]').count() == 2
    assert found_by_axe(page) == []
    page.locator("#make").click()
    page.wait_for_selector("#made a")
    with page.expect_download() as download:
        page.locator("#made a").first.click()
    home = folder / "home.csv"
    download.value.save_as(home)
    assert home.read_bytes() == csv_bytes(T1.replace("17,64", "c,64").replace("23,11", "23,c"))
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_by_keyboard_questions_are_answered_and_a_cell_is_mended(brought):
    page, folder = brought
    choose(page, folder, "unknown.csv")
    assert "2 hidden cells" in page.locator("#read-line").text_content()
    first = page.locator("#questions fieldset").first
    assert not page.locator("#questions input:checked").count()
    page.locator("#questions button").press("Enter")
    assert "Answer all questions" in page.locator("#failure").text_content()
    assert first.is_visible() and found_by_axe(page) == []
    while page.locator("#asked").is_visible():
        for box in page.locator("#questions fieldset").all():
            box.locator("input").first.press("Space")
        page.locator("#questions button").press("Enter")
        page.wait_for_selector("body:not([aria-busy])")
    assert page.locator("#answers li").count() and page.locator("#summary").is_visible()
    cell = page.locator("#read-grid td[tabindex='0']")
    cell.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    assert page.locator("#read-grid td:focus").text_content().startswith("20")
    page.locator("#kind-panel button", has_text="not used").press("Enter")
    page.wait_for_selector("body:not([aria-busy]) #read-grid td.corrected")
    assert page.locator("#read-grid td.corrected").get_attribute("data-look") == "not used"


def test_while_it_works_the_seconds_are_counted(brought, monkeypatch):
    """A table of which much is asked takes some seconds: whoever waits sees that it goes on."""
    page, folder = brought
    gone_on = Event()
    real = serving.DOINGS["check"]
    monkeypatch.setitem(serving.DOINGS, "check", lambda sent: gone_on.wait(20) and real(sent))
    page.set_input_files("#table", folder / "unknown.csv")
    page.wait_for_selector('#status[data-seconds="2"]')
    shown = page.evaluate("getComputedStyle(document.querySelector('#status'), '::after').content")
    assert shown.endswith(' s"')
    gone_on.set()
    page.wait_for_selector("body:not([aria-busy]) #read:not([hidden])")
    assert not page.locator("#status[data-seconds]").count()


OWN_RULE = "School,Boys,Girls,All\nAsh,12,13,25\nBirk,45,*,*\nCole,31,60,91\nDun,10,60,70\nAll,98,137,*\n"


def test_a_mark_may_stand_for_a_range_of_ones_own(brought):
    """Some offices hide below 7: the page offers the thresholds in use, and takes any other."""
    page, folder = brought
    (folder / "own.csv").write_bytes(csv_bytes(OWN_RULE))
    choose(page, folder, "own.csv")
    box = page.locator("#questions fieldset", has_text="What does '*' stand for?")
    box.locator('input[value="range"]').check()
    for other in page.locator("#questions fieldset").all():
        if not other.locator("input:checked").count():
            other.locator("input").first.check()
    page.locator("#questions button").click()
    assert "Write the largest count" in page.locator("#failure").text_content()
    box.locator("select").select_option("0")
    box.locator('input[type="number"]').fill("6")
    assert found_by_axe(page) == []
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.locator("#questions button").click()
    page.wait_for_selector("body:not([aria-busy])")
    assert "“0 to 6”" in page.locator("#answers").text_content()


def test_what_cannot_be_read_is_a_sentence_and_text_stays_text(brought):
    page, folder = brought
    for name, content in {
        "empty.csv": b"",
        "evil.csv": csv_bytes(T1.replace("Eastry", "<img src=x onerror=y>")),
    }.items():
        (folder / name).write_bytes(content)
    page.set_input_files("#table", folder / "empty.csv")
    page.locator("#failure", has_text="empty.csv").wait_for()
    page.evaluate(DROPPED, [(folder / "evil.csv").read_text("utf-8")])
    page.wait_for_selector("body:not([aria-busy]) #read:not([hidden])")
    assert page.locator("#read-grid td", has_text="<img src=x onerror=y>").count() == 1
    assert not page.locator("main img").count() and not page.locator("#failure").text_content()


PASTED = """([text]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
}"""
"""A text that is pasted on the page."""


def test_an_own_file_that_was_chosen_first_is_kept_and_one_that_is_put_away_is_named(brought):
    """It was dropped without a word, and the page asked for it."""
    page, folder = brought
    page.locator("#more summary").click()
    page.set_input_files("#office", folder / "office.csv")
    choose(page, folder)
    page.wait_for_selector("#threshold-grid td")
    page.evaluate(PASTED, ["Area\tn\tm\tAll\nA\t<5\t3\t5\nB\t7\t8\t15\nAll\t9\t11\t20\n"])
    page.locator("#status", has_text="office.csv").wait_for()
    assert "1 hidden cell" in page.locator("#read-line").text_content()
    assert page.locator("#repair .needs").is_visible()
    page.evaluate(PASTED, ["a word"])
    assert "What was pasted is no table" in page.locator("#failure").text_content()


def test_an_earlier_edition_that_is_not_laid_beside_yet_is_said_before_all_else(brought):
    page, folder = brought
    choose(page, folder)
    answer_the_first(page)
    page.locator("#more summary").click()
    page.set_input_files("#earlier", folder / "office.csv")
    page.wait_for_selector("#found .alone:not([hidden])")
    assert "is not laid beside this table yet" in page.locator("#repair .alone").text_content()
    answer_the_first(page)
    assert page.locator(".alone:not([hidden])").count() == 0
