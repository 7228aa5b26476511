"""Predictions and questions in JupyterLab by keyboard alone: no key acts on the notebook, a restart loses nothing."""

import pytest
from playwright.sync_api import expect

from teaching.questions import questions
from tests.browser.conftest import watched_page
from tests.browser.example import write_example
from tests.browser.test_controls_in_lab import KEYS_THAT_LAB_KNOWS

CELLS = (
    """from teaching.widgets.prediction import predict

how_many = predict("example/how-many", "How many <b>cells</b>?", minimum=0, maximum=20)
how_many""",
    """safe = predict("example/safe", "Is it safe?", options=["yes", "<i>no</i>"])
safe""",
    "how_many.reveal(12)",
    'safe.reveal("<i>no</i>")',
    """from teaching.widgets.concept_questions import concept_questions

concept_questions("suppression")""",
)


@pytest.fixture(scope="module")
def answers(lab, browser):
    with watched_page(browser) as notebook:
        notebook.page.set_default_timeout(30_000)
        notebook.run(lab, write_example(lab.folder, "answers.ipynb", CELLS))
        yield notebook


def form(notebook, question):
    return notebook.page.get_by_role("group", name=question, exact=True)


def output(notebook, cell):
    return notebook.page.locator(".jp-CodeCell").nth(cell).locator(".jp-OutputArea")


def run_cell(notebook, cell):
    """Click on a cell and run it, as somebody does who has just made a guess."""
    notebook.page.locator(".jp-CodeCell").nth(cell).locator(".cm-content").click()
    notebook.page.keyboard.press("Control+Enter")


def test_run_all_passes_without_a_guess_and_shows_the_answer(answers):
    expect(output(answers, 2)).to_contain_text("The answer: 12. You have not guessed")
    expect(output(answers, 3)).to_contain_text("The answer: <i>no</i>. You have not guessed")


@pytest.mark.parametrize(
    ("question", "role"),
    [("How many <b>cells</b>?", "spinbutton"), ("Is it safe?", "radio"), ("Is it safe?", "button")],
)
def test_keys_typed_in_a_form_never_act_on_the_notebook(answers, question, role):
    before = [(cell["type"], cell["source"], cell["count"]) for cell in answers.cells()]
    form(answers, question).get_by_role(role).first.focus()
    for key in ["ArrowDown", "ArrowUp", *KEYS_THAT_LAB_KNOWS]:
        answers.page.keyboard.press(key)
        assert answers.page.evaluate("document.activeElement.closest('.ft-asking') !== null"), key
    assert [(cell["type"], cell["source"], cell["count"]) for cell in answers.cells()] == before
    answers.check()


@pytest.mark.parametrize("no_guess", ["99", "-1", "7.5", ""])
def test_what_is_no_guess_is_not_taken(answers, no_guess):
    asked = form(answers, "How many <b>cells</b>?")
    asked.get_by_role("spinbutton").fill(no_guess)
    answers.page.keyboard.press("Tab")
    answers.page.keyboard.press("Enter")
    expect(asked.get_by_role("status")).to_contain_text("A whole number from 0 to 20, please.")


def test_a_number_is_guessed_and_stands_beside_the_answer(answers):
    asked = form(answers, "How many <b>cells</b>?")
    asked.get_by_role("spinbutton").fill("7")
    answers.page.keyboard.press("Tab")
    answers.page.keyboard.press("Space")
    expect(asked.get_by_role("status")).to_contain_text("Your guess: 7.")
    expect(asked.get_by_role("button")).to_be_focused()
    run_cell(answers, 2)
    expect(output(answers, 2)).to_contain_text("You guessed 7. The answer: 12. Your guess was 5 too low.")
    answers.check()


def test_an_option_is_guessed(answers):
    asked = form(answers, "Is it safe?")
    asked.get_by_role("radio", name="yes").focus()
    answers.page.keyboard.press("ArrowDown")
    answers.page.keyboard.press("Tab")
    answers.page.keyboard.press("Enter")
    expect(asked.get_by_role("status")).to_contain_text("Your guess: <i>no</i>.")
    run_cell(answers, 3)
    expect(output(answers, 3)).to_contain_text("You guessed <i>no</i>, and so it is.")
    answers.check()


def test_a_question_is_answered_wrongly_then_rightly_and_the_words_follow_in_the_same_element(answers):
    [question, *_] = questions("suppression", "after")
    places = {answer.right: place for place, answer in enumerate(question.answers)}
    asked, page = form(answers, question.text), answers.page
    said = asked.locator("[role=status]")
    element = said.element_handle()
    for right, sign in ((False, "✗ Not quite."), (True, "✓ Right.")):
        asked.get_by_role("radio").nth(places[right]).press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(said).to_have_text(f"{sign} {question.answers[places[right]].why}")
    assert element.evaluate("(was) => was.isConnected")
    answers.check()


def test_after_a_restart_the_guess_is_there_again(answers):
    answers.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    answers.page.evaluate("() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    expect(output(answers, 2)).to_be_empty()
    answers.run_all()
    expect(form(answers, "How many <b>cells</b>?").get_by_role("status")).to_contain_text("Your guess: 7.")
    expect(output(answers, 2)).to_contain_text("You guessed 7. The answer: 12.")
    answers.check()
