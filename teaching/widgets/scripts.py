"""The scripts of the controls: what they share stands before each one's own."""

from pathlib import Path

import disclosure

HERE = Path(__file__).parent
SHARED = "elements.js"
MOVING = str(Path(disclosure.__file__).parent / "own_table" / "page" / "moving.js")
"""How keys lead through a table: shared with the page of one's own table."""


def script(name: str) -> str:
    """Return what a browser loads for a control that stands alone: the shared part, then its own.

    Args:
        name: the file of its own, such as ``"prediction.js"``; it has a function ``render``.

    Examples:
        >>> "function element(" in script("prediction.js")
        True
    """
    return "\n".join((_text(SHARED), _text(name), "export default { render };"))


def scoped(name: str, called: str, *before: str) -> str:
    """Return a control in a scope of its own, for all controls name their functions alike.

    Args:
        name: its file; it has a function ``render``, and uses the shared part.
        called: the constant that holds it, with ``render``.
        before: files that it builds on, and nobody else.

    Examples:
        >>> scoped("prediction.js", "predictionControl").startswith("const predictionControl = (() => {")
        True
    """
    text = "\n".join(map(_text, (*before, name)))
    return f"const {called} = (() => {{\n{text}\nreturn {{ render }};\n}})();"


def one_script(drawing: str) -> str:
    """Return what a page loads once for all charts and explorers (an ES module that exports ``kit``).

    Args:
        drawing: a module that draws charts, and names what the explorer needs ``fiftyThreeCharts``: ``vegaEmbed``
            and ``render``.

    Examples:
        >>> one_script("const fiftyThreeCharts = {};").startswith("const fiftyThreeCharts = {};")
        True
    """
    return f"{drawing}\nexport const kit = {_kit()};"


def _kit() -> str:
    """The controls and the explorer, each in a scope of its own, for their functions have the same names."""
    controls = [scoped(f"{name}_control.js", f"{name}Control") for name in ("range", "choice", "button")]
    controls.append(scoped("table_control.js", "tableControl", MOVING))
    repair = scoped("hand_repair.js", "handRepair", "small_audit.js", "small_audit_reasons.js")
    parts = [_text(SHARED), *controls, _text("explorer_extras.js"), repair, _text("explorer.js")]
    doors = "return { chart: fiftyThreeCharts.render, explorer: render, hand_repair: handRepair.render };"
    return "\n".join(["(() => {", *parts, doors, "})()"])


def styles(*names: str) -> str:
    """Return what several controls look like, as one style sheet.

    Args:
        names: the files, such as ``"table_control"``.

    Examples:
        >>> ".ft-table" in styles("table_control", "button_control")
        True
    """
    return "\n".join(_text(f"{name}.css") for name in names)


def _text(name: str) -> str:
    """The text of one file."""
    return (HERE / name).read_text(encoding="utf-8")
