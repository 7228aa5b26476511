"""A page is laid out in order, keeps back what waits for a guess, and nothing in it can end its own script."""

import json
import re

from editions.builds import POLICY
from editions.pages.language import ENGLISH, languages
from editions.pages.page import Address, document, lesson_body
from editions.pages.parts import Part, part_of
from editions.running import Cell
from teaching.widgets.prediction import predict

LANGUAGE = languages()[ENGLISH]


def code(source, *shown):
    return Cell("code", source, shown)


def text(source):
    return Cell("markdown", source)


def prediction():
    return predict("a/b", "How many?", minimum=0, maximum=9)


def test_what_follows_a_reveal_waits_until_the_next_heading():
    guess = prediction()
    cells = [
        text("## One"),
        code("guess", part_of(guess)),
        code("guess.reveal(3)", part_of(guess.reveal(3))),
        text("It tells."),
        text("## Two"),
        text("It does not."),
    ]
    body, data = lesson_body(cells, LANGUAGE)
    waits = re.search(r'<div class="waits" data-waits-for="a/b" hidden>(.*?It tells.*?)</div>', body, re.DOTALL)
    assert waits and "Two" not in waits[1]
    assert [part["kind"] for part in data] == ["prediction", "reveal"]
    assert body.count("<div") == body.count("</div>")


def test_a_heading_within_a_text_ends_the_waiting_there():
    guess = prediction()
    cells = [code("g", part_of(guess)), code("r", part_of(guess.reveal(3))), text("Before.\n\n## After\n\nFree.")]
    body, _ = lesson_body(cells, LANGUAGE)
    assert body.index("Before.") < body.index("</div><h2") < body.index("Free.")


def test_a_reveal_without_a_question_keeps_nothing_back():
    body, _ = lesson_body([code("r", part_of(prediction().reveal(3)))], LANGUAGE)
    assert "waits" not in body


def test_cells_that_check_are_left_out_and_so_is_a_heading_with_nothing_below():
    cells = [
        text("## Shown\n\nWords."),
        text("## The claims, checked"),
        code("assert 1 == 1"),
        code("x", Part("outcome")),
    ]
    body, _ = lesson_body(cells, LANGUAGE)
    assert "Shown" in body and "claims" not in body and "assert" not in body


def test_a_heading_with_nothing_but_folded_code_below_goes_and_the_code_stays():
    cells = [text("## Is it there?"), code("import this"), text("## Shown\n\nWords."), code("x", Part("text", "Said."))]
    body, _ = lesson_body(cells, LANGUAGE)
    assert "there?" not in body and "this" in body and "Shown" in body and "Said." in body


def test_the_line_of_the_answer_is_there_before_the_guess_for_those_who_listen():
    guess = prediction()
    body, _ = lesson_body([code("g", part_of(guess)), code("r", part_of(guess.reveal(3))), text("It tells.")], LANGUAGE)
    assert body.index('class="part reveal"') < body.index('class="waits"') < body.index("It tells.")


def test_nothing_that_is_shown_can_end_the_script_that_carries_it():
    data = [{"kind": "thinking", "name": "</script><script>alert(1)</script><!--", "label": ""}]
    page = document(Address("a", "<i>", LANGUAGE, "1"), "<p>Words.</p>", data)
    assert page.count("</script>") == 2 and "alert(1)</script>" not in page and "<title>&lt;i&gt;</title>" in page
    carried = re.search(r'id="what-is-shown">(.*?)</script>', page, re.DOTALL)[1]
    assert json.loads(carried)["parts"] == data


def test_a_page_may_draw_itself_and_ask_nobody():
    page = document(Address("a", "A", LANGUAGE, "1"), "", [])
    assert POLICY in page.replace("&#39;", "'") and "unsafe-eval" not in page


def test_a_page_without_charts_does_not_carry_what_draws_them():
    assert len(document(Address("a", "A", LANGUAGE, "1"), "", [])) < 60_000


def test_an_address_to_write_to_is_shown_escaped():
    page = document(Address("a", "A", LANGUAGE, "1", contact="<me@example.org>"), "", [])
    assert "Write to &lt;me@example.org&gt;" in page
