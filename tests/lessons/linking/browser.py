"""The lesson on linking in a browser: phi and both choices, by mouse and by keyboard; chart and words follow."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import charts, picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import drag, slider

PHI = "Declare a match from this eccentricity (phi) on"


def use(notebook: Notebook) -> None:
    """Phi to its ends and back to the paper's; with titles alone; with the people out of the log."""
    page = notebook.page
    chart, control = charts(page)[2], slider(page, PHI)
    sentence = page.locator(".ft-explorer-sentence").first
    first = picture(chart)
    control.press("End")
    expect(sentence).to_contain_text("With phi = 12,")
    wait_for_another_picture(chart, first)
    drag(control, 0.125, steps=20)
    expect(sentence).to_contain_text("With phi = 1.5,")
    wait_for_picture(chart, first)
    page.get_by_role("radio", name="title, stars and date", exact=True).press("ArrowUp")
    wait_for_another_picture(chart, first)
    page.get_by_role("radio", name="title and date", exact=True).press("ArrowDown")
    wait_for_picture(chart, first)
    page.get_by_role("radio", name="in the log", exact=True).press("ArrowDown")
    expect(sentence).to_contain_text("all falsely")
    wait_for_another_picture(chart, first)
    page.get_by_role("button", name="the paper").click()
    expect(sentence).to_contain_text("With phi = 1.5,")
