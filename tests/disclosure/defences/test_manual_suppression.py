"""What is chosen by hand is hidden, beside what the rule hides, and nothing else."""

import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.manual_suppression import SuppressByHand
from disclosure.defences.suppression import Suppress
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
