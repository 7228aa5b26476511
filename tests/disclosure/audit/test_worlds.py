import numpy as np
import pytest

from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL
from tests.disclosure.audit import fuzz_worlds
from tests.disclosure.audit.worlds import (
    HIDDEN,
    Kinds,
    Office,
    all_worlds,
    could_print,
    have_room,
    print_table,
    rounded,
)

FILMS = Kinds((("film", ("A", "B")),), (1, 2))
ONE_EACH = np.array([1, 0, 0, 1])


def test_all_worlds_of_two_people_of_three_kinds() -> None:
    assert len(all_worlds(3, 2)) == len({tuple(world) for world in all_worlds(3, 2)}) == 10


@pytest.mark.parametrize(
    ("rounding", "printed"), [("half even", [12, 14, -12]), ("half up", [13, 14, -12]), ("truncated", [12, 13, -12])]
)
def test_halves_are_rounded_by_the_way_that_is_named(rounding: str, printed: list[int]) -> None:
    over = np.array([125, 135, -125])
    assert rounded(over, np.full(3, 100), 1, rounding).tolist() == printed


def test_what_is_printed_of_one_world() -> None:
    office = Office(("film",), Rule(2), statistics=("mean", "maximum"), decimals=1)
    table = print_table(ONE_EACH, FILMS, office, [False] * 3)
    assert (table.counts, table.marks) == ((HIDDEN, HIDDEN, 2), ("c", "c", ""))
    assert table.statistics == ((10, 20, 15), (10, 20, 20))
    worlds = all_worlds(4, 3)
    assert worlds[could_print(worlds, FILMS, table)].tolist() == [ONE_EACH.tolist()]


def test_two_different_people_need_room_for_two() -> None:
    worlds = np.array([[1, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0]])
    both = ((("A",), ()), ((TOTAL,), ()))
    assert have_room(worlds, FILMS, both).tolist() == [False, True, True]
    assert have_room(worlds, FILMS, ((("A",), (("A",),)), ((TOTAL,), ()))).tolist() == [False, False, True]
    assert have_room(worlds, FILMS, [(("A",), ((TOTAL,),))]).tolist() == [True, False, False]


@pytest.mark.parametrize("share", (0, 1))
def test_agrees_with_all_worlds(share: int) -> None:
    assert fuzz_worlds.run(dict.fromkeys(fuzz_worlds.KINDS, 15), seed=share).total() >= 135
