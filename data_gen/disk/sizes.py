"""How large a world will be and how long it takes, told from one block of it."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

from data_gen.blocks import plan
from data_gen.disk.parts import Recipe, block_parts
from data_gen.knobs import Knobs
from data_gen.streams import Seed
from data_gen.viewers import BLOCK

LARGE = 2_000_000  # viewers from which on a world is not made unless that is said twice


@dataclass(frozen=True)
class Size:
    """What is to be expected: viewers, blocks, views, files, bytes on disk, and seconds of work for one process."""

    viewers: int
    blocks: int
    views: int
    files: int
    size: int
    seconds: float

    def __str__(self) -> str:
        """A few lines for a teacher."""
        return (
            f"{self.viewers:,} viewers in {self.blocks:,} blocks of {BLOCK:,}\n"
            f"about {self.views:,} views and {self.size / 1e9:,.2f} GB in {self.files:,} files\n"
            f"about {lasting(self.seconds)} in one process on this machine; two processes take about half of that"
        )


def expected_size(knobs: Knobs, seed: Seed) -> Size:
    """Make one block of a world, throw it away, and count upon all blocks being like it.

    Args:
        knobs: of the world.
        seed: of the world.
    """
    settled, recipe = plan(knobs, seed), Recipe(knobs, seed, ())
    block_parts(Recipe(Knobs(n_viewers=100, n_titles=300, stories=()), seed, ()), 0)  # warms up
    began = perf_counter()
    made = [part.file for part in block_parts(recipe, 0)]
    seconds = perf_counter() - began
    share = knobs.n_viewers / sum(file.rows for file in made if file.frame == "viewers")
    return Size(
        viewers=knobs.n_viewers,
        blocks=len(settled.blocks),
        views=round(share * sum(file.rows for file in made if file.frame == "views")),
        files=len(made) * len(settled.blocks),
        size=round(share * sum(file.size for file in made)),
        seconds=share * seconds,
    )


def lasting(seconds: float) -> str:
    """A time for people.

    Examples:
        >>> lasting(40), lasting(600), lasting(180_000)
        ('40 seconds', '10 minutes', '50 hours')
    """
    for unit, length in (("hours", 3_600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:,.0f} {unit}"
    return f"{max(1, seconds):.0f} seconds"
