import pandas as pd

from teaching.plain_table import plain_table

FRAME = pd.DataFrame({"<i>film": ["A <b>b</b>", "C"], "share": [0.25, 0.5]}, ["<u>x", "y"])


def test_labels_and_names_are_escaped_and_the_index_is_not_shown():
    html = plain_table(FRAME).to_html()
    assert "A &lt;b&gt;b" in html and "&lt;i&gt;film" in html
    assert "<b>" not in html and "<i>" not in html and "<u>" not in html and ">y<" not in html


def test_numbers_have_as_many_decimals_as_asked_for():
    assert [f">{number}<" in plain_table(FRAME, decimals=2).to_html() for number in ("0.25", "0.50")] == [True, True]
