"""Lesson 00 in a browser: a guess by keyboard alone, and what becomes of it after the answer was seen."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook

KEYS_THAT_LAB_KNOWS = ["m", "y", "b", "x", "d", "d", "ArrowUp"]


def use(notebook: Notebook) -> None:
    """Press the button too early, then guess by key; no key acts on the notebook, and the guess is kept."""
    page = notebook.page
    sources = [cell["source"] for cell in notebook.cells()]
    box, status = page.get_by_role("spinbutton", name="your guess"), page.locator(".ft-asking [role=status]")
    page.get_by_role("button", name="That is my guess").press("Enter")
    expect(status).to_contain_text("Choose first")
    box.focus()
    for key in KEYS_THAT_LAB_KNOWS:
        page.keyboard.press(key)
    box.fill("700")
    box.press("Enter")
    expect(status).to_contain_text("Choose first")  # it is off the scale
    box.fill("23")
    box.press("Enter")
    expect(status).to_contain_text("Your guess: 23.")
    assert [cell["source"] for cell in notebook.cells()] == sources
    notebook.run_all()
    expect(page.get_by_text("You guessed 23. It is 253.")).to_be_visible()
