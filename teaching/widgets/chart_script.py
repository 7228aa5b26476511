"""One script for all charts and explorers of a page: where it comes from, who carries it, and who waits for it."""

import json
import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import anywidget
import ipywidgets as widgets
import traitlets

from teaching.strings import controls as strings
from teaching.widgets.scripts import HERE, one_script

NAMED: Final = "const fiftyThreeCharts = { vegaEmbed, render };"
"""What Altair's own script is given at its end, in place of its export."""


def loader(part: str) -> str:
    """Return the few lines that a browser loads for each chart or explorer: they wait for the one script of the page.

    Args:
        part: what of the script draws it: ``"chart"``, ``"explorer"`` or ``"hand_repair"``.

    Examples:
        >>> len(loader("chart")) < 2000, version_of_script() in loader("chart")
        (True, True)
    """
    text = (HERE / "loader.js").read_text(encoding="utf-8")
    for name, value in {"VERSION": version_of_script(), "PART": part, "MISSING": strings.NO_SCRIPT}.items():
        text = text.replace(name, json.dumps(value))
    return text


@cache
def version_of_script() -> str:
    """Name the script by all that it is made of, so that pages never mix two.

    Examples:
        >>> len(version_of_script())
        12
    """
    made_of = (one_script(NAMED), version("altair"), version("vl-convert-python"))
    return sha256("\n".join(made_of).encode()).hexdigest()[:12]


@cache
def chart_script() -> str:
    """Return the script: the licences of Vega and its kin, these as they are installed, then the kit's own."""
    licences = (HERE / "licences_of_charts.txt").read_text(encoding="utf-8")
    return f"/*!\n{licences}*/\n{one_script(_drawing())}"


def kept_script() -> Path:
    """Where this Python environment keeps Vega's part of the script.

    It is put together anew only for another version of Altair or vl-convert, for that takes seconds.

    Examples:
        >>> kept_script().suffix
        '.js'
    """
    name = f"vega-{version('altair')}-{version('vl-convert-python')}.js"
    return Path(sys.prefix, "share", "fifty-three", name)


def _drawing() -> str:
    """Vega's part, kept or made."""
    with suppress(OSError):
        return kept_script().read_text(encoding="utf-8")
    made = _bundled()
    _keep(made)
    return made


def _bundled() -> str:
    """Altair's script for a chart in a notebook, with all that it imports."""
    import vl_convert
    from altair.jupyter.jupyter_chart import load_js_src
    from altair.utils._importers import vl_version_for_vl_convert

    own = [line for line in load_js_src().splitlines() if not line.startswith(("import ", "export default"))]
    bundle: str = vl_convert.javascript_bundle("\n".join([*own, NAMED, "export { fiftyThreeCharts };"]),
                                               vl_version=vl_version_for_vl_convert())  # fmt: skip
    return bundle


def _keep(made: str) -> None:
    """Keep it, whole or not at all; where an environment may not be written to, it is made anew next time."""
    kept = kept_script()
    unfinished = kept.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            unfinished.write_text(made, encoding="utf-8", newline="")
            unfinished.replace(kept)
        finally:
            unfinished.unlink(missing_ok=True)


class ChartScript(anywidget.AnyWidget):
    """The carrier: it brings the script to the page, and is never seen.

    Examples:
        >>> "vega" in ChartScript().script
        True
    """

    _esm = loader("nothing")

    script = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        """Take the script along."""
        super().__init__(script=chart_script())


@cache
def carry_script() -> ChartScript:
    """Bring the script to the page, once per kernel: as soon as a notebook is about to draw."""
    return ChartScript()


def hand_out_script(widget: widgets.Widget, message: Any, _: Any) -> None:
    """Answer a page that has no script: it was loaded anew, or is a second one.

    Args:
        widget: whose page asks.
        message: what it asks; anything but ``{"ask": "script"}`` is not meant for this function.
    """
    if message == {"ask": "script"}:
        widget.send({"script": chart_script()})
