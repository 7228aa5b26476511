"""Running one cell of a hand-in: what fails in it stays in it."""

import ast
from typing import Any

MAGIC = ("%", "!")


def run_cell(source: str, names: dict[str, Any]) -> str:
    """Run a cell as a notebook would, but for its magic lines.

    Args:
        source: its code.
        names: what earlier cells have defined; what this one defines is added.

    Returns:
        What went wrong, such as ``"SyntaxError"``; nothing where all went well.

    Examples:
        >>> names = {}
        >>> run_cell("%matplotlib inline\\nx = 1", names), names["x"], run_cell("x = = 1", names)
        ('', 1, 'SyntaxError')
    """
    kept = [line for line in source.splitlines() if not line.lstrip().startswith(MAGIC)]
    try:
        exec(compile(ast.parse("\n".join(kept)), "your notebook", "exec"), names)
    except BaseException as error:  # whatever a student's cell raises concerns this cell alone, SystemExit too
        return type(error).__name__
    return ""
