from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.hiding import Release, hide
from disclosure.repair.protection import Width
from disclosure.repair.repairable import accepted_below, refuse_for_amounts, refuse_unseen_totals, refuse_unusable
from disclosure.repair.suppression_problem import problem_of
from disclosure.rules import PPercentRule, Rule
from disclosure.tables.count_table import count_table
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.magnitude_table import magnitude_table
from tests.disclosure.repair.small_tables import table_of

A_THING: Any = 5
TABLE = table_of([1, 6, 9], [8, 7, 20])
MINUTES = magnitude_table(pd.DataFrame({"film": ["A"], "viewer_id": [1], "minutes": [9]}), by=("film",))


@pytest.mark.parametrize(
    ("release", "reason"),
    [
        (Suppress(5)(TABLE), "hidden or changed already"),
        (replace(TABLE, base=5), "hidden or changed already"),
        (replace(TABLE, totals_of="printed cells"), "sum printed cells only"),
        (MINUTES, "counts minutes"),
        (replace(TABLE, cells=TABLE.cells.assign(sd=1.5)), "column 'sd' stands beside the counts, and nobody knows"),
        (replace(TABLE, not_covered={"region": "unknown"}), "more people than the labels cover"),
        (LinkedTables((TABLE,), {"region": {}}), "cut 'region' in different ways"),
    ],
)
def test_what_cannot_be_repaired_gets_a_sentence(release: Release, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        refuse_unusable(release, Rule(5))


def test_tables_that_are_cut_in_different_ways_need_a_hierarchy() -> None:
    """Pieces are no way out: no repair joins them."""
    people = pd.DataFrame({"fives": ["0-4"] * 3 + ["5-9"] * 4 + ["10-14"] * 9, "sex": list("mf") * 8})
    tens = {"0-4": "0-9", "5-9": "0-9", "10-14": "10-19"}
    fine = count_table(people.rename(columns={"fives": "age"}), by=("age", "sex"))
    coarse = count_table(people.assign(age=people["fives"].map(tens)), by=("age",))
    named = LinkedTables((coarse,), {"age": {"0-9": ("0-4", "5-9"), "10-19": ("10-14",)}})
    for release, already in ((LinkedTables((fine, coarse)), None), (fine, coarse), (fine, named)):
        with pytest.raises(ValueError, match=r"cut 'age' in different ways, and no repair joins pieces.*hierarchies"):
            SuppressComplementary(3).repair(release, already=already)
    told = replace(fine, hierarchies={"age": tens})
    assert SuppressComplementary(3).repair(told, already=coarse).price == 16


def test_what_is_not_used_of_a_table_in_print_cannot_be_taken_out() -> None:
    rounded = replace(TABLE, base=3, rounding="random", cells=TABLE.cells.assign(count=TABLE.cells["count"] // 3 * 3))
    with pytest.raises(ValueError, match="averaging and repeats: it comes with what is in print already, which stays"):
        SuppressComplementary(5).repair(TABLE, already=rounded)


@pytest.mark.parametrize("note", ["{} min", "{}", "about {} hours"])
def test_a_text_with_numbers_beside_amounts_is_refused(note: str) -> None:
    """Nothing is hidden yet, and the text would stand beside what is."""
    told = replace(MINUTES, cells=MINUTES.cells.assign(note=MINUTES.cells["count"].map(note.format)))
    with pytest.raises(ValueError, match="column 'note' stands beside the counts, and nobody knows"):
        refuse_unusable(told, PPercentRule(10))


@pytest.mark.parametrize("words", [[True, False], ["small", "large"], [None, "large"]])
def test_words_that_tell_which_cells_are_small_are_refused_if_readers_shall_not_know(words: list[object]) -> None:
    small = TABLE.cells["count"] < 5
    note = pd.Series([words[0] if each else words[1] for each in small], small.index)
    told = replace(TABLE, cells=TABLE.cells.assign(note=note))
    with pytest.raises(ValueError, match="column 'note' tells which of the hidden cells are small"):
        SuppressComplementary(5, primary_known=False)(told)
    for defence in (SuppressComplementary(5), SuppressComplementary(5, primary_known=False, complementary_mark="x")):
        assert "note" in defence(told).cells  # type: ignore[union-attr]


@pytest.mark.parametrize("follows", ["film", "target", "is a total"])
def test_names_of_labels_and_cells_tell_nothing_more(follows: str) -> None:
    named = {"film": "film " + TABLE.cells["film"], "target": TABLE.cell_names, "is a total": TABLE.is_total}
    told = replace(TABLE, cells=TABLE.cells.assign(note=named[follows]))
    assert SuppressComplementary(5, primary_known=False)(told).is_hidden.any()  # type: ignore[union-attr]


def test_amounts_are_protected_from_secret_rules_only() -> None:
    with pytest.raises(ValueError, match="is public"):
        refuse_for_amounts(PPercentRule(10, secret=False), "handbook")


def test_room_below_is_a_number_or_as_above() -> None:
    assert accepted_below("as above", level_of_rule=False) == "as above"
    for below in (True, 1.5, -1, "above"):
        with pytest.raises(ValueError, match="choose 'as above', or a number of units"):
            accepted_below(below, level_of_rule=True)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'handbook' only"):
        accepted_below(0, level_of_rule=False)


def test_totals_that_are_not_seen_are_asked_for() -> None:
    def refuse(release: Release) -> None:
        rule = Rule(5, complementary_mark="c")
        told = {"protect": "exact", "against": (Outsider(),), "cost": "people", "primary_known": True}
        refuse_unseen_totals(problem_of(release, rule, **told))  # type: ignore[arg-type]

    bare = replace(TABLE, cells=TABLE.cells[~TABLE.is_total])
    with pytest.raises(ValueError, match="the table by film and region has no totals"):
        refuse(bare)
    refuse(TABLE)
    refuse(LinkedTables((bare, TABLE)))
    assert hide(bare, Rule(5), None)


def test_where_an_attacker_is_not_used_whole_others_are_asked_for():
    rows = pd.DataFrame(
        {"film": list("AAABBBCC"), "region": list("NNSNSSNS"), "viewer_id": [1, 2, 1, 3, 4, 5, 6, 7], "visits": 1}
    )
    table = magnitude_table(rows, by=("film", "region"), amount="visits", contributors=True, largest=1)
    several = replace(table, persons=DistinctPersons("region"))
    who = Contributor(("A", "total"), amount=1)
    with pytest.raises(ValueError, match=r"stand, who name no narrowest cell .*: name attackers of whom all is used"):
        SuppressComplementary(2, against=(who,)).repair(several)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"against": (Outsider,)}, "against names <class .*: choose Outsider"),
        ({"against": "outsider"}, "against names 'outsider': choose Outsider"),
        ({"against": None}, "against names nobody"),
        ({"time_limit": "60"}, "time_limit is '60': choose some seconds"),
        ({"time_limit": None}, "time_limit is None: choose some seconds"),
        ({"time_limit": True}, "time_limit is True: choose some seconds"),
        ({"threshold": None, "dominance": 3}, r"dominance is 3: write it as PPercentRule\(10\)"),
        ({"threshold": None, "dominance": Rule(3)}, r"dominance is Rule\(threshold=3\): write it as"),
        ({"complementary_mark": None}, "complementary_mark is None, which is no sign"),
        ({"primary_known": "yes"}, "primary_known is 'yes': choose True or False"),
        ({"protect": A_THING}, "protect is 5: choose 'handbook'"),
    ],
)
def test_what_no_defence_can_mean_is_refused_when_it_is_made(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        SuppressComplementary(**{"threshold": 5, **wrong})


@pytest.mark.parametrize("people", [2.5, True, "3", None, float("nan"), 0])
def test_a_width_is_a_whole_number(people: Any) -> None:
    with pytest.raises(ValueError, match=r"the width is .*: choose 1 or more, or nothing is protected"):
        Width(people)


@pytest.mark.parametrize("thing", [None, 5, [TABLE], TABLE.cells])
def test_what_is_no_release_is_called_so(thing: Any) -> None:
    defence = SuppressComplementary(5, against=Outsider())  # type: ignore[arg-type]
    assert defence.against == (Outsider(),)
    with pytest.raises(ValueError, match=r"the release is a .*: give a table, made with count_table"):
        defence.repair(thing)
    with pytest.raises(ValueError, match=r"already is a .*: give a table|already is left out"):
        defence.repair(TABLE, already=thing, relation="nested")
