"""The staff hour in a browser: by keyboard, on a laptop and a phone, from a file with the network off."""

import re
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from editions.builds import Build
from editions.staff.building import Order, build_staff
from editions.staff.own import Own, OwnCase
from editions.staff.screens import KNOWN
from editions.staff.words import read_words
from tests.browser.hour_page import Walker
from tests.browser.platform_page import ALLOWED, in_frame, opened_in_platform, served, told

WORDS = read_words()
LAPTOP, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
ACROSS_THE_TITLE = """() => {
  const screen = document.querySelector("section.screen.current");
  const words = document.createRange();
  words.selectNodeContents(screen.querySelector("h2"));
  const title = words.getBoundingClientRect();
  const across = (box) => box.left < title.right && box.right > title.left;
  const beside = (box) => box.top < title.bottom - 1 && box.bottom > title.top + 1;
  return [...screen.querySelectorAll("*")]
    .filter((el) => !el.querySelector("h2") && el.tagName !== "H2" && el.checkVisibility())
    .filter((el) => across(el.getBoundingClientRect()) && beside(el.getBoundingClientRect()))
    .map((el) => el.outerHTML.slice(0, 80));
}"""
PAGES_OF_PAPER = 7
"""Six and the card."""


@pytest.fixture(scope="module")
def hour(tmp_path_factory) -> Path:
    """The hour as everybody gets it."""
    return build_staff(tmp_path_factory.mktemp("staff") / "staff")


def walk(walker):
    """Go through all screens as somebody who does what is asked; what was said on each."""
    said = {}
    for name in KNOWN:
        assert walker.name == name
        said[name] = DOINGS.get(name, lambda walker: "")(walker)
        assert not walker.barriers(), name
        assert not walker.not_reached_by_tab(), name
        assert not walker.beyond_the_screen(), name
        if name != KNOWN[-1]:
            walker.next()
    return said


def begin(walker):
    walker.choose(WORDS["begin"]["letter"], 0)
    return walker.screen.locator(".leaves").text_content()


def answer(walker):
    for box in walker.screen.locator(".question").all():
        groups = box.get_by_role("group")
        walker.press(groups.nth(0).get_by_role("radio").nth(1), "Space")
        walker.press(groups.nth(1).get_by_role("radio").nth(3), "Space")
        if (see := box.get_by_role("button")).count():
            walker.press(see)
    return walker.said()


def vote(walker):
    walker.press(walker.screen.get_by_role("button", name=WORDS["joke"]["not_harmless"]))
    return walker.said()


def dots(walker):
    boxes = walker.screen.get_by_role("checkbox")
    assert boxes.count() == 4 and all(box.is_disabled() for box in boxes.all())
    walker.press(walker.screen.get_by_role("spinbutton"), "9")
    walker.page.keyboard.press("9")
    walker.page.keyboard.press("Enter")
    assert WORDS["dots"]["out_of_range"] in walker.said()
    walker.page.keyboard.press("Backspace")
    walker.page.keyboard.press("Enter")
    for box in boxes.all():
        walker.press(box, "Space")
    return walker.said()


def card(walker):
    for row in (0, 2, 3, 4):
        walker.press(walker.screen.locator("tbody tr").nth(row).get_by_role("button"))
    found = walker.said()
    walker.press(walker.screen.get_by_role("button", name=WORDS["card"]["turn"]))
    return f"{found} {walker.said()}"


def monday(walker):
    said = []
    for kind, region, how in ((0, 2, 0), (1, 0, 1), (1, 0, 0)):
        walker.choose(WORDS["monday"]["kind"], kind)
        walker.choose(WORDS["monday"]["find"], region)
        walker.choose("That she named this region", how)
        walker.press(walker.screen.get_by_role("button", name=WORDS["monday"]["check"]))
        said.append(walker.said())
    return " | ".join(said)


