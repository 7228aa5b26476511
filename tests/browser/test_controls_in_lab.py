"""The controls in JupyterLab: moved by keyboard and mouse, a chart follows, and the notebook is left alone."""

import pytest
from playwright.sync_api import expect

from tests.browser.pictures import charts, marks, picture, wait_for_another_picture, wait_for_picture
from tests.browser.sliders import drag, slider, thumb

LABEL = "Publish no cell below"
KEYS_THAT_LAB_KNOWS = ["r", "y", "m", "a", "b", "x", "Delete", "d", "d", "Enter", "Escape", "1"]


def test_keys_move_the_slider_and_the_chart_and_its_words_follow(example):
    control, [chart] = slider(example.page, LABEL), charts(example.page)
    control.press("Home")
    before, marks_before = picture(chart), marks(chart)
    for key, value in {"ArrowRight": 4, "End": 30, "PageDown": 27, "ArrowDown": 26, "Home": 3, "PageUp": 6}.items():
        control.press(key)
        expect(example.page.locator("output")).to_have_text(f"k = {value}")
        expect(example.page.get_by_text(f"At k = {value}, ")).to_be_visible()
    wait_for_another_picture(chart, before)
    assert marks(chart) == marks_before >= 1000
    expect(control).to_have_attribute("aria-valuetext", "k = 6")
    example.check()


def test_the_mouse_moves_the_slider_and_the_chart_stands_where_the_slider_was_left(example):
    control, [chart] = slider(example.page, LABEL), charts(example.page)
    control.press("Home")
    expect(example.page.get_by_text("At k = 3, ")).to_be_visible()
    at_3 = picture(chart)
    drag(control, 1.0, steps=200)
    expect(example.page.get_by_text("At k = 30, ")).to_be_visible()
    wait_for_another_picture(chart, at_3)
    drag(control, 0.0, steps=200)
    expect(example.page.get_by_text("At k = 3, ")).to_be_visible()
    wait_for_picture(chart, at_3)
    example.check()


def test_no_move_waits_for_the_kernel_which_hears_where_the_slider_came_to_rest(example):
    control, watch = slider(example.page, LABEL), example.watch
    began = len(watch.sent)
    control.fill("29")
    watch.wait_until_told(example.page, '"k":29', began)  # so what earlier moves had to say has been said
    began = len(watch.sent)
    control.evaluate(
        """(input) => {
          for (let k = 3; k <= 21; k++) {
            input.value = k;
            input.dispatchEvent(new Event("input"));
          }
        }"""
    )
    expect(example.page.get_by_text("At k = 21, ")).to_be_visible()
    watch.wait_until_told(example.page, '"k":21', began)
    assert len([message for message in watch.sent[began:] if b'"setting"' in message]) == 1


def test_landmarks_are_named_buttons_that_set_the_value(example):
    for value, name in {8: "HESA", 4: "Wales <b>"}.items():
        button = example.page.get_by_role("button", name=f"{value} {name}", exact=True)
        button.focus()
        button.press("Enter")
        expect(slider(example.page, LABEL)).to_have_attribute("aria-valuetext", f"k = {value}, {name}")
        expect(example.page.get_by_text(f"At k = {value}, ")).to_be_visible()
    example.page.get_by_role("button", name="11 CMS", exact=True).click()
    expect(example.page.get_by_text("At k = 11, ")).to_be_visible()
    example.check()


def test_the_ticks_of_landmarks_stand_under_the_middle_of_the_thumb(example):
    control = slider(example.page, LABEL)
    for tick, value in zip(example.page.locator(".ft-range-tick").all(), (3, 4, 5, 8, 10, 11), strict=True):
        control.fill(str(value))
        assert tick.bounding_box()["x"] == pytest.approx(thumb(control)[0], abs=1)


@pytest.mark.parametrize("width", [1280, 640, 480])
def test_labels_of_landmarks_never_collide_and_are_large_enough_to_hit(example, width):
    example.page.set_viewport_size({"width": width, "height": 900})
    boxes = [button.bounding_box() for button in example.page.locator(".ft-range-landmark").all()]
    assert len(boxes) == 6
    assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = abs(one["y"] - other["y"]) >= 24
            beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            assert apart or beside, (one, other)


@pytest.mark.parametrize("role", ["slider", "button", "radio", "combobox"])
def test_keys_typed_in_a_control_never_act_on_the_notebook(example, role):
    before = [(cell["type"], cell["source"], cell["count"]) for cell in example.cells()]
    names = {"slider": LABEL, "button": "5 Ofqual", "radio": "printed", "combobox": "Row"}
    focused = example.page.get_by_role(role, name=names[role], exact=True)
    focused.focus()
    for key in ["ArrowDown", "ArrowUp", *KEYS_THAT_LAB_KNOWS]:
        example.page.keyboard.press(key)
        assert example.page.evaluate("document.activeElement.closest('.ft-explorer') !== null"), key
    assert [(cell["type"], cell["source"], cell["count"]) for cell in example.cells()] == before
    example.check()


def test_a_choice_is_made_by_arrow_keys(example):
    group = example.page.get_by_role("group", name="Totals", exact=True)
    group.get_by_role("radio", name="printed").focus()
    example.page.keyboard.press("ArrowDown")
    expect(group.get_by_role("radio", name="left out")).to_be_checked()


def test_a_drop_down_list_is_moved_by_keys_and_the_sentence_follows_in_the_same_element(example):
    rows = example.page.get_by_role("combobox", name="Row", exact=True)
    sentence = example.page.locator(".ft-explorer-sentence")
    element = sentence.element_handle()
    rows.press("Home")
    expect(sentence).to_contain_text("Row 0 it is.")
    rows.press("End")
    expect(sentence).to_contain_text("Row <i>2</i> it is.")
    assert element.evaluate("(was) => was.isConnected")
    example.check()


def test_lab_asks_no_question_about_news(example):
    """The question would cover the lesson, and a "yes" would ask a server on the internet."""
    expect(example.page.locator(".jp-Notebook")).to_be_visible()
    expect(example.page.get_by_text("official Jupyter news")).to_have_count(0)


def test_the_terminal_names_nothing_that_a_newcomer_would_take_for_a_fault(example, lab):
    told = (lab.folder.parent / "lab.log").read_text(encoding="utf-8")
    assert "is running at" in told
    assert not [line for line in told.splitlines() if "Warning" in line or "non-installed" in line]
