"""The source of a learner's function together with what it needs of her notebook, so that it runs elsewhere."""

import ast
import inspect
from collections.abc import Iterator
from textwrap import dedent
from types import CodeType, FunctionType, ModuleType
from typing import Any


def standing_alone(function: FunctionType) -> str:
    """Write a function down with its imports, its helpers and its constants (its free global names), itself at the end.

    Args:
        function: written in a notebook or a module.

    Raises:
        OSError, TypeError: there is no source to be had of it.

    Examples:
        >>> standing_alone(entry_of).splitlines()[0]
        'import ast as ast'
    """
    pieces: dict[str, str] = {}
    _collect(function, pieces)
    return "\n\n".join(pieces.values())


def entry_of(source: str) -> str:
    """The name under which a text of code leaves its last function: of its last `def`, or of what it assigns last.

    Raises:
        ValueError: it ends in neither, or is no code (a SyntaxError is a ValueError's cousin: it passes through).

    Examples:
        >>> entry_of("import math\\n\\ndef my_root(x):\\n    return math.sqrt(x)"), entry_of("my_root = lambda x: x")
        ('my_root', 'my_root')
    """
    match ast.parse(source).body:
        case [*_, ast.FunctionDef(name=name)] | [*_, ast.Assign(targets=[ast.Name(id=name)])]:
            return name
    raise ValueError("no function stands at the end")


def _collect(function: FunctionType, pieces: dict[str, str]) -> None:
    """Add a function's needs, then the function."""
    source = dedent(inspect.getsource(function)).strip()
    for name in (*_names_around(source), *_names_in(function.__code__)):
        if name in function.__globals__ and name not in pieces:
            _add(name, function.__globals__[name], function.__module__, pieces)
    pieces.pop(function.__name__, None)  # a function that calls itself stands once, at its place
    pieces[function.__name__] = source


def _add(name: str, value: Any, home: str, pieces: dict[str, str]) -> None:
    """Add one thing that a function names; what cannot be written down is left out, and missed when it is run."""
    if isinstance(value, ModuleType):
        pieces[name] = f"import {value.__name__} as {name}"
    elif getattr(value, "__module__", home) != home and hasattr(value, "__qualname__"):
        pieces[name] = f"from {value.__module__} import {value.__qualname__} as {name}"
    elif isinstance(value, FunctionType):
        pieces[name] = ""  # it is being written: a circle of helpers ends here
        _collect(value, pieces)
    elif isinstance(value, bool | int | float | str | list | tuple | dict | set) and _is_literal(value):
        pieces[name] = f"{name} = {value!r}"


def _is_literal(value: Any) -> bool:
    """Whether a value is read back from how Python writes it."""
    try:
        return bool(ast.literal_eval(repr(value)) == value)
    except (ValueError, SyntaxError, RecursionError):
        return False


def _names_in(code: CodeType) -> Iterator[str]:
    """All names that a piece of code looks up, those of functions within it as well."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names_in(constant)


def _names_around(source: str) -> Iterator[str]:
    """The names that are looked up where a function is defined: in annotations, defaults and decorators."""
    try:
        [function] = ast.parse(source).body
    except (SyntaxError, ValueError):  # a part of a line, where a lambda stands in it
        return
    if isinstance(function, ast.FunctionDef):
        places = [function.args, function.returns, *function.decorator_list]
        nodes = [node for place in places if place is not None for node in ast.walk(place)]
        yield from (node.id for node in nodes if isinstance(node, ast.Name))
