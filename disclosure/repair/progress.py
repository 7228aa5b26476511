"""How far a long search is: a bar that shows itself only when it takes long."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeVar

Step = TypeVar("Step")

PATIENCE: Final = 5.0
"""Seconds without a bar: most repairs are there by then."""


def in_sight(steps: Sequence[Step], what: str) -> Iterable[Step]:
    """Go through some steps; after a while a bar shows how far it is.

    Args:
        steps: what is gone through.
        what: what stands before the bar.

    Examples:
        >>> list(in_sight([1, 2], "Cells that are protected"))
        [1, 2]
    """
    bar: Iterable[Step] = bar_of(what, total=len(steps), iterable=steps)
    return bar


def bar_of(what: str, **more: Any) -> Any:
    """A bar that appears when somebody has waited long enough, and goes when all is done."""
    from tqdm.auto import tqdm

    return tqdm(desc=what, delay=PATIENCE, leave=False, **more)
