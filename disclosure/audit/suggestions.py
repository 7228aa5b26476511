"""What the differences between two editions suggest, and do not prove: said apart from all verdicts.

Whether people joined or left between two stocks, or what was corrected, the editions do not tell. A reader may think
that nobody did: then one edition narrows the other. It is told with the thought that it rests on. Thoughts are those of
an outsider, whoever looks: somebody who is counted may know more, and know that one of them is wrong.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import EXACT, NO_VERDICT, audit
from disclosure.audit.wording import AND_UP, span
from disclosure.tables.count_table import PEOPLE
from disclosure.tables.edition_pairs import EDITION, FIRST, SECOND, Editions, Relation

SUGGESTS: Final = "suggests"
"""The role of a row that says what a difference suggests."""

SENTENCE: Final = (
    "Suggested, and not proved: if {thought}, it would be {span}; the editions do not tell whether that is so."
)
NOBODY_LEFT: Final = "nobody had left and nothing been corrected"
NOBODY_JOINED: Final = "nobody had joined and nothing been corrected"
SAME_PEOPLE: Final = "both editions counted the same people"

Place = tuple[str, ...]
Ends = tuple[float, float]
DIGITS: Final = 6
"""Ends of weighted counts that differ only beyond so many places are the same."""


@dataclass(frozen=True)
class Thought:
    """Something that a reader may take for true, and how far each cell would then be narrowed.

    Args:
        words: the thought.
        ranges: the smallest and largest count by the labels of a cell and the name of its edition.
    """

    words: str
    ranges: dict[Place, Ends]


def suggested(editions: Editions, frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each cell that some thought narrows, and that is not exact anyway.

    Args:
        editions: two editions that tell nothing of each other.
        frame: what is found in each by itself, with a column ``edition``.

    Returns:
        Rows with the columns of the frame. ``role`` is `SUGGESTS`, there is no verdict and no range: the numbers stand
        in ``why`` alone.

    Examples:
        >>> from disclosure.rules import Rule
        >>> from disclosure.tables.count_table import CountTable
        >>> cells = pd.DataFrame({"film": ["A", "B", "total"], "count": pd.array([None, 9, None], "Int64")})
        >>> second = cells.assign(count=[7, 9, 16], mark="")
        >>> first = CountTable(cells.assign(mark=["c", "", "c"]), ("film",), Rule(5, complementary_mark="c"))
        >>> pair = Editions(first, CountTable(second, ("film",), Rule(5)), "stocks")
        >>> found = audit(first, Outsider()).assign(edition="first")
        >>> suggested(pair, found)["why"].iloc[0]
        'Suggested, and not proved: if both editions counted the same people, it would be 7; ...'
    """
    by, thoughts = list(editions.first.by), list(_thoughts(editions))
    rows = [{**row, **_row(best)} for row in frame.to_dict("records") if (best := _best(row, by, thoughts))]
    notes = pd.DataFrame(rows, columns=frame.columns)
    return notes.astype({"low": "Int64", "high": "Int64"})


def _thoughts(editions: Editions) -> Iterator[Thought]:
    """What a reader may think, the weaker thoughts first; none that the print contradicts."""
    both = dict.fromkeys((FIRST, SECOND), "")
    names = {FIRST: FIRST, SECOND: SECOND}
    ways: list[tuple[str, Relation, dict[str, str]]] = [
        (NOBODY_LEFT, "nested", names),
        (NOBODY_JOINED, "nested", {FIRST: SECOND, SECOND: FIRST}),
        (SAME_PEOPLE, "same_people", both),
    ]
    for words, relation, called in ways:
        if relation == "nested" and editions.first.persons and editions.first.unit != PEOPLE:
            continue  # of people behind events, a newcomer's event may be somebody's who was there before
        turned = called[FIRST] == SECOND
        first, second = (editions.second, editions.first) if turned else (editions.first, editions.second)
        try:
            found = audit(
                Editions(first, second, relation).as_linked(), Outsider(), why=False, nothing_to_subtract=True
            )
        except ContradictionError:
            continue
        yield Thought(words, dict(_ranges(found, list(first.by), called)))


def _ranges(found: pd.DataFrame, by: list[str], called: dict[str, str]) -> Iterator[tuple[Place, Ends]]:
    """The range of each cell by its labels and the name of its edition."""
    for row in found.to_dict("records"):
        for name, other in called.items():
            if row.get(EDITION, "") == other:
                yield (*(row[each] for each in by), name), _ends(row)


def _ends(row: Mapping[Hashable, Any]) -> Ends:
    """From where to where a count can be; a weighted one is no whole number."""
    low, high = (round(row[end], DIGITS) if pd.notna(row[end]) else float("inf") for end in ("low", "high"))
    return low, high


def _best(row: Mapping[Hashable, Any], by: list[str], thoughts: list[Thought]) -> tuple[str, Ends] | None:
    """The thought that narrows a cell most, the weakest of several; None if none does."""
    own = _ends(row)
    if row["verdict"] in (EXACT, NO_VERDICT):
        return None
    place = (*(row[name] for name in by), row[EDITION])
    ends = [(thought.words, thought.ranges.get(place, own)) for thought in thoughts]
    narrower = [(words, (max(own[0], low), min(own[1], high))) for words, (low, high) in ends]
    fitting = [(words, both) for words, both in narrower if both != own and both[0] <= both[1]]
    return min(fitting, key=lambda one: one[1][1] - one[1][0], default=None)


def _row(best: tuple[str, Ends]) -> dict[str, Any]:
    """What replaces the verdict and the range of a cell."""
    words, (low, high) = best
    numbers = AND_UP.format(low=_written(low)) if high == float("inf") else span(_written(low), _written(high))
    told = SENTENCE.format(thought=words, span=numbers)
    return {"role": SUGGESTS, "low": pd.NA, "high": pd.NA, "verdict": NO_VERDICT, "why": told}


def _written(end: float) -> str:
    """One end of a range: a whole number as such."""
    return f"{end:.11g}" if end % 1 else str(int(end))
