"""Charts without the internet: everything that draws them travels inside the notebook."""

import os
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

# Altair imports jsonschema, and that would prepare a grammar of internationalised web addresses, for seconds in every
# kernel, to check addresses that no chart has. Where the grammar is missing, jsonschema goes without.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

import altair as alt  # noqa: E402


def draw_offline() -> None:
    """Make Altair draw charts and widgets with the copy of Vega that is installed, as SVG and without a menu.

    Call it once, at the top of a notebook; more often does no harm.

    Examples:
        >>> draw_offline()
        >>> alt.renderers.active
        'jupyter'
    """
    alt.renderers.enable("jupyter", offline=True, embed_options={"actions": False, "renderer": "svg"})
    if alt.JupyterChart._is_offline:
        return
    try:
        alt.JupyterChart._esm = kept_script().read_text(encoding="utf-8")
        alt.JupyterChart._is_offline = True
    except OSError:
        alt.JupyterChart.enable_offline()
        _keep(alt.JupyterChart._esm)


def kept_script() -> Path:
    """Where this Python environment keeps the script that draws charts.

    Altair puts the script together anew in every kernel, which takes seconds. It depends on nothing but two versions.

    Examples:
        >>> kept_script().suffix
        '.js'
    """
    name = f"charts-{version('altair')}-{version('vl-convert-python')}.js"
    return Path(sys.prefix, "share", "fifty-three", name)


def _keep(script: str) -> None:
    """Keep the script, whole or not at all; where an environment may not be written to, it is made anew next time."""
    kept = kept_script()
    unfinished = kept.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            unfinished.write_text(script, encoding="utf-8", newline="")
            unfinished.replace(kept)
        finally:
            unfinished.unlink(missing_ok=True)
