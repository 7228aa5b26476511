from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.needs import Asked, levels_of, needs_of
from disclosure.repair.protection import UnreachableError, Width
from disclosure.repair.suppression_problem import problem_of
from disclosure.repair.wishes import Wishes
from disclosure.rules import PPercentRule, Rule
from disclosure.tables.count_table import TOTAL, count_table
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.magnitude_table import magnitude_table
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import question

TABLE = table_of([1, 6], [8, 7])
MINUTES = pd.DataFrame({"film": list("AAAB"), "viewer_id": [1, 2, 3, 4], "minutes": [900, 80, 20, 45]})


def test_what_is_asked_of_some_cells_is_asked_of_no_others() -> None:
    view = question(TABLE).views[0]
    (cell,) = view.needs
    wanted = np.zeros(len(view.count), dtype=bool)
    wanted[cell] = True
    rule = Rule(5, complementary_mark="c")
    needs = needs_of(Asked(wanted, Width(2)), rule, Outsider(), (view.system, view.count))
    assert {place: need.sliding for place, need in needs.items()} == {cell: 2}
    alone = Contributor(("A", "N"), alone=True)
    assert needs_of(Asked(wanted, "exact"), rule, alone, (view.system, view.count)) == {}


def test_levels_are_those_of_the_rule_for_amounts() -> None:
    table = magnitude_table(MINUTES, by=("film",), largest=2)
    assert levels_of(TABLE, Rule(5), [np.arange(9)], 9) is None
    levels = levels_of(table, PPercentRule(10), [np.arange(3)], 3)
    assert levels is not None and levels.tolist()[0] == 70


def test_a_small_number_that_must_be_printed_does_not_cut_the_room_below_a_hidden_amount_beside_it() -> None:
    """Region N has 1 and 2: its total can be 1 as long as nobody uses the 1, which is printed by wish."""
    minutes = pd.DataFrame({"film": list("AB") + list("AAABBB"), "region": list("NN") + list("SSSSSS")})
    minutes = minutes.assign(viewer_id=range(8), minutes=[1, 2, *[10] * 6])
    table = magnitude_table(minutes, by=("film", "region"), largest=2)
    told = {"protect": "handbook", "against": (Outsider(),), "cost": "people", "primary_known": True, "below": 2}
    problem = problem_of(table, PPercentRule(10), wishes=Wishes((("A", "N"),), ()), **told)  # type: ignore[arg-type]
    needs = {problem.name(cell): need for cell, need in problem.views[0].needs.items()}
    assert (needs["total | N"].lower, needs["B | N"].lower) == (2, 1)


def test_what_an_attacker_has_in_a_cell_that_must_be_printed_cuts_the_room_below_as_in_one_that_is_hidden() -> None:
    """Of A's 14, 13 are hers in (A, S), printed or not, and somebody else has at least 1: A is 14 or more to her."""
    minutes = pd.DataFrame({"film": list("AABBBBBB"), "region": list("NSNNNSSS"), "viewer_id": range(8)})
    table = magnitude_table(minutes.assign(minutes=[1, 13, 6, 3, 4, 87, 34, 35]), by=("film", "region"), largest=2)
    her = Contributor(("A", "S"), alone=True, amount=13)
    hidden = SuppressComplementary(dominance=PPercentRule(10), against=(her,), method="optimal")
    told = [replace(hidden, must_print=must).repair(table) for must in ((), (("A", "S"),))]
    assert told[0].price == told[1].price
    assert told[0].cut_below == told[1].cut_below and "A | total has 0 of the 2 asked for" in told[1].cut_below[0]


def test_who_stands_in_a_wider_label_stands_in_the_only_one_that_it_holds() -> None:
    """Region V is the town C: she knows of herself in C, so that C | y cannot be 0 to her, whichever she names."""
    counts = {("A", "x"): 6, ("A", "y"): 7, ("B", "x"): 5, ("B", "y"): 8, ("C", "x"): 9, ("C", "y"): 2}
    people = pd.DataFrame([cell for cell, n in counts.items() for _ in range(n)], columns=["town", "sex"])
    table = count_table(people, by=("town", "sex"), hierarchies={"town": {"A": "W", "B": "W", "C": "V"}})
    defence = SuppressComplementary(4, zeros="hidden", protect="whole range")
    prices = {replace(defence, against=(Contributor((town, "y")),)).repair(table).price for town in ("C", "V")}
    assert len(prices) == 1


def test_a_cell_whose_only_contributors_look_themselves_needs_no_protection_from_them() -> None:
    """The table prints that one person is behind the 45 minutes of B, and she stands there."""
    table = magnitude_table(MINUTES, by=("film",), contributors=True, largest=2)
    hers, of_a = Contributor(("B",), amount=45), Contributor(("A",), amount=80)
    for attacker, needed in ((hers, {"A", TOTAL}), (of_a, {"A", "B", TOTAL})):
        view = question(table, PPercentRule(10), against=(attacker,)).views[0]  # type: ignore[arg-type]
        assert {view.system.names(cell)[0] for cell in view.needs} == needed


@pytest.mark.parametrize("alone", [True, False])
def test_nor_do_the_parts_of_such_a_cell(alone: bool) -> None:
    """All in N is hers, as its contributors are printed; so is all of A in N, whether she says that she is alone."""
    rows = [("A", "N", 1, 60), *((film, "S", 10 * k + i, 20) for k, film in enumerate("ABC") for i in range(2, 8))]
    events = pd.DataFrame(rows, columns=["film", "region", "viewer_id", "minutes"])
    table = magnitude_table(events, by=("film", "region"), contributors=True, largest=2)
    her = Contributor((TOTAL, "N"), amount=60, alone=alone)
    assert SuppressComplementary(dominance=PPercentRule(10), against=her).repair(table).price == 0


def test_the_whole_range_of_a_cell_that_another_table_leaves_out_is_out_of_reach() -> None:
    """No row for (B, S) in the first table: nobody is there, so no 1 is possible, and the second one hides it."""
    full = table_of([3, 1], [3, 0])
    short = replace(full, cells=full.cells[full.cell_names != "B | S"])
    with pytest.raises(UnreachableError, match="known to be 0"):
        SuppressComplementary(2, zeros="hidden", protect="whole range").repair(LinkedTables((short, full)))
