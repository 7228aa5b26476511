"""Lines that do not cover everybody: without a word of it, the audit would give false exact counts."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.disclosure import group_disclosure
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit import fuzz_percentages

UNKNOWN = {"district": "district unknown"}


def districts(counts: list[int | None], **more: object) -> CountTable:
    cells = pd.DataFrame({"district": ["Ashfield", "Birchmoor", TOTAL], "count": pd.array(counts, dtype="Int64")})
    cells["mark"] = ["c" if n is None else "" for n in counts]
    return CountTable(cells, ("district",), Rule(5), **more)  # type: ignore[arg-type]


def ends(release: CountTable | LinkedTables) -> dict[str, tuple[int, int, str]]:
    frame = audit(release, Outsider())
    return {row["target"]: (row["low"], row["high"], row["verdict"]) for row in frame.to_dict("records")}


def test_a_hidden_district_beside_an_unknown_one_is_not_what_is_left() -> None:
    counts = [40, None, 44]
    assert ends(districts(counts)) == {"Birchmoor": (4, 4, "exact")}
    assert ends(districts(counts, not_covered=UNKNOWN)) == {
        "Birchmoor": (1, 4, "open"),
        "district unknown": (0, 3, "narrowed"),
    }


def test_the_unprinted_part_may_be_a_small_count_that_the_print_gives_away() -> None:
    assert ends(districts([40, 20, 62], not_covered=UNKNOWN)) == {"district unknown": (2, 2, "exact")}


def test_what_one_table_does_not_cover_none_does_unless_it_prints_it() -> None:
    first, second = districts([40, None, 44], not_covered=UNKNOWN), districts([40, None, 44])
    assert ends(LinkedTables((first, second)))["Birchmoor"] == (1, 4, "open")
    cells = pd.concat([second.cells, pd.DataFrame({"district": ["district unknown"], "count": [2], "mark": [""]})])
    third = CountTable(cells, ("district",), Rule(5, complementary_mark="x"))
    assert ends(LinkedTables((first, third)))["Birchmoor"] == (2, 2, "exact")


def test_an_unprinted_part_may_lie_in_a_wider_label() -> None:
    cells = pd.DataFrame({"district": ["Ashfield", "North", "Coldwell", TOTAL], "count": [3, 5, 9, 14]})
    nested = {"district": {"Ashfield": "North", "north unknown": "North"}}
    table = CountTable(cells, ("district",), None, nested, not_covered={"district": "north unknown"})
    assert ends(table) == {"north unknown": (2, 2, "exact")}


def test_nobody_says_that_all_are_in_one_district_where_some_may_be_nowhere() -> None:
    assert len(group_disclosure(districts([40, 0, 40]), Outsider()))
    facts = group_disclosure(districts([40, 0, 44], not_covered=UNKNOWN), Outsider())
    assert facts["fact"].tolist() == ["nobody"]


@pytest.mark.parametrize("share", (0, 1))
def test_agrees_with_all_worlds_in_which_some_people_stand_nowhere(share: int) -> None:
    assert fuzz_percentages.run({"not everybody": 20}, seed=share).total() >= 20
