"""All attacks, from the weakest attacker to the strongest: who needs least comes first."""

from typing import Final

from lessons.release_desk.attack import Attack
from lessons.release_desk.averaging import AVERAGING
from lessons.release_desk.dominance import DOMINANCE
from lessons.release_desk.growth import GROWTH
from lessons.release_desk.insiders import INSIDERS
from lessons.release_desk.linkers import REGISTER, REVIEWS
from lessons.release_desk.membership import MEMBERSHIP
from lessons.release_desk.neighbours import SINGLING_OUT
from lessons.release_desk.single_cells import COMPANIONS, SINGLE_CELLS, TOGETHER
from lessons.release_desk.without_staff import ALL_BUT_THE_STAFF

ATTACKS: Final[tuple[Attack, ...]] = (
    SINGLE_CELLS,
    TOGETHER,
    COMPANIONS,
    AVERAGING,
    SINGLING_OUT,
    REGISTER,
    REVIEWS,
    GROWTH,
    ALL_BUT_THE_STAFF,
    MEMBERSHIP,
    DOMINANCE,
    INSIDERS,
)
"""First those who read what is printed: one release, several, with statistics, with changed counts. Then those who know
something of others: a remark, a register, reviews, who joined when, who works there, twenty titles. Last those who are
counted themselves. A person counts for the first attack that finds her."""
