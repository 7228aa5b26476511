"""The notebook about one's own table runs from its first cell to its asserts, without a kernel."""

import json
from pathlib import Path

import pandas as pd

from disclosure.defences import Suppress
from disclosure.own_table import check_table
from disclosure.tables import table_from_counts

NOTEBOOK = Path(__file__).parents[3] / "notebooks/own_table.ipynb"


def test_it_walks_from_the_file_to_its_repair(monkeypatch):
    monkeypatch.chdir(NOTEBOOK.parent)
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    names = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    price = "Hide 2 more: 28 people, 2 cells; nothing cheaper. Of 4 small counts, readers will still know more than "
    assert names["repair"].sentence.startswith(price)
    assert names["check"].as_read.in_words() and names["explorer"].setting["threshold"] == 5


def test_lesson_04_names_only_what_is_given_away_of_its_own_table():
    """The question what "c" stands for was open there, and a printed 7 stood among the findings."""
    cells = json.loads((NOTEBOOK.parent / "04_complementary_suppression.ipynb").read_text("utf-8"))["cells"]
    source = {cell["id"]: cell["source"] for cell in cells}
    names = {"pd": pd, "Suppress": Suppress, "check_table": check_table, "table_from_counts": table_from_counts}
    exec("".join([*source["own"][:2], *source["own-file"][:-1]]), names)
    assert names["given_away"]["printed"].tolist() == ["c"]
