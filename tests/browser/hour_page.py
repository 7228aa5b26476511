"""Somebody who walks through the staff hour with nothing but a keyboard."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe

from tests.browser.keyboard import tab_through
from tests.browser.notebook import Notebook
from tests.browser.reader import ASKED, NOT_SEEN

FOCUSED = "() => document.activeElement.closest('section.screen') ? document.activeElement.id : ''"
LISTEN = """() => {
  for (const el of document.querySelectorAll("[data-reached]")) delete el.dataset.reached;
  document.addEventListener("focusin", (event) => (event.target.dataset.reached = "yes"));
  return document.querySelectorAll("main :is(input, select, button, a, .wide), nav button").length;
}"""
NOT_REACHED = """() => [...document.querySelectorAll("main :is(input, select, button, a, .wide), nav button")]
  .filter((el) => el.checkVisibility() && !el.disabled && !el.closest("fieldset:disabled"))
  .filter((el) => (el.type !== "radio" || el.checked) && !el.dataset.reached)
  .map((el) => el.outerHTML.slice(0, 100))"""


@dataclass(frozen=True)
class Walker:
    """One page of the hour, opened from a file with the network off."""

    notebook: Notebook

    @property
    def page(self) -> Any:
        """The page in the browser."""
        return self.notebook.page

    @property
    def screen(self) -> Any:
        """The screen that is shown."""
        return self.page.locator("section.screen.current")

    @property
    def name(self) -> str:
        """What the screen is called."""
        return self.screen.get_attribute("id").removeprefix("screen-")

    def open(self, file: Path | str, part: str = "") -> "Walker":
        """Open a file and wait until its first screen is there."""
        self.page.goto((file if isinstance(file, str) else file.as_uri()) + part)
        self.page.wait_for_selector("html[data-ready]")
        return self

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()
        self.page.wait_for_selector("html[data-ready]")

    def press(self, target: Any, key: str = "Enter") -> None:
        """Put the focus somewhere and press a key there."""
        target.focus()
        self.page.keyboard.press(key)

    def choose(self, legend: str, place: int, within: Any = None) -> None:
        """Choose an option of a group, by its place."""
        group = (within or self.screen).get_by_role("group", name=legend)
        self.press(group.get_by_role("radio").nth(place), "Space")

    def next(self) -> str:
        """Go on; the focus is on the new screen's heading."""
        self.press(self.page.locator("#next"))
        assert self.page.evaluate(FOCUSED) == f"title-{self.name}"
        return self.name

    def go_to(self, name: str) -> None:
        """Go on until a screen is there."""
        while self.name != name:
            self.next()

    def said(self) -> str:
        """All that the screen says in lines that are read out."""
        return " ".join(self.screen.locator("[role=status]").all_text_contents())

    def not_reached_by_tab(self) -> list[str]:
        """Press Tab through the screen; the controls that never had the focus."""
        controls = self.page.evaluate(LISTEN)
        self.page.locator("a.skip").focus()
        return tab_through(self.page, NOT_REACHED, controls + 5)

    def barriers(self) -> list[str]:
        """All that axe finds: every element is the kit's own."""
        return [
            f"{violation['id']} ({violation['impact']}): {node['html'][:120]}"
            for violation in Axe().run(self.page, options=ASKED).response["violations"]
            for node in violation["nodes"]
        ]

    def beyond_the_screen(self, width: int = 320) -> list[str]:
        """What makes the screen scroll sideways at this width."""
        size = self.page.viewport_size
        self.page.set_viewport_size({"width": width, "height": 700})
        wide = self.page.evaluate("() => document.documentElement.scrollWidth")
        found = self.page.evaluate(NOT_SEEN) if wide > width else []
        self.page.set_viewport_size(size)
        return found or ([f"the page is {wide} px wide"] if wide > width else [])
