"""How far a long search is: a bar that shows itself only when it takes long."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeVar

Step = TypeVar("Step")

PATIENCE: Final = 5.0
"""Seconds without a bar: most repairs are there by then."""


def in_sight(steps: Sequence[Step], what: str) -> Iterator[Step]:
    """Go through some steps; after a while a bar shows how far it is. It goes when they end, also before the last one.

    Args:
        steps: what is gone through.
        what: what stands before the bar.

    Examples:
        >>> list(in_sight([1, 2], "Cells that are protected"))
        [1, 2]
    """
    bar = bar_of(what, total=len(steps))
    try:
        for step in steps:
            yield step
            bar.update()
    finally:
        take_away(bar)


def bar_of(what: str, **more: Any) -> Any:
    """A bar that appears when somebody has waited long enough; see `take_away`."""
    from tqdm.auto import tqdm

    return tqdm(desc=what, delay=PATIENCE, leave=False, **more)


def take_away(bar: Any) -> None:
    """Take a bar off the screen, wherever it stands: in a notebook, one that knows of steps to come would stay."""
    bar.total = None
    bar.close()
