"""The sweep counts what a reader could count in the printed table."""

import pandas as pd

from lessons.audit.subtraction import subtract
from lessons.releases.count_table import count_table
from lessons.sweep import cell_states, sweep_thresholds

PEOPLE = pd.DataFrame(
    [("A", "north")] * 2 + [("A", "south")] * 6 + [("B", "north")] * 7 + [("B", "south")] * 9,
    columns=["film", "region"],
)
TABLE = count_table(PEOPLE, by=("film", "region"))


def test_one_row_per_threshold_by_hand():
    row = sweep_thresholds(TABLE, [2, 3], attack=subtract).set_index("strength").loc[3]
    assert (row["n"], row["printed"], row["right"], row["wrong"], row["abstained"]) == (1, 3, 1, 0, 0)
    assert (row["people_hidden"], row["people_recovered"], row["utility_lost"]) == (2, 2, 2 / 24)
    assert row["baseline"] == 1 / 2  # a blind guess says 1 or 2


def test_nothing_hidden_nothing_found():
    row = sweep_thresholds(TABLE, [2], attack=subtract).iloc[0]
    assert (row["n"], row["right"], row["utility_lost"], row["defence"]) == (0, 0, 0, "Suppress(threshold=2)")


def test_an_attack_that_lies_is_counted_wrong():
    def always_one(release):
        return subtract(release).assign(claim=1)

    assert sweep_thresholds(TABLE, [3], attack=always_one).iloc[0]["wrong"] == 1


def test_states_have_one_letter_per_threshold():
    states = cell_states(TABLE, [2, 3, 7], attack=subtract).set_index(["film", "region"])["states"]
    assert states["A", "north"] == "prr"
    assert states["A", "south"] == "ppr"  # at k = 7 the row hides both: 2 + 6 of 8, but each column gives its cell back
    assert states["B", "south"] == "ppp"
