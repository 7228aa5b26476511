"""The lesson on singling out in a browser: a concept question, answered wrongly and then rightly by keyboard."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook


def use(notebook: Notebook) -> None:
    """Check nothing, then the first answer, then the right one."""
    question = notebook.page.get_by_role("group", name="A row has no name")
    status, check = question.get_by_role("status"), question.get_by_role("button", name="Check")
    check.press("Enter")
    expect(status).to_have_text("Choose an answer first.")
    question.get_by_role("radio").first.press("Space")
    check.press("Enter")
    expect(status).to_contain_text("✗ Not quite. Singled out means")
    question.get_by_role("radio").first.press("ArrowDown")
    check.press("Enter")
    expect(status).to_contain_text("✓ Right.")
