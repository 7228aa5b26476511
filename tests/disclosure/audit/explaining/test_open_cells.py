import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.protection import UnreachableError
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables

TWO_MARKS = Rule(4, zeros="may be hidden", mark="c", complementary_mark="x")
"""A complementary cell is 0, or 4 and more."""


def films(counts: list[int | None], marks: list[str], rule: Rule | None, **more: int) -> CountTable:
    """One line of films and their total."""
    cells = pd.DataFrame({"film": [*"ABC"[: len(counts) - 1], TOTAL], "count": counts, "mark": marks})
    return CountTable(cells, ("film",), rule, **more)


def told(table: CountTable) -> dict[str, tuple[str, str]]:
    """The verdict on each cell, and why."""
    frame = audit(table, Outsider(), nothing_to_subtract=True)
    return dict(zip(frame["target"], zip(frame["verdict"], frame["why"], strict=True), strict=True))


def test_a_cell_with_an_impossible_number_between_its_ends_is_not_open() -> None:
    """C is 0 and A and B are 3 each, or C is 4 and they are 1 each: never 2."""
    found = told(films([None, None, None, 6], ["c", "c", "x", ""], TWO_MARKS))
    assert found["A"] == (
        "narrowed",
        "Fewer and more are possible, but not 2: no whole numbers fit the lines of the grand total by film then.",
    )
    assert found["B"][0] == "narrowed"


def test_what_the_rule_itself_leaves_out_is_said_of_an_open_cell() -> None:
    assert told(films([0, 5, 5], ["", "", ""], Rule(2), base=5))["A"] == (
        "open",
        "Nothing printed narrows it: 0 and 2 are possible.",
    )


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_the_whole_range_is_promised_number_by_number(method: str) -> None:
    """With D of 4 hidden as well, A and B may be 2; without it, no zero may cover them."""
    defence = SuppressComplementary(
        4, "whole range", method, zeros="may be hidden", complementary_mark="x", must_print=((TOTAL,),)
    )
    with pytest.raises(UnreachableError, match=r"it is known to be 1 to 3\. Fewer and more are possible, but not 2"):
        defence(films([3, 3, 0, 6], [""] * 4, None))
    cells = pd.DataFrame({"film": [*"ABCD", TOTAL], "count": [3, 3, 0, 4, 10], "mark": ""})
    release = defence(CountTable(cells, ("film",)))
    assert release.cells["mark"].tolist() == ["c", "c", "", "x", ""]
    assert audit(release, Outsider())["verdict"][:2].tolist() == ["open", "open"]


def test_of_a_range_of_more_than_64_counts_no_more_is_said_than_of_its_ends() -> None:
    """A is 1 or 65, and nothing between: that nothing printed narrows it was not true."""
    rule = Rule(66, zeros="may be hidden", mark="c", complementary_mark="x")
    films = CountTable(pd.DataFrame({"film": ["A", "B"], "count": pd.NA, "mark": ["c", "x"]}), ("film",), rule)
    everybody = CountTable(pd.DataFrame({"region": [TOTAL], "count": [66]}), ("region",), base=3)
    first = audit(LinkedTables((films, everybody)), Outsider()).iloc[0]
    assert first["why"] == "Nothing printed narrows its ends: it may be as small as 1 and as large as 65."


def test_that_there_is_no_room_for_a_cell_that_covers_others_is_said() -> None:
    """By its mark A may be 3 and more as well; the 2 that are left in the total exclude that."""
    rule = Rule(3, zeros="hidden", mark="*", complementary_mark="*")
    cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [None, 5, 7], "mark": ["*", "", ""]})
    table = CountTable(cells, ("film",), rule, not_covered={"film": "unknown"})
    assert told(table)["A"] == (
        "open",
        "Nothing printed narrows what the rule hides: every number from 0 to 2 is possible; for a larger one, hidden "
        "to cover others, there is no room.",
    )
