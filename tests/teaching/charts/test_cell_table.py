"""Every state of a cell has a colour and a sign, and the drawing follows one expression."""

import json
import re

import altair as alt
import pandas as pd
import pytest
import vl_convert

from teaching.charts.cell_table import FILLS, INKS, MARKS, cell_table, drawn_with, state_legend

STATES = pd.DataFrame(
    {"film": list("AABB"), "region": list("NSNS"), "count": [1, 2, 3, 4], "cell": ["A | N", "A | S", "B | N", "B | S"]}
)


def test_fill_and_text_follow_the_expression():
    spec = cell_table(STATES.assign(state=list("hxop")), "datum.state").to_dict()
    rectangles, numbers = (layer["mark"] for layer in spec["layer"][:2])
    assert rectangles["fill"]["expr"].endswith("[datum.state]")
    assert "datum.state in" in numbers["text"]["expr"] and '"h": "in"' in numbers["text"]["expr"]


def test_every_letter_has_a_fill_and_an_ink():
    assert FILLS.keys() == INKS.keys() >= MARKS.keys()
    assert len({(FILLS[letter], MARKS.get(letter, "7")) for letter in FILLS}) == len(FILLS)


def test_the_legend_shows_the_letters_that_are_asked_for_in_their_order():
    data = state_legend({"o": "open", "h": "hers", "x": "exact"}).to_dict()["datasets"]
    rows = next(iter(data.values()))
    assert [(row["meaning"], row["sign"]) for row in rows] == [("open", "c"), ("hers", "in"), ("exact", "7")]


def test_labels_are_data_and_never_part_of_an_expression():
    evil = STATES.assign(film="'] + alert(1) + ['", state="p")
    layers = cell_table(evil, "datum.state").to_dict()["layer"]
    assert "alert" not in json.dumps([layer["mark"] for layer in layers])


@pytest.mark.parametrize(("cells", "renderer"), [(400, "svg"), (401, "canvas")])
def test_large_tables_are_drawn_on_a_canvas(cells, renderer):
    assert drawn_with(pd.DataFrame(index=range(cells)))["renderer"] == renderer


@pytest.mark.parametrize("name", ["a.b", "a[0]", "a:Q", "a b"])
def test_every_cell_has_a_place_of_its_own_whatever_its_dimensions_are_called(name):
    """Drawn by Vega itself: four cells, four places."""
    states = STATES.rename(columns={"film": name}).assign(state="p")
    chart = cell_table(states, "datum.state").add_params(alt.param(name="cell", value=""))
    drawn = vl_convert.vegalite_to_svg(chart.to_json())
    places = re.findall(r'aria-label="[AB] \| [NS]"[^>]* d="(M[^"]*)"', drawn)
    assert len(places) == len(set(places)) == 4
