import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor
from disclosure.audit.reading.label_sets import LabelSets, label_sets
from disclosure.repair.protection import Width, holds_only, need_of, need_of_amount
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from tests.disclosure.repair.small_tables import table_of

NESTED = count_table(
    pd.DataFrame({"region": ["north", "south", "south"]}), by=("region",), hierarchies={"region": {"north": "Aland"}}
)


def sets(table: CountTable) -> list[LabelSets]:
    return list(label_sets((table,)).values())


def test_exactness_asks_for_one_move_in_any_direction() -> None:
    need = need_of("exact", 2, possible=(1, 4), hidden=(1, 4))
    assert list(need.ways()) == [(0, 1), (1, 0)]
    assert need.met_by(up=1, down=0)
    assert not need.met_by(up=0, down=0)


def test_at_a_bound_only_one_direction_is_left() -> None:
    assert list(need_of("exact", 1, (1, 4), (1, 4)).ways()) == [(1, 0)]
    assert list(need_of("exact", 4, (1, 4), (1, 4)).ways()) == [(0, 1)]
    assert list(need_of("exact", 1, (1, 1), (1, 1)).ways()) == []


def test_a_width_can_lie_on_either_side() -> None:
    need = need_of(Width(3), 2, possible=(1, 2**52), hidden=(1, 4))
    assert list(need.ways()) == [(2, 1), (3, 0)]
    assert not need.met_by(up=1, down=1)
    assert list(need_of(Width(4), 2, (1, 4), (1, 4)).ways()) == []


def test_the_whole_range_is_what_the_rule_hides_and_she_cannot_rule_out_herself() -> None:
    assert list(need_of("whole range", 2, possible=(0, 2**52), hidden=(1, 4)).ways()) == [(2, 1)]
    assert list(need_of("whole range", 3, possible=(2, 4), hidden=(1, 4)).ways()) == [(1, 1)]


def test_nobody_learns_of_others_where_she_is_alone() -> None:
    alone = Contributor(("north",), alone=True)
    assert holds_only(("north",), 1, [alone], sets(NESTED))
    assert holds_only(("Aland",), 1, [alone], sets(NESTED))
    assert holds_only((TOTAL,), 1, [alone], sets(NESTED))
    assert holds_only(("north",), 1, [Contributor(("Aland",), alone=True)], sets(NESTED))
    assert not holds_only(("south",), 1, [alone], sets(NESTED))
    assert not holds_only((TOTAL,), 2, [alone], sets(NESTED))
    assert not holds_only(("north",), 1, [Contributor(("north",))], sets(NESTED))


def test_nobody_is_learnt_of_in_the_rest_of_a_wider_cell_in_which_she_is_alone() -> None:
    alone = Contributor(("north",), alone_in=(TOTAL,))
    assert holds_only(("south",), 0, [alone], sets(NESTED)) and holds_only(("Aland",), 1, [alone], sets(NESTED))
    assert not holds_only(("south",), 0, [Contributor(("north",), alone=True)], sets(NESTED))


def test_labels_of_one_dimension_are_not_those_of_another() -> None:
    """A film has the name of a region that another region holds."""
    cells = pd.DataFrame({"film": ["Aland", "north"], "region": ["north", "south"]})
    table = count_table(cells, by=("film", "region"), hierarchies={"region": {"north": "Aland"}})
    assert not holds_only(("Aland", "north"), 1, [Contributor(("north", "north"), alone=True)], sets(table))


def test_a_width_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="choose 1 or more"):
        Width(0)


def test_an_amount_needs_room_on_both_sides_as_far_as_there_is_any_below() -> None:
    both, number, cut = (
        need_of_amount(70, below, 1_000, (low, 2**52)) for below, low in (("as above", 1), (30, 1), ("as above", 990))
    )
    assert list(both.ways()) == [(70, 70)] and list(number.ways()) == [(70, 30)] and list(cut.ways()) == [(70, 10)]
    assert both.met_by(up=70, down=70) and not both.met_by(up=70, down=69) and not both.met_by(up=141, down=0)
    assert (both.lower, both.asked_below, cut.lower, cut.asked_below) == (70, 70, 10, 70)


def test_a_wider_label_that_holds_one_label_only_holds_whom_that_holds() -> None:
    """She is alone in north, all of Aland: of Aland's cells nobody else is there to learn of."""
    table = count_table(
        pd.DataFrame({"film": ["A", "A"], "region": ["north", "south"]}),
        by=("film", "region"),
        hierarchies={"region": {"north": "Aland"}},
    )
    alone = Contributor((TOTAL, "north"), alone=True)
    assert holds_only(("B", "Aland"), 0, [alone], sets(table)) and not holds_only(("B", TOTAL), 0, [alone], sets(table))


def test_what_is_hers_in_a_region_and_in_its_towns_is_hers_once() -> None:
    hers = [Contributor((town,), alone=True, amount=n) for town, n in (("north", 2), ("south", 3), ("Aland", 2))]
    assert holds_only((TOTAL,), 5, hers, sets(NESTED)) and not holds_only((TOTAL,), 7, hers, sets(NESTED))


def test_people_who_are_alone_in_cells_of_different_kinds_are_several_where_these_share_nobody() -> None:
    table = table_of([0, 1], [1, 0])
    both = [Contributor(("B", "N"), alone=True), Contributor(("A", TOTAL), alone=True)]
    assert holds_only((TOTAL, TOTAL), 2, both, sets(table)) and not holds_only((TOTAL, TOTAL), 3, both, sets(table))
    same = [Contributor(("A", "S"), alone=True), Contributor(("A", TOTAL), alone=True)]
    assert not holds_only((TOTAL, TOTAL), 2, same, sets(table))
