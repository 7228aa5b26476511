"""The lesson on reconstruction in a browser: two sliders by key; people, map and sentence follow."""

from playwright.sync_api import expect

from tests.browser.notebook import Notebook
from tests.browser.pictures import picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import slider


def use(notebook: Notebook) -> None:
    """Four times as many questions, more noise, and back; the fewest and the most."""
    page = notebook.page
    explorer = page.locator(".ft-explorer").first
    chart, sentence = explorer.locator(".vega-embed").first, explorer.locator(".ft-explorer-sentence").first
    expect(sentence).to_contain_text("200 questions, each answer off by 2.8 people on average")
    first = picture(chart)
    questions, noise = slider(page, "Questions"), slider(page, "Each answer is off, on average, by")
    expect(questions).to_have_attribute("aria-valuetext", "200 questions, one for each person")
    for _ in range(2):
        questions.press("ArrowRight")
    expect(sentence).to_contain_text("800 questions, each answer off by 2.8 people on average")
    expect(questions).to_have_attribute("aria-valuetext", "800 questions")
    wait_for_another_picture(chart, first)
    noise.press("End")
    expect(noise).to_have_attribute("aria-valuetext", "45 people")
    expect(sentence).to_contain_text("800 questions, each answer off by 45 people on average")
    questions.press("End")
    expect(sentence).to_contain_text("12,800 questions, each answer off by 45 people on average")
    explorer.get_by_role("button", name="one for each person").click()
    noise.press("Home")
    for _ in range(2):
        noise.press("ArrowRight")
    expect(sentence).to_contain_text("200 questions, each answer off by 2.8 people on average")
    wait_for_picture(chart, first)
