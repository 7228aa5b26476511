import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy, TotalsOf
from disclosure.tables.linked_tables import LinkedTables

NEST = {"n": "North", "m": "North"}


def places(
    counts: dict[str, int | None], totals_of: TotalsOf = "everybody", nest: Hierarchy | None = None, unknown: str = ""
) -> CountTable:
    cells = pd.DataFrame({"place": [*counts], "count": pd.array([*counts.values()], "Int64")})
    marks = cells["count"].isna().map({True: "c", False: ""})
    nests, uncovered = {"place": nest} if nest else {}, {"place": unknown} if unknown else {}
    return CountTable(
        cells.assign(mark=marks), ("place",), hierarchies=nests, totals_of=totals_of, not_covered=uncovered
    )


@pytest.mark.parametrize("totals_of", ["everybody", "printed cells"])
def test_a_label_with_some_of_its_parts_is_named_whatever_its_row_sums(totals_of: TotalsOf) -> None:
    """The first table hid m without a row, and summed again: m was said to be exactly 0."""
    some = places({"n": 6, "North": 6, "z": 8, TOTAL: 14}, totals_of)
    all_parts = places({"n": 6, "m": None, "z": 8}, nest=NEST)
    with pytest.raises(ValueError, match="prints 'North' of 'place' and its part 'n', but not 'm'"):
        audit(LinkedTables((some, all_parts)), Outsider(), nothing_to_subtract=True)


def test_two_wider_labels_of_one_part_stand_in_tables_of_their_own() -> None:
    both = places({"North": 6, "Coast": 8, TOTAL: 14})
    one, other = places({"n": 6, "m": 8}, nest=NEST), places({"m": 8, "n": 6}, nest={"m": "Coast", "n": "Coast"})
    with pytest.raises(ValueError, match="lies in both, by two hierarchies of the release"):
        audit(LinkedTables((both, one, other)), Outsider(), nothing_to_subtract=True)


def test_a_label_needs_another_part_than_the_one_that_nobody_covers() -> None:
    with pytest.raises(ValueError, match="of the parts of 'North' only 'n' is named, which nobody printed"):
        audit(places({"North": 6, "z": 8, TOTAL: None}, nest={"n": "North"}, unknown="n"), Outsider())


def test_a_part_that_another_table_prints_is_all_of_its_label() -> None:
    """It stands printed beside its label, and was called one that nobody printed."""
    labels = places({"a": None, "z": None, "North": None, TOTAL: 15}, nest={"a": "North"})
    partly = places({"z": 8, TOTAL: 15}, unknown="a")
    frame = audit(LinkedTables((labels, partly)), Outsider()).set_index("place")
    assert frame.loc[["a", "North"], "low"].tolist() == frame.loc[["a", "North"], "high"].tolist() == [7, 7]


def test_a_part_of_which_pieces_make_a_label_is_all_of_it() -> None:
    whole, partly = places({"z": 8, "North": None}), places({"z": 8, TOTAL: 15}, unknown="a")
    release = LinkedTables((whole, partly), pieces={"place": {"North": ("a",)}})
    frame = audit(release, Outsider(), nothing_to_subtract=True).set_index("place")
    assert frame.loc["North", ["low", "high", "verdict"]].tolist() == [7, 7, "exact"]


def test_a_wider_label_that_is_not_covered_is_not_said_to_be_printed() -> None:
    labels = places({"North": 5, "n": None}, nest={"n": "North", "m": "North"}, unknown="Coast")
    total = places({TOTAL: 6}, nest={"m": "Coast", "k": "Coast"})
    with pytest.raises(ValueError, match="does not cover 'Coast' of 'place', and 'm' lies in it and in 'North'"):
        audit(LinkedTables((labels, total)), Outsider(), nothing_to_subtract=True)


def test_what_another_table_does_not_cover_may_be_what_this_one_prints() -> None:
    """Oak and Elm were said to be nobody, exactly, and the other part to be a third one."""
    districts = places({"Ash": 5, "Oak": None, "Elm": None, TOTAL: 8})
    partly = places({"Ash": 5, TOTAL: 8}, unknown="other")
    with pytest.raises(
        ValueError, match="does not cover 'other' of 'place' and leaves out 'Oak', which another one prints"
    ):
        audit(LinkedTables((districts, partly)), Outsider())
    told = places({"Ash": 5, "Oak": None, "Elm": None, TOTAL: 8}, nest={"Oak": "other", "Elm": "other"})
    found = audit(LinkedTables((told, partly)), Outsider()).set_index("place")
    assert found.loc[["Oak", "Elm"], ["low", "high"]].to_numpy().tolist() == [[0, 3], [0, 3]]


def test_parts_that_another_table_prints_together_are_told_apart_by_a_hierarchy() -> None:
    """AZ is a3 and AW in one table, a3, a1 and a2 in the other: that a1 and a2 are AW must be said, and can be."""

    def table(counts: dict[str, int | None], nested: dict[str, str]) -> CountTable:
        cells = pd.DataFrame({"A": list(counts), "count": pd.array(list(counts.values()), dtype="Int64")})
        marks = cells["count"].isna().map({True: "c", False: ""})
        return CountTable(cells.assign(mark=marks), ("A",), Rule(3), hierarchies={"A": nested})

    wide = table({"a3": 3, "AW": 5, "AZ": 8, TOTAL: 8}, {"a3": "AZ", "AW": "AZ"})
    counts = {"a3": 3, "a1": None, "a2": 4, "AZ": 8}
    with pytest.raises(ValueError, match=r"told so, as in hierarchies=\{'A': \{'a1': 'AW'\}\}"):
        audit(LinkedTables((wide, table(counts, {"a3": "AZ", "a1": "AZ", "a2": "AZ"}))), Outsider())
    said = table(counts, {"a3": "AZ", "a1": "AW", "a2": "AW", "AW": "AZ"})
    assert audit(LinkedTables((wide, said)), Outsider())["high"].tolist() == [1]