def hide(walker):
    said, slider = [], walker.screen.get_by_role("slider")
    for _ in range(6):
        walker.press(slider, "ArrowRight")
        said.append(walker.said())
    walker.press(walker.screen.locator(".known").first)
    said.append(walker.said())
    walker.press(walker.screen.get_by_role("checkbox"), "Space")
    return [*said, walker.said()]


def who(walker):
    assert not walker.screen.locator("table").count()
    walker.choose("At threshold 7", 0)
    before = walker.said()
    said = [before]
    for place in (1, 2, 3):
        walker.choose(WORDS["who"]["reader"], place)
        said.append(walker.said())
    assert not walker.screen.locator(".known, .hidden, .narrowed").count()
    return " | ".join(said)


def decide(walker):
    for case in walker.screen.locator(".case").all():
        walker.press(case.get_by_role("radio").nth(1), "Space")
        walker.press(case.get_by_role("button", name=WORDS["decide"]["attack"]))
        walker.choose(WORDS["decide"]["decision"], 1, case)
        case.get_by_role("combobox").select_option("1")
    return walker.said()


DOINGS = {
    "begin": begin,
    "before": answer,
    "joke": vote,
    "dots": dots,
    "card": card,
    "monday": monday,
    "hide": hide,
    "who": who,
    "decide": decide,
    "after": answer,
    "debrief": lambda walker: walker.screen.locator("table").inner_text(),
    "home": lambda walker: walker.screen.text_content(),
}


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_hour_is_walked_by_keyboard_from_a_file_with_the_network_off(size, hour, open_page):
    walker = Walker(open_page(offline=True, viewport=size)).open(hour)
    said = walk(walker)
    assert WORDS["leaves"]["alone"] in said["begin"] and said["before"] == ""
    assert "53 of 53 stand alone" in said["dots"] and "You guessed 9" in said["dots"]
    assert "Robin" in said["card"] and "Kim is not in the log" in said["card"]
    right, members, wrong = said["monday"].split(" | ")
    assert right.startswith("Certain.") and "Likely, no more" in members and "It is not certain" in wrong
    at = dict(zip(range(4, 10), said["hide"], strict=False))
    assert "known anyway" not in at[7] and "known anyway: 2" in at[9]
    assert "total is" in said["hide"][6] and WORDS["hide"]["no_totals"] in said["hide"][7]
    reader, trainee, *inside = said["who"].split(" | ")
    assert "You guessed: none. She learns 2" in reader and "she knows it, beside her own: 2" in trainee
    for line, name in zip(inside, ("log_with_reason", "log_without_reason"), strict=True):
        assert WORDS["who"][name] in line
    assert "Standing alone" in said["decide"] and said["after"].count(".") >= 8
    assert pages_of(walker) == PAGES_OF_PAPER
    assert [line.split("\t")[1:] for line in said["debrief"].splitlines()[-3:]] == [["4", "4"], ["1", "1"], ["3", "3"]]
    assert not walker.notebook.watch.faults(), walker.notebook.watch.faults()


def test_a_reload_loses_nothing_and_delete_leaves_nothing(hour, open_page):
    walker = Walker(open_page(offline=True)).open(hour)
    walker.choose(WORDS["begin"]["letter"], 1)
    walker.next()
    answer(walker)
    assert walker.screen.locator(".question").first.text_content().startswith("1. A count of readers, one voucher")
    walker.reload()
    assert walker.name == "before" and walker.screen.locator("input:checked").count() == 8
    walker.go_to("home")
    forget = walker.screen.get_by_role("button", name=WORDS["home"]["delete"])
    walker.press(forget)
    assert walker.page.evaluate("localStorage.length") == 1
    walker.press(forget)
    assert walker.page.evaluate("localStorage.length") == 0 and WORDS["home"]["deleted"] in walker.said()
    walker.reload()
    assert walker.name == "begin" and not walker.screen.locator("input:checked").count()


def test_the_page_has_one_key_and_the_it_paper_names_it(hour, open_page):
    walker = Walker(open_page(offline=True)).open(hour)
    walker.next()
    [key] = walker.page.evaluate("Object.keys(localStorage)")
    assert f"key `{key}`" in (hour.parent / "for-your-IT.md").read_text("utf-8")


