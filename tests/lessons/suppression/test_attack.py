"""Subtraction, on tables that can be solved in the head; and what it never does: claim a wrong count."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.rules import PPercentRule, Rule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from lessons.suppression.attack import subtract


def table_of(counts, *, totals=True):
    """A table of rows A, B, ... and columns a, b, ... with the given counts."""
    people = [("ABCDEF"[i], "abcdef"[j]) for i, row in enumerate(counts) for j, n in enumerate(row) for _ in range(n)]
    frame = pd.DataFrame(people, columns=["film", "region"])
    films, regions = list("ABCDEF"[: len(counts)]), list("abcdef"[: len(counts[0])])
    return count_table(
        frame.assign(film=pd.Categorical(frame["film"], films), region=pd.Categorical(frame["region"], regions)),
        by=("film", "region"),
        totals=totals,
    )


def found(counts, threshold, **options):
    guesses = subtract(Suppress(threshold)(table_of(counts, **options)))
    return {
        name: int(claim) for name, claim, declared in guesses[["target", "claim", "declared"]].to_numpy() if declared
    }


def test_alone_in_its_line():
    assert found([[1, 6], [7, 8]], 5) == {"A | a": 1}


def test_without_totals_nothing_is_found():
    assert found([[1, 6], [7, 8]], 5, totals=False) == {}


def test_a_block_of_four_holds():
    assert found([[2, 3, 9], [3, 2, 9], [9, 9, 9]], 5) == {}


def test_one_find_leads_to_the_next():
    # A|a falls by its row; then B|a is alone in its column, then B|b is alone in its row.
    assert found([[1, 9, 9], [2, 3, 9], [9, 4, 9]], 5) == {"A | a": 1, "B | a": 2, "B | b": 3, "C | b": 4}


def test_the_rule_helps_where_the_rest_is_as_small_as_can_be():
    # Two hidden cells that add up to 2 are 1 and 1; to 8 with k = 5, they are 4 and 4.
    assert found([[1, 1, 9], [9, 9, 9]], 5)["A | a"] == 1
    assert found([[4, 4, 9], [4, 4, 9]], 5) == {"A | a": 4, "A | b": 4, "B | a": 4, "B | b": 4}


def test_a_hidden_total_can_be_found():
    assert found([[1, 0], [8, 9]], 5)["A | total"] == 1


def test_a_cell_can_be_exact_without_any_line_showing_it():
    """All three rows together less two columns: the reason why "not found by subtraction" is not "safe"."""
    counts = [[1, 2, 9, 9, 9], [3, 1, 2, 9, 9], [9, 9, 1, 1, 2], [9, 9, 9, 2, 3]]
    everything = subtract(Suppress(5)(table_of(counts)))
    names = everything.loc[~everything["declared"], "target"].tolist()
    assert "B | c" in names  # rows A and B less columns a and b leave exactly this cell


def test_three_dimensions():
    people = pd.DataFrame(
        [("A", "a", "x")] * 2 + [("A", "a", "y")] * 9 + [("B", "a", "x")] * 9 + [("A", "b", "x")] * 9,
        columns=["film", "region", "device"],
    )
    guesses = subtract(Suppress(5)(count_table(people, by=("film", "region", "device"))))
    assert guesses.set_index("target")["claim"].to_dict() == {"A | a | x": 2}


def test_hidden_cells_without_a_rule_get_a_sentence():
    release = Suppress(5)(table_of([[1, 6], [7, 8]]))
    with pytest.raises(ValueError, match="names no rule"):
        subtract(CountTable(release.cells, release.by))


def release_of(table, **options):
    """The table with its counts below 3 hidden, and a rule and other fields that say more of it."""
    return replace(Suppress(3)(table), **options)


CANNOT_READ = {
    "hidden to cover others": {"rule": Rule(3, complementary_mark="x")},
    "zeros are 'hidden'": {"rule": Rule(3, zeros="hidden")},
    "zeros are 'may be hidden'": {"rule": Rule(3, zeros="may be hidden")},
    "rounded to multiples of 5": {"base": 5},
    "sum printed cells only": {"totals_of": "printed cells"},
    "counts minutes": {"unit": "minutes", "rule": None, "dominance": PPercentRule(10)},
    "wider labels": {"hierarchies": {"region": {"a": "Aland", "b": "Aland"}}},
}


@pytest.mark.parametrize("reason", CANNOT_READ)
def test_what_subtraction_cannot_read_gets_a_sentence(reason):
    with pytest.raises(ValueError, match=f"cannot read this table: .*{reason}.*audit"):
        subtract(release_of(table_of([[1, 6], [7, 8]]), **CANNOT_READ[reason]))


def test_a_repaired_table_is_refused():
    repaired = SuppressComplementary(5)(table_of([[1, 6, 9], [7, 8, 9], [9, 9, 9]]))
    with pytest.raises(ValueError, match="hidden to cover others"):
        subtract(repaired)


def test_totals_of_one_dimension_and_totals_that_are_not_last_are_refused():
    table = Suppress(5)(table_of([[1, 6], [7, 8]]))
    rows_only = replace(table, cells=table.cells[table.cells["film"] != TOTAL])
    for strange in (rows_only, replace(table, cells=table.cells[::-1])):
        with pytest.raises(ValueError, match="not laid out"):
            subtract(strange)


small_tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 8), min_size=width, max_size=width), min_size=2, max_size=4)
)


@given(small_tables, st.integers(2, 6))
def test_the_truth_lies_in_every_interval(counts, threshold):
    table = table_of(counts)
    guesses = subtract(Suppress(threshold)(table))
    answer = guesses[["film", "region"]].merge(table.cells)["count"]
    guesses = guesses.reset_index()
    assert ((guesses["low"] <= answer) & (answer <= guesses["high"])).all()
