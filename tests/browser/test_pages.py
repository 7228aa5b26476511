"""The lessons as pages: each is opened from a file with the network off, and gone through by keyboard."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

import altair as alt
import pandas as pd
import pytest

from editions.home import documents
from editions.pages.language import ENGLISH, Language, languages
from editions.pages.page import Address, document, lesson_body
from editions.pages.parts import part_of
from editions.running import Cell
from teaching.charts.revealed import Revealed
from teaching.widgets.prediction import predict
from tests.browser.example import example_explorer
from tests.browser.reader import Reader
from tests.test_structure import NUMBERED

LESSONS = [path.stem for path in NUMBERED]


@pytest.fixture
def page(lesson_runs) -> Callable[[str], Path]:
    """page("fr/index"): the file of a page."""
    return lesson_runs.page


@pytest.mark.parametrize("lesson", [*LESSONS, "fr/01_singling_out"])
def test_a_lesson_is_a_page_for_somebody_with_a_keyboard_and_no_network(lesson, page, open_page):
    reader = Reader(open_page(offline=True)).open(page(lesson))
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
def test_a_page_is_small_enough_to_send_around(lesson, page):
    content = page(lesson).read_bytes()
    assert len(content) <= 2_000_000 and len(gzip.compress(content)) <= 400_000


def test_what_was_guessed_and_written_is_there_after_a_reload_until_it_is_deleted(page, open_page):
    reader = Reader(open_page(offline=True)).open(page("00_start_here"))
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


BEHIND_DOORS = ("glossary", "ninety-minutes", "staff-hour", "which-method")
OTHERS = ["index", "accessibility", "fr/index", "fr/accessibility", *BEHIND_DOORS]
OTHERS += [pytest.param(path.stem, marks=pytest.mark.weekly) for path in documents() if path.stem not in BEHIND_DOORS]


@pytest.mark.parametrize("name", OTHERS)
def test_the_other_pages_are_in_order_too(name, page, open_page):
    reader = Reader(open_page(offline=True)).open(page(name))
    assert not reader.move_everything() and not reader.not_reached_by_tab()
    assert not reader.barriers() and not reader.beyond_the_screen()
    assert not reader.notebook.watch.faults(), reader.notebook.watch.faults()


def test_the_slider_of_the_first_page_tells_people_apart(page, open_page):
    reader = Reader(open_page(offline=True)).open(page("index"))
    line, slider = reader.page.locator(".ft-explorer-sentence").first, reader.page.get_by_role("slider")
    assert "of 53 people, 0 stand alone" in line.text_content()
    slider.focus()
    reader.page.keyboard.press("End")
    reader.page.wait_for_function("(el) => !el.textContent.includes(' 0 stand')", arg=line.element_handle())
    assert "joining" in line.text_content()


def test_languages_lead_to_each_other(page, open_page):
    for name in ("index", "01_singling_out", "accessibility"):
        reader = Reader(open_page(offline=True)).open(page(name))
        for language, there in (("fr", f"fr/{name}"), ("en", name)):
            reader.page.locator(f'header a[hreflang="{language}"]').click()
            reader.page.wait_for_selector(f'html[data-ready][lang="{language}"]')
            assert reader.page.url == page(there).as_uri()


class Masked(Language):
    """A made-up language that has one sign for whatever can be said: letters that are left cannot be said."""

    def text(self, english: str) -> str:
        """One sign; numbers stay."""
        return re.sub(r"\S.*\S|\S", "¤", english, flags=re.DOTALL) if re.search(r"[^\W\d_]", english) else english


LETTERS = """() => {
  for (const code of document.querySelectorAll("pre, code, script, noscript, style")) code.remove();
  const named = [...document.querySelectorAll("[aria-label]")].map((el) => el.getAttribute("aria-label"));
  const drawn = [...document.querySelectorAll("svg text")].map((el) => el.textContent);
  const said = [document.body.textContent, ...named, ...drawn];
  return said.flatMap((text) => text.match(/\\p{L}.{0,40}/gu) ?? []);
}"""


def test_whatever_a_lesson_shows_can_be_said_in_another_language(lesson_runs, open_page, tmp_path):
    french, cells = languages()["fr"], lesson_runs.cells("01_singling_out")
    words = {name: re.sub(r"[^{}\s]+(?![^{]*\})", "¤", text) for name, text in languages()[ENGLISH].page.items()}
    masked = Masked("qps", page=words, sentences=french.sentences)
    reader = opened(cells, masked, open_page, tmp_path)
    assert reader.guess_everything() and all(reader.answer_everything())
    assert not set(reader.page.evaluate(LETTERS)) - {"Page"}


def test_every_link_between_pages_leads_somewhere(lesson_runs):
    pages = lesson_runs.all_pages().rglob("*.html")
    anchors = {path: set(re.findall(r'id="([^"]+)"', path.read_text("utf-8"))) for path in pages}
    lost = []
    for path in anchors:
        for target in re.findall(r'<a (?:class="skip" )?href="([^"]+)"', path.read_text("utf-8")):
            file, _, anchor = target.partition("#")
            to = (path.parent / file).resolve() if file else path
            if not target.startswith("https://") and (to not in anchors or (anchor and anchor not in anchors[to])):
                lost.append((path.name, target))
    assert not lost


CASES = [
    (5, 12, (0, 20)),
    (12, 5, (0, 20)),
    (7, 7, (0, 9)),
    (1, 1234.5, (0, 10)),
    (0.5, 0.25, (0.0, 1.0)),
    ("a", "b", None),
]


@pytest.mark.parametrize(("guess", "truth", "scale"), CASES)
def test_a_page_tells_of_a_guess_what_the_notebook_tells(guess, truth, scale, open_page, tmp_path):
    options = {"options": [guess, truth]} if scale is None else {"minimum": scale[0], "maximum": scale[1]}
    asked = predict("a/b", "How many?", **options)
    asked.guess = None
    cells = [Cell("code", "a", (part_of(asked),)), Cell("code", "b", (part_of(asked.reveal(truth)),))]
    reader = opened(cells, languages()[ENGLISH], open_page, tmp_path)
    field = reader.page.locator(".prediction input").first
    if scale is None:
        field.check()
    else:
        field.fill(str(guess))
    reader.page.get_by_role("button", name="That is my guess").click()
    assert reader.page.locator(".revealed p").text_content() == repr(Revealed(guess, truth, scale))


@pytest.mark.parametrize(("code", "said"), [("en", "guess: 1.5."), ("fr", ": 1,5.")])
def test_a_guess_with_decimals_is_taken_and_said_as_the_language_writes_it(code, said, open_page, tmp_path):
    cells = [Cell("code", "a", (part_of(predict("a/b", "How many?", minimum=0, maximum=10.0)),))]
    reader = opened(cells, languages()[code], open_page, tmp_path)
    reader.page.locator(".prediction input").fill("1.5")
    reader.page.keyboard.press("Enter")
    assert said in reader.page.locator(".prediction [role=status]").text_content()


def opened(cells, language, open_page, folder, **screen):
    """A page made of these cells, opened from a file with the network off."""
    body, data = lesson_body(cells, language)
    file = folder / "page.html"
    file.write_text(document(Address("page", "Page", language, "0"), body, data), encoding="utf-8")
    return Reader(open_page(offline=True, **screen)).open(file)


ACCENTS = str.maketrans("aeiounscyAEIOU", "áëïôüñşçýÅÉÎÕÛ")


def drawn_out(text):
    """English with accents and 40 % longer; slots stay as they are."""
    pieces = re.split(r"(\{\w*\})", text)
    said = "".join(piece if piece.startswith("{") else piece.translate(ACCENTS) for piece in pieces)
    return f"{said} {'ünd so fôrt ' * 20}"[: round(len(said) * 1.4) + 1].strip()


class Stretched(Language):
    """A made-up language from right to left, in which everything that is a word is said otherwise."""

    def text(self, english: str) -> str:
        """Stretch whatever is said; a text in Markdown stays, for its marks would go."""
        return english if re.search(r"^#|\*\*|`|\]\(", english) else drawn_out(english)


def test_a_longer_language_from_right_to_left_loses_nothing(open_page, tmp_path):
    words = {name: drawn_out(text) for name, text in languages()[ENGLISH].page.items()}
    language = Stretched("en-x-long", direction="rtl", page=words, sentences={"words": "wôrds"})
    guess = predict("a/b", "How many people are there in all?", minimum=0, maximum=9)
    shown = [guess, guess.reveal(4), example_explorer()]
    cells = [Cell("code", f"cell {number}", (part_of(each),)) for number, each in enumerate(shown)]
    reader = opened(cells, language, open_page, tmp_path)
    reader.guess_everything()
    assert reader.page.locator("html").get_attribute("dir") == "rtl"
    seen = reader.page.locator("body").inner_text()
    for name in ("skip", "show_code", "memory_what", "show_memory", "forget", "nothing_sent"):
        assert words[name] in seen, name
    assert drawn_out("How many people are there in all?") in seen and drawn_out("Publish no cell below") in seen
    assert not reader.page.evaluate(CUT_OFF)
    assert not reader.beyond_the_screen() and not reader.barriers() and not reader.move_everything()


CUT_OFF = """() => [...document.querySelectorAll("button, label, legend, summary, p, a:not(.skip)")]
  .filter((el) => el.checkVisibility() && el.scrollWidth > el.clientWidth + 1)
  .filter((el) => getComputedStyle(el).overflow === "hidden")
  .map((el) => el.textContent)"""


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SIZES = """() => [...document.querySelectorAll("svg.marks")].map((svg) => {
  const shrunk = svg.getBoundingClientRect().width / Number(svg.getAttribute("width"));
  const letters = [...svg.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize) * shrunk);
  return { svg: svg.getBoundingClientRect().width, letters: Math.min(...letters) };
})"""


def side_by_side():
    bars = alt.Chart(pd.DataFrame({"a": ["x", "y"], "b": [3, 5]})).mark_bar().encode(x="b:Q", y="a:N", color="a:N")
    return bars.properties(width=400) | bars.properties(width=300)


def test_on_a_phone_a_chart_is_as_wide_as_the_screen_and_its_letters_can_be_read(open_page, tmp_path):
    shown = [side_by_side(), example_explorer()]
    cells = [Cell("code", f"cell {number}", (part_of(each),)) for number, each in enumerate(shown)]
    reader = opened(cells, languages()[ENGLISH], open_page, tmp_path, **PHONE)
    drawn = reader.page.evaluate(SIZES)
    assert len(drawn) == 2 and all(each["svg"] <= 366 and each["letters"] >= 10 for each in drawn), drawn
    assert not reader.move_everything() and not reader.notebook.watch.faults()


def test_what_is_wider_than_the_screen_says_so_and_words_begin_their_line(open_page, tmp_path):
    wide = pd.DataFrame({f"column {number}": ["a word", "and another"] for number in range(9)} | {"n": [1, 2]})
    cells = [Cell("code", "wide", (part_of(wide),)), Cell("code", "narrow", (part_of(wide[["n"]]),))]
    reader = opened(cells, languages()[ENGLISH], open_page, tmp_path, **PHONE)
    hints = reader.page.locator(".wider")
    hints.first.wait_for()
    assert [hint.is_visible() for hint in hints.all()] == [True, False]
    aligned = "(el) => getComputedStyle(el).textAlign"
    assert reader.page.locator("td").first.evaluate(aligned) == "start"
    assert reader.page.locator("td").nth(9).evaluate(aligned) == "end"


def test_answers_and_the_wish_to_see_the_code_are_there_after_a_reload(page, open_page):
    reader = Reader(open_page(offline=True)).open(page("01_singling_out"))
    said = reader.answer_everything()
    reader.page.locator("#show-code").check()
    reader.page.reload()
    reader.page.wait_for_selector("html[data-ready]")
    assert reader.page.locator(".question [role=status]").all_text_contents() == said
    assert reader.page.locator(".question input:checked").count() == len(said)
    assert reader.page.locator(".cell-code").first.is_visible()
    reader.open(page("02_suppression"))
    assert reader.page.locator(".cell-code").first.is_visible()


def test_print_shows_what_waits_and_leaves_out_what_only_a_screen_can_do(page, open_page):
    reader = Reader(open_page(offline=True)).open(page("02_suppression"))
    reader.page.emulate_media(media="print")
    assert reader.page.locator(".waits").first.is_visible()
    assert not reader.page.locator("header").is_visible() and not reader.page.locator("#forget").is_visible()


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}, {"color_scheme": "dark"}])
def test_what_a_reader_has_set_is_respected_and_everything_still_moves(media, page, open_page):
    reader = Reader(open_page(offline=True, **media)).open(page("02_suppression"))
    assert not reader.move_everything()
    assert not reader.page.evaluate("() => document.getAnimations().length")
    chart = reader.page.locator(".ft-explorer-chart").first
    ground = "(el) => getComputedStyle(el).backgroundColor"
    assert chart.evaluate(ground) in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_at_twice_the_size_nothing_is_lost(page, open_page):
    reader = Reader(open_page(offline=True, viewport={"width": 683, "height": 384}, device_scale_factor=2))
    reader.open(page("02_suppression"))
    assert not reader.page.evaluate(CUT_OFF) and not reader.beyond_the_screen(683)
    assert reader.guess_everything() and not reader.move_everything()


def test_what_somebody_else_has_written_into_the_storage_does_no_harm(page, open_page):
    reader = Reader(open_page(offline=True)).open(page("00_start_here"))
    version = json.loads(reader.page.locator("#what-is-shown").text_content())["version"]
    key = f"fifty-three/{version}/00_start_here"
    reader.page.evaluate("([key]) => localStorage.setItem(key, '{not JSON')", [key])
    reader.page.reload()
    reader.page.wait_for_selector("html[data-ready]")
    assert reader.guess_everything() and not reader.notebook.watch.faults()
