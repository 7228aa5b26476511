"""Whom labels hold: sets of pieces, whichever table says so."""

import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor
from disclosure.audit.reading.label_sets import LabelSets, label_sets
from disclosure.audit.verdicts import audit
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables


def places(labels: list[str], wider: dict[str, str], uncovered: tuple[str, ...] = ()) -> CountTable:
    cells = pd.DataFrame({"place": labels, "count": 1, "mark": ""})
    return CountTable(cells, ("place",), hierarchies={"place": wider}, not_covered={"place": uncovered})


def sets_of(*tables: CountTable) -> LabelSets:
    return label_sets(tables)["place"]


NORTH = places(["n", "m", "s", "N", TOTAL], {"n": "N", "m": "N"})
COAST = places(["n", "m", "s", "C", TOTAL], {"n": "C", "s": "C"})


def test_a_label_holds_what_any_hierarchy_says_through_all_labels_between() -> None:
    deep = places(["N", "s", "V"], {"N": "V", "s": "V"})
    sets = sets_of(NORTH, deep)
    assert sets.pieces_in("V") == {"n", "m", "s"} and sets.lies_in("N", "V") and not sets.cross
    assert sets.hierarchy(["n", "m", "s", "N", "V"]) == {"n": "N", "m": "N", "s": "V", "N": "V"}


def test_labels_of_two_hierarchies_overlap_and_stand_in_no_one_hierarchy() -> None:
    sets = sets_of(NORTH, COAST)
    assert sets.cross and sets.overlap("N", "C") and not sets.nest("N", "C")
    assert not sets.lies_in("N", "C") and sets.narrowest(["N", "C", TOTAL]) == ["N", "C"]


def test_labels_that_hold_the_same_people_lie_in_each_other_and_only_one_is_the_wider() -> None:
    sets = sets_of(places(["c", "V"], {"c": "V"}))
    assert sets.lies_in("c", "V") and sets.lies_in("V", "c")
    assert sets.narrowest(["c", "V"]) == ["c"] and sets.is_divided("V", ["c", "V"]) and not sets.is_divided("c", ["V"])


def test_what_no_table_covers_is_a_piece_and_labels_without_it_do_not_hold_everybody() -> None:
    sets = sets_of(places(["a", "b", TOTAL], {}, ("unknown",)))
    assert sets.pieces == ("a", "b", "unknown") and sets.uncovered == ("unknown",)
    assert not sets.covers(["a", "b"]) and sets.covers(["a", "b", "unknown"])


def test_of_a_label_of_which_no_table_tells_who_else_is_in_it_nothing_is_known() -> None:
    """Of X one part is printed, and another one nowhere: it may lie in Z. Who is alone in X was taken to be d."""
    printed, tells = places(["Z", "d", TOTAL], {}), places([TOTAL], {"c": "X", "d": "X"})
    assert not sets_of(printed, tells).inside
    whole = places([TOTAL], {"c": "X", "d": "X", "Z": "Y"})
    assert sets_of(printed, whole).inside == {"X": {"X", "d"}, "Y": {"Y", "Z"}}
    wider = places(["U", "V"], {"Z": "U", "d": "V"}), places([TOTAL], {"c": "X", "d": "X", "X": "V", "Z": "U"})
    assert sets_of(printed, *wider).inside["V"] == {"V", "X", "c", "d"}
    with pytest.raises(ValueError, match="has no place 'X'"):
        audit(LinkedTables((printed, tells)), Contributor(("X",), alone=True))


def test_a_wider_label_that_holds_nobody_is_none() -> None:
    """Who named it was taken to stand in every cell."""
    printed, tells = places(["c"], {"a": "W", "W": "Z", "c": "V"}), places([TOTAL], {"a": "X", "c": "X"})
    assert sets_of(printed, tells).inside == {"V": {"V", "c"}, "X": {"X", "c"}}


def test_pieces_that_are_named_count_as_parts() -> None:
    tens = places(["0-9", TOTAL], {})
    assert label_sets((tens,), {"place": {"0-9": ("0-4", "5-9")}})["place"].pieces == ("0-4", "5-9")


def test_labels_that_lie_in_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match=r"in a circle: '[ab]' lies in '[ab]' in one of them"):
        sets_of(places(["a", "b"], {"a": "b"}), places(["a", "b"], {"b": "a"}))
