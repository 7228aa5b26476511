"""Every state of a cell has a colour and a sign, and the drawing follows one expression."""

import json

import pandas as pd
import pytest

from teaching.charts.cell_table import (
    FILLS,
    INKS,
    MARKS,
    cell_table,
    cells_in_place,
    outlines_of_chosen,
    renderer_for,
    state_legend,
)

STATES = pd.DataFrame(
    {"film": list("AABB"), "region": list("NSNS"), "count": [1, 2, 3, 4], "cell": ["A | N", "A | S", "B | N", "B | S"]}
)


def test_fill_and_text_follow_the_expression():
    spec = cell_table(STATES.assign(state=list("hxop")), "datum.state").to_dict()
    rectangles, numbers = (layer["mark"] for layer in spec["layer"][:2])
    assert rectangles["fill"]["expr"].endswith("[datum.state]")
    assert "isValid(" in numbers["text"]["expr"] and '"h": "own"' in numbers["text"]["expr"]


def test_every_letter_has_a_fill_and_an_ink():
    assert FILLS.keys() == INKS.keys() >= MARKS.keys()
    assert len({(FILLS[letter], MARKS.get(letter, "7")) for letter in FILLS}) == len(FILLS)


def test_the_legend_shows_the_letters_that_are_asked_for_in_their_order():
    data = state_legend({"o": "open", "h": "hers", "x": "exact"}).to_dict()["datasets"]
    rows = next(iter(data.values()))
    assert [(row["meaning"], row["sign"]) for row in rows] == [("open", "c"), ("hers", "own"), ("exact", "7")]


def test_labels_are_data_and_never_part_of_an_expression():
    evil = STATES.assign(film="'] + alert(1) + ['", state="p")
    layers = cell_table(evil, "datum.state").to_dict()["layer"]
    assert "alert" not in json.dumps([layer["mark"] for layer in layers])


@pytest.mark.parametrize(("cells", "renderer"), [(400, "svg"), (401, "canvas")])
def test_large_tables_are_drawn_on_a_canvas(cells, renderer):
    assert renderer_for(pd.DataFrame(index=range(cells))) == renderer


@pytest.mark.parametrize("names", [("a.b", "x[0]"), ("row", "column"), ("column", "row"), ("cell_place", "line")])
def test_dimensions_may_be_called_anything(names):
    spec = cells_in_place(STATES.set_axis([*names, "count", "cell"], axis="columns")).mark_rect().to_dict()
    [rows] = spec["datasets"].values()
    assert rows[1]["row"] == "A" and rows[1]["column"] == "S" and rows[1]["cell_place"] == 1
    assert (spec["encoding"]["y"]["field"], spec["encoding"]["x"]["field"]) == ("row", "column")


def test_the_chosen_cell_is_outlined_by_its_place_for_names_may_be_equal():
    [first, second] = outlines_of_chosen(cells_in_place(STATES))
    assert first.to_dict()["transform"] == second.to_dict()["transform"] == [{"filter": "datum.cell_place === cell"}]
