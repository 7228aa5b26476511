"""A value as somebody has written it: numbers, texts, lists, and plans of the kit. Nothing that was written is run."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from importlib import import_module
from typing import Any, Final

LONGEST: Final = 20_000
"""Letters of a value at most."""

PLAIN: Final[dict[str, Callable[..., Any]]] = {"set": set, "frozenset": frozenset}
DOORS: Final = ("disclosure.defences", "disclosure.records")
"""Where plans come from, beside the lesson's own modules."""


class UnreadableError(ValueError):
    """It is no value that can be read."""


def read_value(text: str, lesson: str) -> Any:
    """Read a value.

    Args:
        text: as Python writes it (its ``repr``).
        lesson: whose plans it may be made of: the frozen values that the lesson and the library define.

    Raises:
        UnreadableError: it is something else, or a plan refuses what it is given.

    Examples:
        >>> read_value("[('north', -3), {'k': 5}]", "suppression")
        [('north', -3), {'k': 5}]
        >>> read_value("Plan(threshold=5)", "suppression").threshold
        5
        >>> read_value("open('a file')", "suppression")
        Traceback (most recent call last):
        editions.results.values.UnreadableError: 'open' is no plan of this lesson
    """
    if len(text) > LONGEST:
        raise UnreadableError("it is longer than any answer")
    try:
        return _value(ast.parse(text, mode="eval").body, _plans(lesson))
    except UnreadableError:
        raise
    except (SyntaxError, RecursionError, MemoryError):
        raise UnreadableError("it is no value") from None
    except (ValueError, TypeError) as refusal:
        raise UnreadableError(f"it is refused: {refusal}") from None


def _plans(lesson: str) -> Mapping[str, Callable[..., Any]]:
    """All that may be called, by name."""
    modules = [*DOORS, f"lessons.{lesson}", f"lessons.{lesson}.exercises"]
    found = {name: each for module in modules for name, each in vars(import_module(module)).items()}
    return PLAIN | {name: each for name, each in found.items() if isinstance(each, type) and is_dataclass(each)}


def _value(node: ast.expr, plans: Mapping[str, Callable[..., Any]]) -> Any:
    """The value of one part of a text."""

    def each(nodes: list[Any]) -> list[Any]:
        return [_value(one, plans) for one in nodes]

    match node:
        case ast.Constant(value=value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return -number
        case ast.List(elts=parts):
            return each(parts)
        case ast.Tuple(elts=parts):
            return tuple(each(parts))
        case ast.Set(elts=parts):
            return set(each(parts))
        case ast.Dict(keys=keys, values=values) if None not in keys:
            return dict(zip(each(keys), each(values), strict=True))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords):
            if name not in plans:
                raise UnreadableError(f"{name!r} is no plan of this lesson")
            named = {str(word.arg): _value(word.value, plans) for word in keywords}
            return plans[name](*each(args), **named)
    raise UnreadableError("it is more than a value")
