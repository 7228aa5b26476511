"""What one percentage or rate says of a cell, in words."""

from typing import Final

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.percentages import Told
from disclosure.audit.wording import AND_UP, limit, span
from disclosure.tables.count_table import PEOPLE

SHARE: Final = "{text} of {others} are {limit}"
BASE_OF_SHARE: Final = "{others} are {text} of a base that is {limit}"


def share(told: Told, unit: str = PEOPLE, *, upwards: bool | None) -> str:
    """What a percentage tells of its part, or of its base; ``upwards`` is None where it gives the count itself.

    Examples:
        >>> share(Told(3, "9.1 %", (33, 33), of_part=True), upwards=None)
        '9.1 % of 33 are 3 people'
        >>> share(Told(30, "9.1 %", (3, 3), of_part=False), upwards=False)
        '3 are 9.1 % of a base that is at least 30'
    """
    template = SHARE if told.of_part else BASE_OF_SHARE
    others = AND_UP.format(low=told.others[0]) if told.others[1] >= NO_LIMIT else span(*told.others)
    words = template.format(text=told.text, others=others, limit=limit(told.bound, upwards=upwards))
    if unit != PEOPLE or upwards is not None or not told.of_part:
        return words
    return f"{words} {'person' if told.bound == 1 else 'people'}"
