"""The scripts of the controls: what they share stands before each one's own."""

from pathlib import Path

HERE = Path(__file__).parent
SHARED = "elements.js"


def script(name: str) -> str:
    """Return what a browser loads for a control that stands alone: the shared part, then its own.

    Args:
        name: the file of its own, such as ``"prediction.js"``; it has a function ``render``.

    Examples:
        >>> "function element(" in script("prediction.js")
        True
    """
    return "\n".join((_text(SHARED), _text(name), "export default { render };"))


def scoped(name: str, called: str) -> str:
    """Return a control in a scope of its own, for all controls name their functions alike.

    Args:
        name: its file; it has a function ``render``, and uses the shared part.
        called: the constant that holds it, with ``render``.

    Examples:
        >>> scoped("prediction.js", "predictionControl").startswith("const predictionControl = (() => {")
        True
    """
    return f"const {called} = (() => {{\n{_text(name)}\nreturn {{ render }};\n}})();"


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
    controls = [scoped(f"{name}_control.js", f"{name}Control") for name in ("range", "choice", "table")]
    parts = [_text(SHARED), *controls, _text("explorer_extras.js"), _text("explorer.js")]
    return "\n".join(["(() => {", *parts, "return { chart: fiftyThreeCharts.render, explorer: render };", "})()"])


def _text(name: str) -> str:
    """The text of one file."""
    return (HERE / name).read_text(encoding="utf-8")
