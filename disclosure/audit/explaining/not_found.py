"""How far the range of a cell is proved where the audit does not use all that a release implies, in words."""

from collections.abc import Sequence
from typing import Final

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.unused import UNUSED_REPEATS
from disclosure.audit.wording import AND_UP, BOTH, listed, span

NOT_FOUND: Final = "{reasons}at most {span} is possible as far as it is proved, and perhaps less: {unused}"
ALL_OPEN: Final = "{reasons}as far as it is proved any count is possible, and perhaps not each is: {unused}"
NOT_USED: Final = "not used was {unused}"
NOT_LOOKED_AT: Final = "averaging and repeats were not looked at"


def not_found(reasons: str, low: int, high: int, unused: Sequence[str]) -> str:
    """How far the range of a cell is proved where not all was used, and what was not.

    Examples:
        >>> not_found("", 1, 4, ["that cells overlap"])[:65]
        'at most 1 to 4 is possible as far as it is proved, and perhaps le'
        >>> not_found("", 0, NO_LIMIT, ["that cells overlap"])[:47]
        'as far as it is proved any count is possible, a'
    """
    proved = AND_UP.format(low=low) if high >= NO_LIMIT else span(low, high)
    others = [each for each in unused if each != UNUSED_REPEATS]
    clauses = [NOT_USED.format(unused=listed(others))] if others else []
    clauses += [NOT_LOOKED_AT] if UNUSED_REPEATS in unused else []
    sentence = ALL_OPEN if low == 0 and high >= NO_LIMIT else NOT_FOUND
    return sentence.format(reasons=f"{reasons}{BOTH}" if reasons else "", span=proved, unused=BOTH.join(clauses))
