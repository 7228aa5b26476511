"""The text of a function without a name, cut out of the line in which it stands (a lambda expression)."""

import ast
import inspect
from types import CodeType, FunctionType

Place = tuple[int, int]
"""A line, counted from 1, and a column, counted in bytes from 0: as the compiler counts them."""


def lambda_source(function: FunctionType) -> str:
    """Cut a function without a name out of the file or the cell in which it stands.

    Of several in one line, it is the innermost that holds all places of its own instructions (PEP 657).

    Args:
        function: made by ``lambda``.

    Raises:
        OSError, TypeError: there is no source to be had of it.

    Examples:
        >>> double, triple = lambda x: 2 * x, lambda x: 3 * x
        >>> lambda_source(triple)
        'lambda x: 3 * x'
    """
    text = "".join(inspect.findsource(function)[0])
    try:
        nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Lambda)]
    except SyntaxError:
        raise OSError("it stands in no code that can be read") from None
    first, last = _places_of(function.__code__)
    around = [node for node in nodes if _start(node.body) <= first and last <= _end(node.body)]
    if not around:
        raise OSError("it is not where its code says that it is")
    return str(ast.get_source_segment(text, max(around, key=lambda node: _start(node.body))))


def _places_of(code: CodeType) -> tuple[Place, Place]:
    """Where the instructions of a function begin and end; those that stand nowhere are left out.

    Raises:
        OSError: Python was told to forget the columns.
    """
    spans: list[tuple[Place, Place]] = []
    for line, end_line, column, end_column in code.co_positions():
        if line is not None and end_line is not None and column is not None and end_column is not None:
            spans.append(((line, column), (end_line, end_column)))
    spans = [(start, end) for start, end in spans if start != end]
    if not spans:
        raise OSError("its code does not say where it stands")
    return min(start for start, _ in spans), max(end for _, end in spans)


def _start(node: ast.expr) -> Place:
    """Where a part of the text begins."""
    return node.lineno, node.col_offset


def _end(node: ast.expr) -> Place:
    """Where a part of the text ends."""
    return int(node.end_lineno or 0), int(node.end_col_offset or 0)
