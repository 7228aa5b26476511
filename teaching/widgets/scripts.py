"""The scripts of the controls: what they share stands before each one's own."""

from pathlib import Path

HERE = Path(__file__).parent


def script(name: str) -> str:
    """Return what a browser loads for a control: the shared part, then its own.

    Args:
        name: the file of its own, such as ``"prediction.js"``.

    Examples:
        >>> "function element(" in script("prediction.js")
        True
    """
    return "\n".join((HERE / file).read_text(encoding="utf-8") for file in ("elements.js", name))
