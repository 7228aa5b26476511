"""All attacks, from the weakest attacker to the strongest: who needs least comes first."""

from typing import Final

from lessons.release_desk.attack import Attack
from lessons.release_desk.neighbours import SINGLING_OUT
from lessons.release_desk.single_cells import COMPANIONS, SINGLE_CELLS, TOGETHER

ATTACKS: Final[tuple[Attack, ...]] = (SINGLING_OUT, SINGLE_CELLS, TOGETHER, COMPANIONS)
"""A reader before somebody who is counted herself, and she before several; one release before several, and before one
with statistics beside its counts or one with earlier editions. A person counts for the first attack that finds her."""
