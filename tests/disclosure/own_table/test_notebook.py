"""The notebook about one's own table runs from its first cell to its asserts, without a kernel."""

import json
from pathlib import Path

NOTEBOOK = Path(__file__).parents[3] / "notebooks/own_table.ipynb"


def test_it_walks_from_the_file_to_its_repair(monkeypatch):
    monkeypatch.chdir(NOTEBOOK.parent)
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    names = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    assert names["repair"].sentence == "Hide 2 more: 28 people, 2 cells; nothing cheaper."
    assert names["check"].as_read.in_words() and names["explorer"].setting["threshold"] == 5
