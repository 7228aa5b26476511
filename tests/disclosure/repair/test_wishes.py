"""Cells marked by hand: they are named by their labels; repairs with wishes hold against enumeration."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.wishes import (
    NO_WISHES,
    Wishes,
    kept_in_print,
    labels_in,
    marked,
    named_cells,
    refuse_printed_zeros,
)
from disclosure.tables.count_table import TOTAL, count_table
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.repair.small_tables import hidden_in, table_of
from tests.disclosure.repair.wishes_by_force import run

TABLE = table_of([1, 6, 9], [8, 7, 0], [9, 30, 30])


@pytest.mark.parametrize(
    ("kind", "cases"), [("wishes, two-way", 10), ("wishes, three-way", 2), ("wishes, linked", 6), ("wishes, nested", 3)]
)
def test_wishes_are_kept_and_so_is_the_promise_by_enumeration(kind: str, cases: int) -> None:
    seen = run(kind, cases, np.random.default_rng([53, len(kind)]), "greedy")
    seen += run(kind, max(cases // 3, 1), np.random.default_rng([54, len(kind)]), "optimal")
    assert seen["kept"]


def test_a_cell_is_named_by_all_its_labels() -> None:
    assert named_cells("must_print", [("A", 7)]) == (("A", "7"),)
    for wrong in ("A", [("A", "N"), "B"], 5):
        with pytest.raises(ValueError, match=r"must_print is .*name each cell by all its labels"):
            Wishes(must_print=wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"must_print: the table has no cell A \| Nowhere; name it by film, region"):
        marked(TABLE, [("A", "Nowhere")], "must_print")


def test_a_cell_of_linked_tables_has_the_dimensions_of_all() -> None:
    films = replace(TABLE, cells=TABLE.cells[TABLE.cells["region"] == "total"].drop(columns="region"), by=("film",))
    both = marked(LinkedTables((TABLE, films)), [("A", "total")], "must_print")
    assert [flags.sum() for flags in both] == [1, 1]
    assert labels_in(films, ("film", "region"))[0] == ("A", "total")


def test_no_cell_is_to_be_printed_and_hidden() -> None:
    with pytest.raises(ValueError, match=r"A \| N stands in must_print and in must_hide"):
        SuppressComplementary(5, must_print=(("A", "N"),), must_hide=(("A", "N"),))
    told = replace(TABLE, must_be_printed=(("A", "S"),))
    with pytest.raises(ValueError, match=r"A \| S must be printed, as its table says, and stands in must_hide"):
        kept_in_print(told, Wishes(must_hide=(("A", "S"),)))


def test_a_zero_that_the_rule_prints_cannot_be_wished_hidden() -> None:
    (chosen,) = marked(TABLE, [("B", "W")], "must_hide")
    refuse_printed_zeros(TABLE, chosen, "may be hidden")
    with pytest.raises(ValueError, match=r"B \| W is 0, and the rule prints every zero"):
        SuppressComplementary(5, must_hide=(("B", "W"),))(TABLE)


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_the_square_goes_round_what_must_be_printed(method: str) -> None:
    """1 is covered by 6, 8 and 7 if it may be; if 6 must be printed, by 8 and two totals."""
    usual = SuppressComplementary(5, method=method)(TABLE)
    wished = SuppressComplementary(5, method=method, must_print=(("A", "S"),))(TABLE)
    told = SuppressComplementary(5, method=method)(replace(TABLE, must_be_printed=(("A", "S"),)))
    assert hidden_in(usual) == {"A | N", "A | S", "B | N", "B | S"}
    assert hidden_in(wished) == hidden_in(told) == {"A | N", "A | total", "B | N", "B | total"}
    assert wished.must_be_printed == () and told.must_be_printed == (("A", "S"),)


def test_only_a_small_cell_is_noted_as_printed_although_small() -> None:
    """6 follows the rule of 5, and readers may rely on it; 1 does not."""
    both = SuppressComplementary(5, must_print=(("A", "S"), ("A", "N")))(TABLE)
    assert both.must_be_printed == (("A", "N"),)


def test_a_small_cell_that_must_be_printed_is_said_to_be_lost() -> None:
    repaired = SuppressComplementary(5, must_print=(("A", "N"),)).repair(TABLE)
    assert repaired.printed_small == ("A | N",)
    assert repaired.sentence.endswith("Small cells are printed, for they must be: A | N.")
    assert not repaired.release.is_hidden.any()


def test_what_is_hidden_by_hand_is_covered_like_a_small_cell_and_not_paid_for() -> None:
    repaired = SuppressComplementary(3, must_hide=(("B", "S"),), must_print=(("A", "N"),), method="optimal").repair(
        TABLE
    )
    assert {"B | S"} < hidden_in(repaired.release)
    assert repaired.price == sum(TABLE.cells["count"][repaired.release.is_hidden]) - 7


def test_what_one_of_several_tables_must_print_the_others_print_as_well() -> None:
    people = pd.DataFrame({"film": list("AABBBBBBBB"), "region": list("NSNNNNSSSS"), "age": list("yoyyyyoooo")})
    first, second = (count_table(people, by=("film", name)) for name in ("region", "age"))
    tables = LinkedTables((replace(first, must_be_printed=(("A", TOTAL),)), second))
    printed = kept_in_print(tables, NO_WISHES)
    assert [table.cell_names[flags].tolist() for table, flags in zip((first, second), printed, strict=True)] == [
        ["A | total"],
        ["A | total"],
    ]
    with pytest.raises(ValueError, match=r"A \| total must be printed, as its table says"):
        kept_in_print(tables, Wishes(must_hide=(("A", TOTAL, TOTAL),)))
