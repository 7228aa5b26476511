"""What is drawn on a page: Vega charts (SVG or canvas) and widgets."""

from typing import Any

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

ASKED_EVERY = 100
"""Milliseconds between two looks at what a page is waiting for: a look in each frame keeps a core busy."""

# An SVG chart is drawn when it has marks; a canvas is drawn when two of its pixels differ.
MARKS = """(chart) => {
  const drawing = chart.querySelector("svg.marks, canvas.marks");
  if (!drawing) return 0;
  if (drawing.tagName === "svg") return drawing.querySelectorAll("[class*=' role-mark'] :is(path, line, text)").length;
  const image = drawing.getContext("2d").getImageData(0, 0, drawing.width, drawing.height);
  return new Set(new Uint32Array(image.data.buffer)).size - 1;
}"""
NOT_DRAWN = f"""(opened) => {{
  const marks = {MARKS};
  const all = [...document.querySelectorAll(".vega-embed")];
  const empty = [...document.querySelectorAll(".jupyter-widgets")].filter((widget) => widget.childNodes.length === 0);
  const complaint = /^(Loading widget|Error displaying widget|JavaScript Error|<VegaLite|alt\\.\\w*Chart\\()/;
  const outputs = [...document.querySelectorAll(".jp-OutputArea-output")].map((output) => output.textContent.trim());
  return [
    ...(all.length < opened ? [`${{opened}} charts made, ${{all.length}} on the page`] : []),
    ...all.filter((chart) => marks(chart) === 0).map(() => "a chart without marks"),
    ...empty.map((widget) => `an empty widget (${{widget.className}})`),
    ...outputs.filter((text) => complaint.test(text)),
  ];
}}"""
PICTURE = """(chart) => {
  const drawing = chart.querySelector("svg.marks, canvas.marks");
  return drawing.tagName === "svg" ? drawing.outerHTML : drawing.toDataURL();
}"""


def wait_until(page: Page, condition: str, about: Any = None) -> None:
    """Wait until something holds that takes a page some work to see.

    Args:
        page: where.
        condition: a function in JavaScript.
        about: what it is called with.
    """
    page.wait_for_function(condition, arg=about, polling=ASKED_EVERY)


def wait_until_drawn(page: Page, charts_made: int = 1) -> None:
    """Wait until all charts that the kernel made are on the page, with marks, and no widget is empty.

    Raises:
        AssertionError: something was never drawn; the message says what.
    """
    try:
        wait_until(page, f"(opened) => ({NOT_DRAWN})(opened).length === 0", charts_made)
    except PlaywrightTimeout:
        raise AssertionError(f"never drawn: {page.evaluate(NOT_DRAWN, charts_made)}") from None


def charts(page: Page) -> list[Locator]:
    """The charts on the page, from top to bottom."""
    return page.locator(".vega-embed").all()


def marks(chart: Locator) -> int:
    """How many marks an SVG chart has; of a canvas, how many colours beside its ground."""
    return chart.evaluate(MARKS)


def picture(chart: Locator) -> str:
    """A chart as it looks now, to compare with how it looks later."""
    return chart.evaluate(PICTURE)


def wait_for_another_picture(chart: Locator, before: str) -> None:
    """Wait until a chart no longer looks as it did."""
    changed = f"([chart, before]) => ({PICTURE})(chart) !== before"
    wait_until(chart.page, changed, [chart.element_handle(), before])


def wait_for_picture(chart: Locator, wanted: str) -> None:
    """Wait until a chart looks like this."""
    wait_until(chart.page, f"([chart, wanted]) => ({PICTURE})(chart) === wanted", [chart.element_handle(), wanted])
