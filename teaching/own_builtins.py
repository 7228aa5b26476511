"""Python's own functions, whatever a learner has put in their place: that may not decide what is right.

Somebody who writes `builtins.sum = ...` changes `sum` for all code that runs, the reference's too (monkey patching).
"""

import builtins
from typing import Any, Final

_PRESENT: Final = vars(builtins)
_AT_IMPORT: Final = dict(_PRESENT)


class Builtins:
    """What `sum`, `len` and all others are within a `with` block; after it they are as before, whatever happened in it.

    Args:
        changes: what is put in place for the block, by name.

    Examples:
        >>> with Builtins({"sum": len}):
        ...     sum([5, 5])
        2
        >>> sum([5, 5])
        10
    """

    def __init__(self, changes: dict[str, Any]) -> None:
        """Note what is put in place, without doing it yet."""
        self.changes = changes

    def __enter__(self) -> None:
        """Put the changes in place."""
        self.before = _PRESENT.copy()
        _PRESENT.update(self.changes)

    def __exit__(self, *error: object) -> None:
        """Put back what was there before."""
        _PRESENT.update(self.before)


def own_builtins() -> Builtins:
    """Return a block in which they are Python's own, as they were when the kit was imported.

    Examples:
        >>> with Builtins({"sum": len}):
        ...     with own_builtins():
        ...         sum([5, 5])
        10
    """
    return Builtins(_AT_IMPORT)


def kept_builtins() -> Builtins:
    """Return a block that may change them; afterwards they are as before.

    Examples:
        >>> with kept_builtins():
        ...     builtins.sum = len
        >>> sum([5, 5])
        10
    """
    return Builtins({})
