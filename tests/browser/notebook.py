"""A notebook open in JupyterLab: run it as a reader does, and ask it how it went."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.lab_server import LabServer
from tests.browser.pictures import wait_until, wait_until_drawn
from tests.browser.watch import Watch

PANEL_CELLS = "(window.jupyterapp?.shell.currentWidget?.content?.widgets ?? [])"
CELLS = f"""() => {{
  const code = (cell) => cell.model.type === "code";
  return {PANEL_CELLS}.map((cell) => ({{
    type: cell.model.type,
    source: cell.model.sharedModel.getSource(),
    count: code(cell) ? cell.model.executionCount : null,
    outputs: code(cell) ? cell.model.outputs.toJSON() : [],
  }}));
}}"""
FINISHED = """(cells) => {
  const code = cells.map((cell) => cell.model).filter((model) => model.type === "code");
  const failed = ({ outputs }) => [...Array(outputs.length).keys()].some((at) => outputs.get(at).type === "error");
  const waits = (model) => model.sharedModel.getSource().trim() !== "" && model.executionCount === null;
  return !code.some(waits) || code.some(failed);
}"""
KERNEL_IDLE = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
OUTPUTS = ".jp-Cell-outputArea"
WIDGETS = f"{OUTPUTS} .jupyter-widgets"
"""What can look otherwise after a reader has used it."""

SEVERE = ("serious", "critical")
# A wide table scrolls in a box of JupyterLab's own; Chromium and Firefox let the keyboard into it by themselves.
# The size of targets is measured by axe only when asked.
LAB_OWN = {
    "rules": {"scrollable-region-focusable": {"enabled": False}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


class Notebook:
    """One notebook in one page. `seconds` says how long each part took.

    Args:
        page: a fresh page.
        watch: what listens to that page.
    """

    def __init__(self, page: Page, watch: Watch) -> None:
        self.page = page
        self.watch = watch
        self.seconds: dict[str, float] = {}

    def run(self, lab: LabServer, path: str) -> None:
        """Open, run all, check."""
        self.open(lab.lab(path))
        self.run_all()
        self.check()

    def open(self, address: str) -> None:
        """Open it and wait until its cells are there and its kernel is ready."""
        with self._timed("open"):
            self.page.goto(address)
            wait_until(self.page, f"() => ({KERNEL_IDLE})() && {PANEL_CELLS}.length > 0")

    def run_all(self) -> None:
        """Run > Run All Cells; then wait until all cells are executed, or one fails."""
        with self._timed("run"):
            self.page.get_by_role("menuitem", name="Run", exact=True).click()
            self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
            wait_until(self.page, f"() => ({KERNEL_IDLE})() && ({FINISHED})({PANEL_CELLS})")

    def cells(self) -> list[dict[str, Any]]:
        """type, source, count and outputs of every cell, as JupyterLab holds them."""
        return self.page.evaluate(CELLS)

    def errors(self) -> list[str]:
        """The error outputs, as `name: message`."""
        outputs = [output for cell in self.cells() for output in cell["outputs"]]
        return [f"{output['ename']}: {output['evalue']}" for output in outputs if output["output_type"] == "error"]

    def check(self, within: str = OUTPUTS) -> None:
        """Fail with what is wrong: errors, charts not drawn, requests that leave, or barriers within some elements."""
        assert not self.errors(), self.errors()
        with self._timed("draw"):
            wait_until_drawn(self.page, self.watch.charts_made)
        assert not self.watch.faults(), self.watch.faults()
        found = self.barriers(within)
        assert not found, found

    def barriers(self, within: str = OUTPUTS) -> list[str]:
        """What axe-core finds serious or critical in the outputs: for whom they cannot be read or used."""
        return barriers(self.page, within) if self.page.locator(within).count() else []

    def shut_down(self) -> None:
        """End the kernel of the notebook, if there is one."""
        self.page.evaluate("() => window.jupyterapp?.shell.currentWidget?.sessionContext?.shutdown()")

    @contextmanager
    def _timed(self, part: str) -> Iterator[None]:
        start = time.monotonic()
        yield
        self.seconds.setdefault(part, round(time.monotonic() - start, 1))


def barriers(page: Page, within: str) -> list[str]:
    """What axe-core finds serious or critical inside the elements that match."""
    found = Axe().run(page, context=within, options=LAB_OWN).response["violations"]
    return [
        f"{violation['id']}: {violation['help']} {node['target']}"
        for violation in found
        if violation["impact"] in SEVERE
        for node in violation["nodes"]
    ]
