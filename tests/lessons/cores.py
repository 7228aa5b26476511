"""The core of a lesson: what stands outside the parts "For those who go on"."""

import re
from collections.abc import Sequence
from typing import Any

GO_ON = "For those who go on"
HEADING = re.compile(r"^## (.*?)(?: · (\d+) min)?$", re.MULTILINE)


def core_places(cells: Sequence[Any]) -> list[int]:
    """Where the cells of the core stand, up to its asserts: all but the last code cell that is no part of the rest.

    Args:
        cells: of the notebook.

    Examples:
        >>> headings = ["## One person", "## For those who go on", "## The end"]
        >>> one, more, end = ({"cell_type": "markdown", "source": heading} for heading in headings)
        >>> code = {"cell_type": "code", "source": "1 + 2"}
        >>> core_places([one, code, more, code, end, code, code])
        [0, 1, 4, 5]
    """
    core, inside = [], True
    for place, cell in enumerate(cells):
        headings = HEADING.findall(cell["source"]) if cell["cell_type"] == "markdown" else []
        inside = not headings[-1][0].startswith(GO_ON) if headings else inside
        if inside:
            core.append(place)
    last = max(place for place in core if cells[place]["cell_type"] == "code")
    return [place for place in core if place < last]
