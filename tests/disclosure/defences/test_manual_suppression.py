"""What is chosen by hand is hidden, beside what the rule hides, and nothing else."""

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.manual_suppression import SuppressByHand, judged_by_hand
from disclosure.defences.suppression import Suppress
from disclosure.repair.protection import UnreachableError
from disclosure.tables.from_counts import table_from_counts
from tests.disclosure.repair.small_tables import hidden_in, table_of

TABLE = table_of([1, 9, 9], [9, 9, 0], [9, 9, 9])


def test_small_counts_and_the_named_cells_are_hidden():
    release = SuppressByHand(5, also=(("A", "S"), ("A", "total")))(TABLE)
    assert hidden_in(release) == {"A | N", "A | S", "A | total"}


def test_without_more_cells_it_hides_what_the_rule_hides():
    assert hidden_in(SuppressByHand(5)(TABLE)) == hidden_in(Suppress(5)(TABLE))


def test_the_cells_of_the_kits_repair_by_hand_are_the_same_release():
    repaired = SuppressComplementary(5)(TABLE)
    cells = repaired.cells[repaired.is_hidden][["film", "region"]].itertuples(index=False)
    by_hand = SuppressByHand(5, also=tuple(map(tuple, cells)))(TABLE)
    assert by_hand.cells.equals(repaired.cells) and by_hand.rule == repaired.rule


def test_a_second_mark_is_printed_and_told():
    release = SuppressByHand(5, also=(("A", "S"),), complementary_mark="x")(TABLE)
    assert release.grid().loc["A"].tolist()[:2] == ["c", "x"]
    known = audit(release, Outsider()).set_index("target")
    assert known["role"].to_dict() == {"A | N": "primary", "A | S": "complementary"}


def test_it_prints_as_itself():
    defence = SuppressByHand(5, also=(("A", "S"),))
    assert repr(defence) == "SuppressByHand(threshold=5, also=(('A', 'S'),))"
    assert eval(repr(defence)) == defence


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: SuppressByHand(1), "choose 2 or more"),
        (lambda: SuppressByHand(5, also=(("A", "Nowhere"),))(TABLE), r"the table has no cell A \| Nowhere"),
        (lambda: SuppressByHand(5, also=(("A",),))(TABLE), "the table has no cell A"),
        (lambda: SuppressByHand(5, also=(("B", "W"),))(TABLE), r"B \| W is 0, and the rule prints every zero"),
    ],
)
def test_what_cannot_be_hidden_is_named(make, sentence):
    with pytest.raises(ValueError, match=sentence):
        make()


def test_a_zero_can_be_hidden_where_the_rule_allows_it():
    release = SuppressByHand(5, also=(("B", "W"),), zeros="may be hidden")(TABLE)
    assert "B | W" in hidden_in(release)


SQUARE = table_from_counts(
    pd.DataFrame([[2, 6, 9], [7, 8, 9]], pd.Index(["A", "B"], name="film"), pd.Index(list("NSE"), name="region"))
)


def test_a_promise_is_judged_and_paid_in_people():
    promise = SuppressComplementary(3)
    half = judged_by_hand(SQUARE, [("A", "S")], promise)
    assert half.leaks == ("A | N, from Outsider()",) and half.price == 6
    whole = judged_by_hand(SQUARE, [("A", "S"), ("B", "N"), ("B", "S")], promise)
    assert whole.leaks == () and whole.price == 6 + 7 + 8
    assert whole.release.is_hidden.sum() == 4


def test_a_hidden_total_costs_all_that_is_in_it():
    assert judged_by_hand(SQUARE, [("A", "total")], SuppressComplementary(3)).price == 17


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=9, max_size=9))
def test_what_the_kit_hides_holds_by_hand_as_well(numbers):
    films, regions = pd.Index(list("ABC"), name="film"), pd.Index(list("NSE"), name="region")
    table = table_from_counts(pd.DataFrame([numbers[:3], numbers[3:6], numbers[6:]], films, regions))
    promise = SuppressComplementary(4)
    try:
        repaired = promise.repair(table)
    except UnreachableError:
        assume(False)
    further = repaired.release.is_hidden & ~table.cells["count"].between(1, 3)
    also = list(table.cells.loc[further, list(table.by)].astype(str).itertuples(index=False, name=None))
    judged = judged_by_hand(table, also, promise)
    assert judged.leaks == () and judged.price == repaired.price
