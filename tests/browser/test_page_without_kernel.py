"""The same charts as pages of their own: opened from a file, with the network off, their bound slider moved by key."""

from tests.browser.example import counts, threshold_chart
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
