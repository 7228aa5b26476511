"""The repair by hand in a page without a kernel: each choice is audited at once, and judged as Python judges it."""

import random

import pytest
from playwright.sync_api import expect

from disclosure.repair.protection import Width
from lessons.complementary_suppression.hand_repair import repair_by_hand
from lessons.complementary_suppression.small_tables import five_films
from lessons.complementary_suppression.sweep import PRIMARY, hidden_cells
from tests.browser.explorer_page import open_part
from tests.browser.notebook import barriers
from tests.disclosure.repair.small_tables import table_of

TABLE = table_of([3, 9, 12], [9, 20, 9], [11, 9, 0])
CHOICES = 60


class ByHand:
    """A page with one repair by hand."""

    def __init__(self, notebook):
        self.notebook, self.page = notebook, notebook.page
        self.sentence = self.page.locator(".ft-table-sentence").first

    def press(self, *names):
        for name in names:
            self.page.get_by_role("button", name=f"{name}:", exact=False).first.click()

    def button(self, name):
        return self.page.get_by_role("button", name=name)


@pytest.fixture
def opened(open_page, tmp_path):
    def opener(table=TABLE, **promise):
        return ByHand(open_part(open_page, repair_by_hand(table, threshold=5, **promise), "hand_repair", tmp_path))

    return opener


def test_each_cell_changes_the_price_and_the_last_one_makes_the_audit_content(opened):
    by_hand = opened()
    why = "A | total is 24, of which the printed cells of this line hold 21; that leaves 3."
    expect(by_hand.sentence).to_contain_text(f"Not yet: 1 of 1 small cells can still be worked out. A | N: {why}")
    by_hand.press("A | S", "B | N")
    together = "the hidden cells of A hold 12, of which those of S hold 9; that leaves 3."
    expect(by_hand.sentence).to_contain_text(together)
    expect(by_hand.sentence).to_contain_text("Price: 18 people in 2 further cells.")
    by_hand.press("B | S")
    expect(by_hand.sentence).to_contain_text("The audit agrees: no small cell can be worked out.")
    expect(by_hand.sentence).to_contain_text("Price: 38 people in 3 further cells.")
    by_hand.press("B | S")
    expect(by_hand.sentence).to_contain_text("Price: 18 people in 2 further cells.")
    assert not by_hand.notebook.watch.faults()
    assert not barriers(by_hand.page, "body")


def test_the_cheapest_repair_waits_until_the_audit_is_content(opened):
    by_hand = opened()
    show = by_hand.button("Show the cheapest repair")
    expect(show).to_have_attribute("aria-disabled", "true")
    expect(by_hand.page.get_by_text("First protect all small cells. Then compare.")).to_be_visible()
    by_hand.press("A | S", "B | N", "B | S")
    show.click()
    beside = "Yours hides 38 people in further cells, the cheapest repair 29: 9 fewer."
    expect(by_hand.page.get_by_text(beside)).to_be_visible()
    cheapest = by_hand.page.get_by_role("table", name="The cheapest repair")
    assert cheapest.locator("td[data-look=complementary]").count() == 3
    by_hand.button("Start again").click()
    by_hand.press("A | S", "C | N", "C | S")
    show.click()
    expect(by_hand.page.get_by_text("you found a cheapest one.")).to_be_visible()
    assert by_hand.page.get_by_role("table", name="The cheapest repair").count() == 1


def test_one_step_back_and_from_the_start(opened):
    by_hand = opened()
    by_hand.press("A | S", "B | N")
    undo = by_hand.button("Take back the last step")
    undo.click()
    expect(by_hand.sentence).to_contain_text("Price: 9 people in 1 further cell.")
    by_hand.button("Start again").click()
    expect(by_hand.sentence).to_contain_text("Price: 0 people in 0 further cells.")
    expect(undo).to_have_attribute("aria-disabled", "true")


def test_small_cells_and_zeros_stay_as_the_rule_says(opened):
    by_hand = opened()
    for name in ("A | N", "C | W"):
        by_hand.page.get_by_role("button", name=f"{name}:").click(force=True)
    expect(by_hand.sentence).to_contain_text("in 0 further cells")


def test_a_wider_promise_asks_for_more(opened):
    """3 beside 6, 6 and 9: the sixes cannot fall below 5, so it can rise by 1 at most, and fall by 2."""
    wide = opened(table_of([3, 6, 9], [6, 9, 9], [9, 9, 9]), protect="whole range")
    wide.press("A | S", "B | N", "B | S")
    expect(wide.sentence).to_contain_text("The audit agrees: no small cell can be worked out more closely than")
    narrow = opened(table_of([2, 5, 9], [5, 9, 9], [9, 9, 9]), protect=Width(2))
    narrow.press("A | S", "B | N", "B | S")
    expect(narrow.sentence).to_contain_text("1 of 1 small cells are not protected enough. A | N: ")


def test_where_nothing_is_small_the_audit_is_content_at_once(opened):
    expect(opened(table_of([9, 9], [9, 9])).sentence).to_contain_text("The audit agrees")


def test_at_random_choices_the_page_judges_as_python_does(opened):
    """Some of the 2**32 choices: the same cells are still known, the same numbers stand in them, at the same price."""
    table, draw = five_films(), random.Random(53)
    by_hand, element = opened(table), repair_by_hand(table, threshold=5)
    free = [place for place, count in enumerate(table.cells["count"]) if count >= 5]
    for _ in range(CHOICES):
        element.pressed = sorted(draw.sample(free, draw.randrange(9)))
        by_hand.page.evaluate("(pressed) => model.set('pressed', pressed)", element.pressed)
        judged = hidden_cells(table, element.release)
        small = judged[judged["role"] == PRIMARY]
        looks = by_hand.page.locator(".ft-table-button").evaluate_all("(all) => all.map((one) => one.dataset.look)")
        assert [looks[place] for place in small.index] == small["verdict"].tolist()
        assert [place for place, look in enumerate(looks) if look == "complementary"] == element.pressed
        known, said = int((~small["protected"]).sum()), by_hand.sentence.text_content()
        assert f"{known} of {len(small)} small cells" in said if known else "The audit agrees" in said
        assert f"Price: {table.cells['count'].iloc[element.pressed].sum()} people" in said
