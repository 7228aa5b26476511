"""What those outside the office know, each of her own part only."""

from lessons.release_desk.attack import Known
from lessons.release_desk.growth import what_colleagues_know
from lessons.release_desk.membership import titles_known
from lessons.release_desk.office import Office, once


def known_of(office: Office) -> Known:
    """What attackers know in the world of an office."""
    return once(
        office,
        "known",
        lambda: Known(
            office.world.outside,
            office.by_age,
            newcomers=what_colleagues_know(office),
            titles=titles_known(office),
        ),
    )
