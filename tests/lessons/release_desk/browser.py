"""The release desk in a browser: nothing is signed without reasons; then it is, and decisions are looked at."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture

LETTERS = 6


def use(notebook: Notebook) -> None:
    """Decide by keyboard, sign, change, sign again; then the explorer."""
    decide_and_sign(notebook.page)
    explore(notebook.page)


def decide_and_sign(page) -> None:
    """The sheet says what is missing, and where it is; a change takes the signature back."""
    sheet = page.locator(".ft-sheet")
    letters, said = sheet.locator("fieldset"), sheet.locator("[role=status]")
    expect(letters).to_have_count(LETTERS)
    sheet.get_by_role("button", name="Sign").press("Enter")
    expect(said).to_contain_text("nothing is chosen yet at “1")
    expect(said).to_be_in_viewport()
    for place in range(LETTERS):
        letters.nth(place).get_by_role("radio").first.press("ArrowUp")  # goes round to the last: decline
        letters.nth(place).get_by_role("textbox").fill("Because it is a test.")
    nickname = sheet.get_by_label("Sign with a nickname")
    nickname.fill("otter@example.org")
    nickname.press("Enter")
    expect(said).to_contain_text("and no address")
    nickname.fill("otter")
    nickname.press("Enter")
    expect(said).to_contain_text("Signed by otter")
    expect(sheet.get_by_role("table")).to_contain_text("Because it is a test.")
    letters.first.get_by_role("radio").nth(3).check()
    expect(said).to_contain_text("Sign it again")
    expect(sheet.get_by_role("table")).to_be_hidden()
    nickname.press("Enter")
    expect(said).to_contain_text("Signed by otter")


def explore(page) -> None:
    """One letter, two, three: there the chart is empty; and two again."""
    explorer = page.locator(".ft-explorer")
    chart, sentence = explorer.locator(".vega-embed"), explorer.locator(".ft-explorer-sentence")
    expect(sentence).to_contain_text("all 6 requests are declined. Nobody was found by these attacks.")
    before = picture(chart)
    explorer.get_by_role("combobox", name="1 · The press office").press("Home")
    expect(sentence).to_contain_text("One request of 6 is published")
    wait_for_another_picture(chart, before)
    explorer.get_by_role("combobox", name="2 · A newspaper").press("Home")
    expect(sentence).to_contain_text("Two requests of 6 are published")
    explorer.get_by_role("combobox", name="3 · Researchers").press("Home")
    expect(sentence).to_contain_text("attacked in the notebook only")
    explorer.get_by_role("combobox", name="3 · Researchers").press("End")
    expect(sentence).to_contain_text("Two requests of 6 are published")
