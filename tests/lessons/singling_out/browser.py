"""The lesson on singling out in a browser: a concept question, and what Ada knows, by keyboard."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import charts, picture, wait_for_another_picture, wait_for_picture


def use(notebook: Notebook) -> None:
    """A question after the lesson, answered wrongly and then rightly; then the dots follow what Ada knows."""
    answer_a_question(notebook)
    know_more_and_less(notebook)


def answer_a_question(notebook: Notebook) -> None:
    """Check nothing, then the first answer, then the right one."""
    question = notebook.page.get_by_role("group", name="A club has four members")
    status, check = question.get_by_role("status"), question.get_by_role("button", name="Check")
    check.press("Enter")
    expect(status).to_have_text("Choose an answer first.")
    question.get_by_role("radio").first.press("Space")
    check.press("Enter")
    expect(status).to_contain_text("✗ Not quite. They are rows of their own")
    question.get_by_role("radio").first.press("ArrowDown")
    check.press("Enter")
    expect(status).to_contain_text("✓ Right.")


def know_more_and_less(notebook: Notebook) -> None:
    """Nobody stands alone for a reader; with the week of joining, most do; and back."""
    chart, sentence = charts(notebook.page)[-1], notebook.page.locator(".ft-explorer-sentence").first
    week = notebook.page.get_by_role("group", name="Bea's week of joining").get_by_role("radio")
    first = picture(chart)
    expect(sentence).to_contain_text("0 of the 53 stand alone")
    week.first.press("ArrowDown")
    expect(sentence).not_to_contain_text("0 of the 53 stand alone")
    wait_for_another_picture(chart, first)
    week.last.press("ArrowUp")
    expect(sentence).to_contain_text("0 of the 53 stand alone")
    wait_for_picture(chart, first)
