"""A notebook and a chart for trying the harness and the controls themselves, so that they need no lesson."""

from pathlib import Path

import altair as alt
import nbformat
import pandas as pd

ROWS, COLUMNS = 50, 20
FIRST_K, LAST_K = 3, 30
CELLS = (
    """import altair as alt
import ipywidgets

from teaching.widgets.choice_control import ChoiceControl
from teaching.widgets.range_control import RangeControl
from tests.browser.example import counts, threshold_chart, words_for

alt.renderers.enable("jupyter", offline=True)
alt.JupyterChart.enable_offline()""",
    """landmarks = {3: "Scotland", 4: "Wales <b>", 5: "Ofqual", 8: "HESA", 10: "ONS, ACRO", 11: "CMS"}
k = RangeControl(label="Publish no cell below", minimum=3, maximum=30, landmarks=landmarks, value_text="k = {value}")
totals = ChoiceControl(label="Totals", options=["printed", "left out"])
row = ChoiceControl(label="Row", options=["0", "1", "<i>2</i>"], drop_down=True, sentence="Row 0 it is.")
row.observe(lambda change: setattr(row, "sentence", f"Row {change.new} it is."), "value")
view = alt.JupyterChart(threshold_chart(counts()), embed_options={"actions": False, "renderer": "svg"})
text = ipywidgets.HTML(words_for(k.value))


def show(change):
    view.params.k = change.new
    text.value = words_for(change.new)


k.observe(show, "value")
ipywidgets.VBox([k, totals, row, text, view])""",
)


def counts() -> pd.DataFrame:
    """A table of counts, one row per cell; `states` has a letter per threshold: p printed, h hidden."""
    cells = [(row, column, (7 * row + 3 * column) % 37) for row in range(ROWS) for column in range(COLUMNS)]
    table = pd.DataFrame(cells, columns=["row", "column", "count"])
    states = ["".join("h" if n < k else "p" for k in range(FIRST_K, LAST_K + 1)) for n in table["count"]]
    return table.assign(states=states)


def threshold_chart(table: pd.DataFrame, *, bound: bool = False) -> alt.Chart:
    """Printed cells dark, hidden cells light; the parameter is `k`, bound to a range input when asked."""
    binding = {"bind": alt.binding_range(min=FIRST_K, max=LAST_K, step=1, name="k ")} if bound else {}
    k = alt.param(name="k", value=FIRST_K, **binding)
    chart = alt.Chart(table, description="Cells of a table, printed or hidden").mark_rect()
    chart = chart.transform_calculate(state=f"datum.states[k - {FIRST_K}]").encode(
        x="column:O",
        y="row:O",
        color=alt.Color("state:N").scale(domain=["p", "h"], range=["#08519c", "#c6dbef"]),
    )
    return chart.add_params(k).properties(width=400, height=400)


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
