"""The same charts as pages of their own: opened from a file, with the network off, their bound slider moved by key."""

import pandas as pd

from disclosure.tables.count_table import count_table
from lessons.differencing.chart import differencing_chart
from lessons.suppression.chart import suppression_chart
from lessons.suppression.sweep import cell_states, count_states, learnt_by_setting
from teaching.charts import colours
from tests.browser.example import counts, threshold_chart
from tests.browser.pictures import picture, wait_for_another_picture
from tests.browser.saved_page import open_saved


def test_a_saved_chart_follows_its_slider_without_network_or_kernel(tmp_path, open_page):
    chart = threshold_chart(counts(), bound=True)
    chart.save(tmp_path / "chart.html", inline=True, embed_options={"renderer": "svg", "actions": False})
    saved = open_saved(open_page, tmp_path / "chart.html")
    assert saved.marks_by_colour() == {"#08519c": 920, "#c6dbef": 80}
    saved.press("ArrowRight")
    assert saved.marks_by_colour() == {"#08519c": 892, "#c6dbef": 108}
    saved.press("End")
    assert saved.marks_by_colour() == {"#08519c": 187, "#c6dbef": 813}
    saved.check()


def test_the_table_of_lesson_02_hides_and_finds_without_a_kernel(tmp_path, open_page):
    """Counts 4 and 20, 20 and 20: at k = 3 all are printed; at k = 5 the first is hidden, and its row gives it back."""
    people = pd.DataFrame(
        {"title": ["A"] * 24 + ["B"] * 40, "region": ["n"] * 4 + ["s"] * 20 + ["n"] * 20 + ["s"] * 20}
    )
    table = count_table(people, by=("title", "region"))
    learnt = learnt_by_setting(table, range(3, 6))
    chart = suppression_chart(count_states(table, learnt), cell_states(table, learnt), bound=True)
    chart.save(tmp_path / "table.html", inline=True, embed_options={"renderer": "svg", "actions": False})
    saved = open_saved(open_page, tmp_path / "table.html")
    assert saved.marks_by_colour() == {colours.QUIET: 9}
    saved.press("End")
    assert saved.marks_by_colour() == {colours.QUIET: 8, colours.FOUND: 1}
    assert "With k = 5, 1 of 4 cells are hidden" in saved.chart.text_content()
    saved.check()
    totals = saved.notebook.page.get_by_label("Totals")
    before = picture(saved.chart)
    totals.press("ArrowDown")
    wait_for_another_picture(saved.chart, before)
    assert saved.marks_by_colour() == {colours.QUIET: 3, colours.HIDDEN: 1, "white": 5}
    assert "1 stay open" in saved.chart.text_content()
    saved.check()


def test_the_differences_of_lesson_03_light_up_and_are_hidden_without_a_kernel(tmp_path, open_page):
    """From 4 to 5, 9 to 9, and 20 to 26: at k = 3 the first lights up; at k = 5 it is hidden in the first release."""
    cells = pd.DataFrame(
        {"genre": list("ABC"), "region": "north", "cell": list("ABC"), "counts": [[4, 5], [9, 9], [20, 26]]}
    )
    curves = pd.DataFrame({"rhythm": "weekly", "strength": [3, 4, 5], "alone": [3, 2, 1]})
    chart = differencing_chart(cells, curves, ["last", "this"], larger=1, smaller=0, bound=True)
    chart.save(tmp_path / "differences.html", inline=True, embed_options={"renderer": "svg", "actions": False})
    saved = open_saved(open_page, tmp_path / "differences.html")
    assert saved.marks_by_colour() == {colours.FOUND: 1, colours.QUIET: 1, colours.BLIND: 1}
    saved.press("End")
    assert saved.marks_by_colour() == {colours.HIDDEN: 1, colours.QUIET: 1, colours.BLIND: 1}
    saved.check()
