"""The source of a learner's function together with what it needs of her notebook, so that it runs elsewhere.

Whatever she may hand to a check is written down so: a function with a name or without one, one that has some of its
arguments already (`functools.partial`), or one of Python's own. What cannot be written down whole is refused: it
would be right in her notebook, and wrong elsewhere.
"""

import ast
import dis
import inspect
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from textwrap import dedent
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final

import numpy as np

from teaching.lambda_source import lambda_source

NAMELESS: Final = "<lambda>"
LOOKED_UP: Final = ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_DEREF", "LOAD_CLASSDEREF", "LOAD_FROM_DICT_OR_GLOBALS")
"""How an instruction looks a name up outside the function, or in the one around it."""

UNREAD: Final = "from __future__ import annotations"
"""It stands at the top where a function has annotations: they need not be there elsewhere, for nobody reads them."""

Pieces = dict[str, str]
"""Name -> the code that defines it, in an order in which it runs."""


def standing_alone(answer: Callable[..., Any]) -> str:
    """Write a function down with its imports, its helpers and its constants (its free names), itself at the end.

    Args:
        answer: written in a notebook or a module, or whatever else can be called.

    Raises:
        OSError, TypeError: it, or something that it needs, cannot be written down.

    Examples:
        >>> standing_alone(entry_of).splitlines()[:3]
        ['from __future__ import annotations', '', 'import ast as ast']
        >>> print(standing_alone(partial(sorted, reverse=True)))
        from functools import partial as partial
        <BLANKLINE>
        from builtins import sorted as sorted
        <BLANKLINE>
        answer = partial(sorted, reverse=True)
    """
    pieces: Pieces = {}
    inner = inspect.unwrap(answer)
    home = inner.__module__ if isinstance(inner, FunctionType) else "__main__"
    written = _expression(answer, home, pieces)
    if isinstance(_last_of(pieces.get(written, "")), ast.FunctionDef):
        pieces[written] = pieces.pop(written)
    else:
        name = next(name for name in ("answer", "my_answer", "the_answer") if name not in pieces)
        pieces[name] = f"{name} = {written}"
    first = [pieces.pop(name) for name in list(pieces) if pieces[name] == UNREAD]
    return "\n\n".join([*first, *pieces.values()])


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


def _last_of(source: str) -> ast.AST | None:
    """The last statement of a text of code.

    Raises:
        OSError: it is none, or only a part of some.
    """
    try:
        return next(reversed(ast.parse(source).body), None)
    except SyntaxError:
        raise OSError("it stands in no code that can be read") from None


def _expression(value: Any, home: str, pieces: Pieces) -> str:
    """Write one value as an expression; what that needs becomes pieces.

    Raises:
        OSError, TypeError: it cannot be written down.
    """
    if isinstance(value, partial):
        _add("partial", partial, home, pieces)
        given = [_expression(each, home, pieces) for each in (value.func, *value.args)]
        named = [f"{name}={_expression(each, home, pieces)}" for name, each in value.keywords.items()]
        return f"partial({', '.join([*given, *named])})"
    if _is_imported(value, home):
        _add(value.__name__, value, home, pieces)
        return str(value.__name__)
    inner = inspect.unwrap(value) if callable(value) else value
    if isinstance(inner, FunctionType):
        return _function(inner, pieces, wrapped=inner is not value)
    return _literal(value)


def _function(function: FunctionType, pieces: Pieces, *, wrapped: bool) -> str:
    """Write a function down: one with a name becomes a piece, and its name stands for it."""
    if function.__name__ == NAMELESS and not wrapped:
        source = lambda_source(function)
        _add_all(_names_of(function, source), function, pieces)
        return source
    source = dedent(inspect.getsource(function)).strip()
    decorated = bool(getattr(_last_of(source), "decorator_list", ()))
    if decorated != wrapped:  # written down, it would be more than it is here, or less
        raise TypeError(f"{function.__name__} is wrapped in something that its source does not show")
    _add_all(_names_of(function, source), function, pieces)
    if function.__annotations__:
        pieces["annotations"] = UNREAD
    pieces.pop(function.__name__, None)  # a function that calls itself stands once, at its place
    pieces[function.__name__] = source
    return function.__name__


def _add_all(names: Iterator[str], function: FunctionType, pieces: Pieces) -> None:
    """Add all that a function looks up by name."""
    known = {**function.__globals__, **inspect.getclosurevars(function).nonlocals}
    for name in names:
        if name in known and name not in pieces:
            _add(name, known[name], function.__module__, pieces)


def _add(name: str, value: Any, home: str, pieces: Pieces) -> None:
    """Add one thing that a function names.

    Raises:
        OSError, TypeError: it cannot be written down, and would be missed where the function runs.
    """
    if isinstance(value, ModuleType):
        pieces[name] = f"import {value.__name__} as {name}"
    elif _is_imported(value, home):
        pieces[name] = f"from {value.__module__} import {value.__qualname__} as {name}"
    else:
        pieces[name] = ""  # it is being written: a circle of helpers ends here
        written = _expression(value, home, pieces)
        if written != name:
            pieces.pop(name)
            pieces[name] = f"{name} = {written}"


def _is_imported(value: Any, home: str) -> bool:
    """Whether a thing is had by its name from a module: what a notebook defines is not, nor a function of its own."""
    module, name = getattr(value, "__module__", None), getattr(value, "__qualname__", None)
    own = module == "__main__" or (module == home and isinstance(value, FunctionType))
    if own or not (isinstance(module, str) and isinstance(name, str) and name.isidentifier()):
        return False
    try:
        return getattr(import_module(module), name) is value
    except (ImportError, AttributeError):
        return False


def _literal(value: Any) -> str:
    """Write a value as Python does, if it can be read back from that.

    Raises:
        TypeError: it cannot.
    """
    plain = value.item() if isinstance(value, np.generic) else value
    try:
        if bool(ast.literal_eval(repr(plain)) == plain):
            return repr(plain)
    except (ValueError, SyntaxError, RecursionError):
        pass
    raise TypeError(f"a value of the type {type(value).__name__} cannot be written down")


def _names_of(function: FunctionType, source: str) -> Iterator[str]:
    """All names that a function looks up where it is defined and where it is run."""
    yield from _names_around(source)
    yield from _names_in(function.__code__)


def _names_in(code: CodeType) -> Iterator[str]:
    """All names that a piece of code looks up, those of functions within it as well."""
    yield from (step.argval for step in dis.get_instructions(code) if step.opname in LOOKED_UP)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names_in(constant)


def _names_around(source: str) -> Iterator[str]:
    """The names that are looked up where a function is defined: in defaults and decorators."""
    match _last_of(source):
        case ast.FunctionDef(args=args, decorator_list=decorators):
            places = [*args.defaults, *args.kw_defaults, *decorators]
        case ast.Expr(value=ast.Lambda(args=args)):
            places = [*args.defaults, *args.kw_defaults]
        case _:
            places = []
    nodes = [node for place in places if place is not None for node in ast.walk(place)]
    yield from (node.id for node in nodes if isinstance(node, ast.Name))
