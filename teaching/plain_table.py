"""A frame shown as a table for readers: without row numbers, its texts as they stand."""

import pandas as pd
from pandas.io.formats.style import Styler


def plain_table(frame: pd.DataFrame, *, decimals: int = 1) -> Styler:
    """Show the rows of a frame in a notebook; what looks like a tag in a label or a column's name is escaped.

    Args:
        frame: one row for each row that is shown; the index is not.
        decimals: how many decimals numbers have that are not whole.

    Examples:
        >>> shown = plain_table(pd.DataFrame({"film": ["Tom & <b>Jerry</b>"], "share": [0.25]}))
        >>> "Tom &amp; &lt;b&gt;Jerry" in shown.to_html(), ">0.2<" in shown.to_html()
        (True, True)
    """
    plain = frame.style.hide(axis="index").format(escape="html", precision=decimals)
    return plain.format_index(escape="html", axis="columns")
