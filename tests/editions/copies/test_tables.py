"""Numbers stand at the end of their column, in tables of all shapes that pandas writes."""

import re

import pandas as pd
import pytest

from editions.copies.tables import NUMERIC, with_numbers_marked
from tests.test_structure import ROOT

COUNTS = pd.DataFrame(
    {"title": ["A", "B"], "count": ["1,204", "c"], "share": ["12 %", "–"], "95 %": ["1 to 3", "2 to 4"]}
)


def marked(html):
    """The texts of all cells that are marked as numbers."""
    return re.findall(r'<t[dh][^>]* data-is="number"[^>]*>([^<]*)<', with_numbers_marked(html))


def test_columns_of_numbers_are_marked_with_their_headings_and_columns_with_words_are_not():
    assert marked(COUNTS.to_html()) == ["", "count", "share", "0", "1,204", "12 %", "1", "c", "–"]


def test_cells_over_several_rows_and_columns_fill_all_of_them():
    index = pd.MultiIndex.from_tuples([("north", "x", 1), ("north", "y", 2)])
    columns = pd.MultiIndex.from_tuples([("May", "count"), ("May", "share"), ("who", "name")])
    table = pd.DataFrame([[5, 0.5, "Ada"], [6, 0.6, "Bea"]], index=index, columns=columns)
    assert "rowspan" in table.to_html() and "colspan" in table.to_html()
    assert marked(table.to_html()) == ["", "May", "", "count", "share", "1", "5", "0.5", "2", "6", "0.6"]


def test_a_missing_count_is_no_word():
    table = pd.DataFrame({"count": pd.array([7, None], dtype="Int64"), "share": [0.5, float("nan")]})
    assert marked(table.to_html(index=False)) == ["count", "share", "7", "0.5", "&lt;NA&gt;", "NaN"]


def test_a_page_takes_the_same_signs_for_numbers():
    [page] = re.findall(r"NUMERIC = /\^\(\?:(.*)\)\$/", (ROOT / "editions/pages/tables.js").read_text(encoding="utf-8"))
    assert page.replace(r"\u2212", "−").replace(r"\u2013", "–") == NUMERIC.pattern


def test_a_styled_table_keeps_its_style_and_two_tables_are_two():
    styled = COUNTS.style.set_uuid("t").to_html()
    assert marked(styled)[1:] == marked(COUNTS.to_html())[1:]
    assert with_numbers_marked(styled).replace(' data-is="number"', "") == styled
    assert marked(f"<p>7</p>{pd.DataFrame({'a': [1]}).to_html(index=False)}{COUNTS.to_html(index=False)}") == [
        *["a", "1"],
        *["count", "share", "1,204", "12 %", "c", "–"],
    ]


@pytest.mark.parametrize("html", ["", "<p>no table</p>", "<table></table>"])
def test_what_holds_no_cells_stays_as_it_is(html):
    assert with_numbers_marked(html) == html
