"""A chart carries all it needs: no address of a server is in what the notebook stores."""

import altair as alt

from lessons.charts.offline import draw_offline


def test_charts_are_drawn_by_the_installed_vega():
    draw_offline()
    assert alt.renderers.active == "jupyter"
    assert alt.renderers.options["offline"] is True
    assert alt.JupyterChart._is_offline
