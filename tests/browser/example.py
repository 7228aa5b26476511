"""A notebook and a chart for trying the harness and the controls themselves, so that they need no lesson."""

from pathlib import Path

import altair as alt
import nbformat
import pandas as pd

from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Explorer, Lookup

ROWS, COLUMNS = 50, 20
FIRST_K, LAST_K = 3, 30
CELLS = (
    """from teaching.charts.offline import draw_offline
from tests.browser.example import example_explorer

draw_offline()""",
    "explorer = example_explorer()\nexplorer",
)


def example_explorer() -> Explorer:
    """A slider with landmarks, radio buttons, a drop-down list, a chart and a sentence."""
    landmarks = {3: "Scotland", 4: "Wales <b>", 5: "Ofqual", 8: "HESA", 10: "ONS, ACRO", 11: "CMS"}
    k = Slider(
        "k", "Publish no cell below", minimum=FIRST_K, maximum=LAST_K, landmarks=landmarks, value_text="k = {value}"
    )
    totals = Choice("totals", "Totals", {"printed": "printed", "left out": "left out"})
    row = Choice("row", "Row", {0: "0", 1: "1", 2: "<i>2</i>"}, drop_down=True)
    told = {(value,): words_for(value) for value in range(FIRST_K, LAST_K + 1)}
    return Explorer(
        [[k], [totals, row]],
        threshold_chart(counts()),
        {"setting": "{words} Row {row} it is."},
        lookups={"words": Lookup(("k",), told)},
    )


def counts() -> pd.DataFrame:
    """A table of counts, one row per cell; `states` has a letter per threshold: p printed, h hidden."""
    cells = [(row, column, (7 * row + 3 * column) % 37) for row in range(ROWS) for column in range(COLUMNS)]
    table = pd.DataFrame(cells, columns=["row", "column", "count"])
    states = ["".join("h" if n < k else "p" for k in range(FIRST_K, LAST_K + 1)) for n in table["count"]]
    return table.assign(states=states)


def threshold_chart(table: pd.DataFrame) -> alt.Chart:
    """Printed cells dark, hidden cells light; the parameter is `k`."""
    chart = alt.Chart(table, description="Cells of a table, printed or hidden").mark_rect()
    chart = chart.transform_calculate(state=f"datum.states[k - {FIRST_K}]").encode(
        x="column:O",
        y="row:O",
        color=alt.Color("state:N").scale(domain=["p", "h"], range=["#08519c", "#c6dbef"]),
    )
    return chart.add_params(alt.param(name="k", value=FIRST_K)).properties(width=400, height=400)


def words_for(k: int) -> str:
    """The chart in words at one setting."""
    return f"At k = {k}, {(counts()['count'] < k).sum()} cells are hidden."


def write_example(folder: Path, name: str = "example.ipynb", cells: tuple[str, ...] = CELLS) -> str:
    """Write the notebook into the folder; its path relative to the folder."""
    code = [nbformat.v4.new_code_cell(cell) for cell in cells]
    book = nbformat.v4.new_notebook(cells=[*code, nbformat.v4.new_markdown_cell("The end.")])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, folder / name)
    return name