def test_somebody_without_a_letter_gets_one_by_a_coin_and_keeps_it(hour, open_page):
    walker = Walker(open_page(offline=True)).open(hour)
    walker.next()
    first = walker.screen.locator("legend").first.text_content()
    walker.reload()
    assert walker.screen.locator("legend").first.text_content() == first


def test_what_was_answered_can_be_saved(hour, open_page, tmp_path):
    walker = Walker(open_page(offline=True, accept_downloads=True)).open(hour)
    walker.choose(WORDS["begin"]["letter"], 0)
    walker.next()
    answer(walker)
    walker.go_to("home")
    with walker.page.expect_download() as handed:
        walker.press(walker.screen.get_by_role("button", name=WORDS["home"]["save"]))
    handed.value.save_as(tmp_path / "mine.txt")
    assert "b) 3, neither more nor less (would bet on it)" in (tmp_path / "mine.txt").read_text("utf-8")


def test_it_prints_as_six_pages_and_a_card(hour, open_page):
    walker = Walker(open_page(offline=True)).open(hour)
    assert pages_of(walker) == PAGES_OF_PAPER


def pages_of(walker):
    return len(re.findall(rb"/Type /Page\b(?!s)", walker.page.pdf(prefer_css_page_size=True)))


def test_the_moderators_screen_shows_scenes_a_clock_and_what_is_typed_in(hour, open_page, tmp_path):
    walker = Walker(open_page(offline=True, viewport=LAPTOP, accept_downloads=True)).open(hour)
    begin(walker)
    walker.next()
    answer(walker)
    walker.open(hour, "#room")
    walker.reload()
    for name in KNOWN:
        assert walker.name == name and not walker.barriers(), name
        assert WORDS["room"]["say"][name] in walker.screen.text_content()
        if name in ("before", "after", "debrief"):
            assert not walker.screen.get_by_role("radio").count() and not walker.screen.locator("table").count()
        if name == "joke":
            for place, number in enumerate("73"):
                walker.press(walker.screen.get_by_role("spinbutton").nth(place), number)
            assert "7 say harmless, 3 say not harmless." in walker.said()
        if name == "decide":
            walker.press(walker.screen.get_by_role("spinbutton").nth(1), "4")
            with walker.page.expect_download() as handed:
                walker.press(walker.screen.get_by_role("button", name=WORDS["room"]["save"]))
            handed.value.save_as(tmp_path / "decisions.csv")
        if name != KNOWN[-1]:
            walker.next()
    rows = (tmp_path / "decisions.csv").read_text("utf-8").splitlines()
    assert rows[1] == '"A line for the press","","4",""' and len(rows) == 4
    assert not walker.notebook.watch.faults(), walker.notebook.watch.faults()


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_on_the_moderators_screen_nothing_lies_across_the_title(width, hour, open_page):
    walker = Walker(open_page(offline=True, viewport={"width": width, "height": 768})).open(hour, "#room")
    for name in KNOWN:
        assert walker.name == name and not walker.page.evaluate(ACROSS_THE_TITLE)
        if name != KNOWN[-1]:
            walker.next()


def test_the_clock_runs_only_when_it_is_started(hour, open_page):
    walker = Walker(open_page(offline=True)).open(hour, "#room")
    face = walker.screen.get_by_role("timer")
    assert face.text_content().startswith("3:00")
    walker.press(walker.screen.get_by_role("button", name=WORDS["room"]["start"]))
    walker.page.wait_for_function("() => document.querySelector('.face').textContent.startsWith('2:5')")


