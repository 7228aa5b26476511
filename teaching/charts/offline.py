"""Charts without the internet: what draws them travels inside the notebook, once for all of them."""

import sys
from typing import Any, Final

# Altair imports jsonschema, and that would prepare a grammar of internationalised web addresses, for seconds in every
# kernel, to check addresses that no chart has. Where the grammar is missing, jsonschema goes without.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

import altair as alt  # noqa: E402

from teaching.charts import colours  # noqa: E402
from teaching.widgets.chart_script import carry_script, hand_out_script, loader  # noqa: E402

RENDERER: Final = "fifty-three"
"""The name by which Altair knows how this kit draws."""

OPTIONS: Final = {"actions": False, "renderer": "svg", "ast": True}
"""For vega-embed: no menu, text that is sharp at any size, and expressions read by an interpreter, without eval."""


LOOK: Final[Any] = {
    "bar": {"stroke": colours.INK, "strokeWidth": 1},
    "point": {"stroke": colours.INK, "strokeWidth": 1},
    "axis": {"labelFontSize": 13, "titleFontSize": 13},
    "axisYDiscrete": {"labelPadding": 8},
    "header": {"labelFontSize": 13, "titleFontSize": 13},
    "legend": {"labelFontSize": 13, "titleFontSize": 13},
    "text": {"fontSize": 13},
    "title": {"fontSize": 14, "subtitleFontSize": 13},
}
"""An outline for each mark, for some fills are pale on white; sizes of letters, in pixels, for a projector.

A name stands off its bar: one that ends in a number would be read as a part of it."""


class OfflineChart(alt.JupyterChart):
    """A chart in a notebook that waits for the page's one script (see `teaching.widgets.chart_script`).

    Args:
        chart: the chart.
        embed_options: see `OPTIONS`, which is taken where nothing is given.
    """

    _esm = loader("chart")

    def __init__(self, chart: alt.TopLevelSpec, embed_options: dict[str, Any] | None = None, **state: Any) -> None:
        """Listen for a page that has no script."""
        super().__init__(chart, embed_options=embed_options or OPTIONS, **state)
        self.on_msg(hand_out_script)


def draw_offline() -> None:
    """Make Altair draw charts and widgets with the copy of Vega that is installed, as SVG, readable, without a menu.

    Call it once, at the top of a notebook; more often does no harm.

    Examples:
        >>> draw_offline()
        >>> alt.renderers.active
        'fifty-three'
    """
    alt.theme.register(RENDERER, enable=True)(lambda: {"config": LOOK})
    alt.renderers.register(RENDERER, _drawn)
    alt.renderers.enable(RENDERER, embed_options=OPTIONS)
    carry_script()


def _drawn(spec: dict[str, Any], **options: Any) -> Any:
    """What Altair shows of a chart."""
    return OfflineChart(alt.Chart.from_dict(spec), embed_options=options["embed_options"])._repr_mimebundle_()
