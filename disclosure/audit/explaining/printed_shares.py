"""What one percentage or rate says of a cell, in words.

It is printed rounded: 18 % of 40 would be 7.2. So the sentence says of which counts it is what is printed.
"""

from typing import Final

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.percentages import Told
from disclosure.audit.wording import AND_UP, limit, span
from disclosure.tables.count_table import PEOPLE

ONLY: Final = "only {count} of {others} {verb} printed as {text}"
SHARE: Final = "what is printed as {text} of {others} is {limit}"
BASE_OF_SHARE: Final = "{others} are printed as {text} of a base that is {limit}"


def share(told: Told, unit: str = PEOPLE, *, upwards: bool | None) -> str:
    """What a percentage tells of its part, or of its base; ``upwards`` is None where it gives the count itself.

    Examples:
        >>> share(Told(3, "9.1 %", (33, 33), of_part=True), upwards=None)
        'only 3 of 33 people are printed as 9.1 %'
        >>> share(Told(30, "9.1 %", (3, 3), of_part=False), upwards=False)
        '3 are printed as 9.1 % of a base that is at least 30'
    """
    others = AND_UP.format(low=told.others[0]) if told.others[1] >= NO_LIMIT else span(*told.others)
    if told.of_part and upwards is None:
        counted = f"{others} {PEOPLE}" if unit == PEOPLE else others
        verb = "is" if told.bound == 1 else "are"
        return ONLY.format(count=told.bound, others=counted, verb=verb, text=told.text)
    template = SHARE if told.of_part else BASE_OF_SHARE
    return template.format(text=told.text, others=others, limit=limit(told.bound, upwards=upwards))
