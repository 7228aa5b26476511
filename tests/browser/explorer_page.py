"""An explorer or a repair by hand as a page of its own: one HTML file, no kernel, no network, no leave to eval."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from teaching.widgets.chart_script import chart_script
from teaching.widgets.explorer import Explorer
from tests.browser.notebook import Notebook, barriers
from tests.browser.pictures import wait_until_drawn

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Explorer</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data:">
<style>{css}</style><main id="here"></main>
<script type="application/json" id="kit">{kit}</script><script type="application/json" id="figure">{figure}</script>
<script type="module">
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const {{ kit }} = await import(URL.createObjectURL(new Blob([read("kit")], {{ type: "text/javascript" }})));
  const heard = {{}};
  const state = {{ figure: read("figure"), setting: {{}}, pressed: [] }};
  window.model = {{
    get: (name) => state[name],
    set(name, value) {{
      state[name] = value;
      for (const listener of heard[`change:${{name}}`] ?? []) listener();
    }},
    on: (event, listener) => (heard[event] ??= []).push(listener),
    off() {{}},
    save_changes() {{}},
  }};
  kit.{part}({{ model: window.model, el: document.getElementById("here") }});
</script></html>"""
SAID = "() => [...document.querySelectorAll('.ft-explorer-sentence')].map((line) => line.textContent)"
STANDS = """(wanted) => {
  const now = JSON.parse(document.querySelector(".ft-explorer")?.dataset.setting ?? "{}");
  return Object.entries(wanted).every(([name, value]) => now[name] === value);
}"""


@dataclass(frozen=True)
class ExplorerPage:
    """A page with one explorer."""

    notebook: Notebook

    def move(self, **setting: Any) -> list[str]:
        """Set controls, and wait until chart and sentences have followed; what is said then."""
        page = self.notebook.page
        page.evaluate("(setting) => model.set('setting', setting)", setting)
        page.wait_for_function(STANDS, arg=setting)
        return page.evaluate(SAID)

    def check(self) -> None:
        """Fail with what is wrong: requests, errors, or barriers for people."""
        assert not self.notebook.watch.faults(), self.notebook.watch.faults()
        assert not barriers(self.notebook.page, "body")


def open_explorer(open_page: Callable[..., Notebook], explorer: Explorer, folder: Path) -> ExplorerPage:
    """Write the page and open it with the network off."""
    notebook = open_part(open_page, explorer, "explorer", folder)
    wait_until_drawn(notebook.page)
    return ExplorerPage(notebook)


def open_part(open_page: Callable[..., Notebook], element: Any, part: str, folder: Path) -> Notebook:
    """Write a page with one element, drawn by a part of the kit's script, and open it with the network off."""
    parts = {"kit": chart_script(), "figure": element.figure}
    texts = {name: json.dumps(text).replace("</", "<\\/") for name, text in parts.items()}
    file = folder / f"{part}.html"
    file.write_text(PAGE.format(css=element._css, part=part, **texts), encoding="utf-8")
    notebook = open_page(offline=True)
    notebook.page.goto(file.as_uri())
    return notebook
