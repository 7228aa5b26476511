"""A chart saved as one HTML file, opened from disk in a browser without any network."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator

from tests.browser.notebook import Notebook, barriers
from tests.browser.pictures import charts, picture, wait_for_another_picture, wait_until_drawn

FILLS = "(chart) => [...chart.querySelectorAll('.mark-rect path')].map((cell) => cell.getAttribute('fill'))"


@dataclass(frozen=True)
class SavedPage:
    """A page with one chart and, when the chart has a bound parameter, its slider."""

    notebook: Notebook

    @property
    def chart(self) -> Locator:
        """The chart."""
        return charts(self.notebook.page)[0]

    @property
    def slider(self) -> Locator:
        """The slider that Vega puts beside the chart."""
        return self.notebook.page.locator(".vega-bindings input[type=range]")

    def press(self, key: str) -> None:
        """Press a key on the slider and wait until the chart has changed."""
        before = picture(self.chart)
        self.slider.press(key)
        wait_for_another_picture(self.chart, before)

    def marks_by_colour(self) -> dict[str, int]:
        """How many cells have which fill, in an SVG chart."""
        return dict(Counter(self.chart.evaluate(FILLS)))

    def check(self) -> None:
        """Fail with what is wrong: requests, errors, or barriers for people."""
        assert not self.notebook.watch.faults(), self.notebook.watch.faults()
        found = barriers(self.notebook.page, "body")
        assert not found, found


def open_saved(open_page: Callable[..., Notebook], file: Path) -> SavedPage:
    """Open a saved chart with the network off and wait until it is drawn."""
    notebook = open_page(offline=True)
    notebook.page.goto(file.as_uri())
    wait_until_drawn(notebook.page)
    return SavedPage(notebook)
