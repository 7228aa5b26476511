"""How the cells of a table that is switched or read in a page can look (see `table_control.js`)."""

from typing import Final

from teaching.charts import colours

LOOKS: Final = {
    "printed": {"fill": colours.QUIET, "ink": colours.INK},
    "exact": {"fill": colours.FOUND, "ink": "#000000"},
    "narrowed": {"fill": colours.NARROWED, "ink": colours.INK},
    "open": {"fill": colours.HIDDEN, "ink": "#ffffff"},
    "complementary": {"fill": "#c9d3da", "ink": colours.INK},
}
"""Each also carries a text of its own: colour is never the only sign."""
