"""Somebody who goes through a static page by keyboard: guesses, answers, moves whatever can be moved."""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.keyboard import tab_through
from tests.browser.notebook import SEVERE, Notebook
from tests.browser.sliders import drag

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ASKED = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
OWN = (".ft-explorer", ".ft-asking", ".ft-sheet", ".ft-repair", ".task", "footer", "header")
"""Elements that the kit makes itself: of these, nothing at all may be found."""

NOT_REACHED = """() => {
  const named = (el) => el.id || el.name || el.getAttribute("aria-label") || el.textContent.slice(0, 40);
  const shown = [...document.querySelectorAll("main :is(input, select, button, textarea, summary)")]
    .filter((el) => el.checkVisibility() && el.type !== "radio" && el.tabIndex >= 0);
  return shown.filter((el) => !el.dataset.reached).map(named);
}"""
NOT_SEEN = """() => {
  const width = document.documentElement.clientWidth;
  const frames = ".wide, .chart, .cell-code, pre, .ft-source, .ft-explorer-chart, .ft-table-scroller, svg";
  const framed = (el) => el.closest(frames);
  return [...document.querySelectorAll("main *, header *, footer *")]
    .filter((el) => el.getBoundingClientRect().right > width + 1 && el.checkVisibility() && !framed(el))
    .map((el) => `${el.tagName}.${el.className} ${el.textContent.trim().slice(0, 40)}`)
    .slice(0, 8);
}"""
CHOOSE = """(list, at) => {
  list.selectedIndex = Math.floor(at * list.options.length);
  list.dispatchEvent(new Event("change", { bubbles: true }));
}"""
OPEN_ALL = """() => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  document.getElementById("show-code")?.click();
}"""


@dataclass(frozen=True)
class Reader:
    """One page, opened from a file with the network off."""

    notebook: Notebook

    @property
    def page(self) -> Any:
        """The page in the browser."""
        return self.notebook.page

    def open(self, file: Path) -> "Reader":
        """Open a file and wait until all is drawn."""
        self.page.goto(file.as_uri())
        self.page.wait_for_selector("html[data-ready]")
        return self

    def guess_everything(self) -> int:
        """Make each guess by keyboard, from the top; return how many there were."""
        predictions = self.page.locator(".prediction")
        for place in range(predictions.count()):
            prediction = predictions.nth(place)
            field = prediction.locator("input").first
            field.focus()
            if field.get_attribute("type") == "number":
                self.page.keyboard.type(field.get_attribute("max"))
                self.page.keyboard.press("Enter")
            else:
                self.page.keyboard.press("Space")
                prediction.get_by_role("button").focus()
                self.page.keyboard.press("Enter")
        return predictions.count()

    def answer_everything(self) -> list[str]:
        """Choose the last answer of each question by keyboard, and check it; what is said then."""
        questions = self.page.locator(".question")
        for place in range(questions.count()):
            questions.nth(place).locator("input").last.focus()
            self.page.keyboard.press("Space")
            self.page.keyboard.press("Enter")
        return questions.locator("[role=status]").all_text_contents()

    def move_everything(self) -> list[str]:
        """Move each control of each explorer one step by key; the settings that did not follow."""
        stuck = []
        explorers = self.page.locator(".ft-explorer")
        for place in range(explorers.count()):
            explorer = explorers.nth(place)
            for control in explorer.locator("input[type=range], select, input[type=radio]:checked").all():
                before = explorer.get_attribute("data-setting")
                control.focus()
                if not self._follows(explorer, before, ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp")):
                    stuck.append(f"{control.evaluate('(el) => el.outerHTML')[:120]} at {before}")
        return stuck

    def _follows(self, explorer: Any, before: str, keys: tuple[str, ...]) -> bool:
        """Press keys until the explorer stands elsewhere."""
        changed = "([el, before]) => el.dataset.setting !== before"
        only = "(el) => el.tagName === 'SELECT' ? el.options.length < 2 : false"
        if self.page.evaluate(f"() => ({only})(document.activeElement)"):
            return True
        for key in keys:
            self.page.keyboard.press(key)
            try:
                self.page.wait_for_function(changed, arg=[explorer.element_handle(), before], timeout=1500)
            except PlaywrightTimeout:
                continue
            return True
        return False

    def move_at_random(self, draw: Random) -> tuple[dict[str, Any], str]:
        """Set all controls of the explorer by mouse; where they stand then, and what is said."""
        explorer = self.page.locator(".ft-explorer").first
        for slider in explorer.locator("input[type=range]").all():
            drag(slider, draw.random())
        for group in explorer.locator("fieldset").all():
            draw.choice(group.locator("input").all()).click()
        for chosen in explorer.locator("select").all():  # one list may change what another one offers
            chosen.evaluate(CHOOSE, draw.random())
        self.page.wait_for_timeout(60)
        return json.loads(explorer.get_attribute("data-setting")), self.sentence()

    def sentence(self) -> str:
        """What the explorer says of its setting."""
        return self.page.locator(".ft-explorer-sentence").first.text_content()

    def not_reached_by_tab(self) -> list[str]:
        """Press Tab through the whole page; the controls that never had the focus."""
        self.page.evaluate(
            "() => { document.activeElement?.blur(); window.scrollTo(0, 0);"
            " document.addEventListener('focusin', (event) => (event.target.dataset.reached = 'yes')); }"
        )
        self.page.locator("a.skip").focus()
        stops = self.page.locator("a, input, select, button, textarea, summary, [tabindex='0']").count()
        return tab_through(self.page, NOT_REACHED, stops + 10)

    def beyond_the_screen(self, width: int = 320) -> list[str]:
        """With all that is folded open: what makes the page scroll sideways on a screen of this width."""
        size = self.page.viewport_size
        self.page.set_viewport_size({"width": width, "height": 700})
        self.page.evaluate(OPEN_ALL)
        self.page.wait_for_timeout(100)
        wide = self.page.evaluate("() => document.documentElement.scrollWidth")
        found = self.page.evaluate(NOT_SEEN) if wide > width else []
        self.page.set_viewport_size(size)
        return found or ([f"the page is {wide} px wide"] if wide > width else [])

    def barriers(self) -> list[str]:
        """What axe finds: serious or critical anywhere; anything at all in the kit's own elements."""
        return [
            f"{violation['id']} ({violation['impact']}): {node['target']} {node['html'][:100]}"
            for violation in Axe().run(self.page, options=ASKED).response["violations"]
            for node in violation["nodes"]
            if violation["impact"] in SEVERE or self._own(node["target"])
        ]

    def _own(self, target: Any) -> bool:
        """Whether an element is one of the kit's own."""
        inside = "([selector, own]) => Boolean(document.querySelector(selector)?.closest(own))"
        return isinstance(target[0], str) and self.page.evaluate(inside, [target[0], ", ".join(OWN)])