def test_an_office_puts_in_its_own_contact_sign_and_cases(tmp_path, open_page):
    own = Own("dpo@example.org", "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E", "Our Office")
    own = replace(own, cases=(OwnCase("<b>Ours</b>", "May we?", "It went wrong."),))
    walker = Walker(open_page(offline=True)).open(build_staff(tmp_path / "own", Order(own=own)))
    assert walker.page.get_by_role("img", name="Our Office").count() == 1
    walker.go_to("decide")
    case = walker.screen.locator(".case").last
    assert "<b>Ours</b>" in case.text_content() and "It went wrong." not in case.text_content()
    walker.choose(WORDS["decide"]["decision"], 2, case)
    assert "It went wrong." in case.text_content() and not walker.barriers()
    walker.go_to("home")
    assert "dpo@example.org" in walker.screen.locator(".paper").text_content()
    assert not walker.notebook.watch.faults(), walker.notebook.watch.faults()


def test_a_shorter_hour_leaves_out_the_questions_of_its_missing_screens(tmp_path, open_page):
    core = build_staff(tmp_path / "core", Order("core"))
    walker = Walker(open_page(offline=True)).open(core)
    walker.next()
    assert walker.screen.locator(".question").count() == 3
    walker.go_to("decide")
    assert walker.screen.locator(".case").count() == 2
    walker.go_to("home")
    assert not walker.notebook.watch.faults()


@pytest.fixture
def platform(tmp_path, open_page):
    """platform(build): the hour in the frame of a small fake platform, as its zip holds it."""
    with ExitStack() as stack:
        yield lambda build: in_a_platform(
            stack.enter_context(served(tmp_path / "unpacked")), tmp_path, open_page, build
        )


def in_a_platform(address, tmp_path, open_page, build):
    """Unpack the zip where the server looks, and open it."""
    package = build_staff(tmp_path / "scorm", Order(build=build))
    return opened_in_platform(package, tmp_path / "unpacked", address, open_page)


def answer_all_and_finish(frame):
    """Choose the second option everywhere, on the way to the last screen."""
    for _ in KNOWN[1:]:
        for box in frame.locator(".current .question").all():
            box.locator("fieldset").nth(0).locator("input").nth(1).check()
            box.locator("fieldset").nth(1).locator("input").nth(2).check()
        frame.locator("#next").click()


@pytest.mark.parametrize("build", [Build("platform"), Build("platform", score=True, interactions=True)], ids=repr)
def test_a_platform_gets_what_the_first_screen_says_and_nothing_else(build, platform):
    notebook = platform(build)
    frame = in_frame(notebook)
    first = frame.locator(".leaves").text_content()
    assert [WORDS["leaves"][name] in first for name in ("platform", "score", "interactions")] == [
        True,
        build.score,
        build.interactions,
    ]
    assert told(notebook)["cmi.core.lesson_status"] == "incomplete"
    answer_all_and_finish(frame)
    kept = told(notebook)
    assert kept["cmi.core.lesson_status"] == "completed" and len(kept["cmi.suspend_data"]) <= 4096
    assert all(ALLOWED.fullmatch(name) for name in kept)
    assert ("cmi.core.score.raw" in kept) == build.score and ("cmi.interactions.0.id" in kept) == build.interactions
    if build.score:
        assert kept["cmi.core.score.raw"] == "25" and kept["cmi.interactions.3.type"] == "choice"
    pages = [url.rsplit("/", 1)[1] for url in notebook.asked if url.startswith("http")]
    assert pages == ["platform.html", "index.html"], "the page itself asks for nothing"
    assert not notebook.watch.faults(), notebook.watch.faults()


def test_on_a_platform_one_goes_on_where_one_stopped_and_the_next_person_begins_anew(platform):
    notebook = platform(Build("platform"))
    frame = in_frame(notebook)
    for _ in range(4):
        frame.locator("#next").click()
    notebook.page.reload()
    assert in_frame(notebook).locator("section.current").get_attribute("id") == "screen-card"
    assert re.fullmatch(r"\d{4}:\d\d:\d\d", told(notebook)["cmi.core.session_time"])
    notebook.page.evaluate("() => { window.kept = {}; window.API.LMSCommit(); window.API.LMSCommit = () => 'true'; }")
    notebook.page.reload()
    assert in_frame(notebook).locator("section.current").get_attribute("id") == "screen-begin"
