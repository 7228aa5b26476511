"""The lesson on start here in a browser: a guess by keyboard alone, and beside its answer."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook

PATIENCE = 60_000  # milliseconds: cells run again meanwhile


def use(notebook: Notebook) -> None:
    """Press the button too early, then guess by key, and run the cell with the answer."""
    page = notebook.page
    box, status = page.get_by_role("spinbutton", name="your guess"), page.locator(".ft-asking [role=status]")
    page.get_by_role("button", name="That is my guess").press("Enter")
    expect(status).to_contain_text("A whole number from 0 to 600, please.")
    box.fill("23")
    box.press("Enter")
    expect(status).to_contain_text("Your guess: 23.")
    page.locator(".jp-CodeCell .cm-content").filter(has_text="guess.reveal").click()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("You guessed 23. The answer: 253.")).to_be_visible(timeout=PATIENCE)
