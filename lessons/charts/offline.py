"""Charts without the internet: everything that draws them travels inside the notebook."""

import altair as alt


def draw_offline() -> None:
    """Make Altair draw charts and widgets with the copy of Vega that is installed, as SVG and without a menu.

    Call it once, at the top of a notebook; more often does no harm.

    Examples:
        >>> draw_offline()
        >>> alt.renderers.active
        'jupyter'
    """
    alt.renderers.enable("jupyter", offline=True, embed_options={"actions": False, "renderer": "svg"})
    alt.JupyterChart.enable_offline()
