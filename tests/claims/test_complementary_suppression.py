"""What lesson 04 claims, held against five worlds: no repaired cell falls short of its declared protection."""

import numpy as np
import pandas as pd
import pytest

from lessons.audit.attackers import Outsider
from lessons.audit.verdicts import audit
from lessons.defences.complementary_suppression import SuppressComplementary
from lessons.defences.protection import UnreachableError, Width
from lessons.defences.suppression import Suppress
from lessons.releases.count_table import count_table
from lessons.sweep.repairs import judged
from tests.claims.worlds import SEEDS, every_seed, favourite_table


def corner(seed, size=3):
    """The smallest titles and regions of a world: a table small enough to list all that could stand behind it."""
    cells = favourite_table(seed).cells
    inner = cells[~favourite_table(seed).is_total]
    titles, regions = inner["title"].unique()[-size:], inner["region"].unique()[-size:]
    people = inner[inner["title"].isin(titles) & inner["region"].isin(regions)].astype({"count": int})
    people = people.loc[people.index.repeat(people["count"]), ["title", "region"]]
    dtypes = {"title": pd.CategoricalDtype(titles), "region": pd.CategoricalDtype(regions)}
    return count_table(people.astype(dtypes), by=("title", "region"))


def enumerated(table, release, threshold):
    """The smallest and largest value of each inner cell over all tables that a reader must think possible."""
    size = int(len(table.cells) ** 0.5) - 1
    grid = lambda cells: cells["count"].to_numpy(dtype="float64", na_value=np.nan).reshape(size + 1, size + 1)  # noqa: E731
    truth, printed = grid(table.cells), grid(release.cells)
    small = (truth >= 1) & (truth < threshold)
    low, high = np.full((size, size), np.inf), np.full((size, size), -np.inf)

    def options(row, column):
        if not np.isnan(printed[row, column]):
            return [int(printed[row, column])]
        if small[row, column]:
            return range(1, threshold)
        return range(threshold, int(truth.max()) + threshold)

    def fits(values, place):
        total = values.sum()
        return total == printed[place] if not np.isnan(printed[place]) else is_possible(total, place)

    def is_possible(total, place):
        return 1 <= total < threshold if small[place] else total >= threshold

    def rows_of(row):
        found = [np.zeros(0, dtype=int)]
        for column in range(size):
            found = [np.append(begun, value) for begun in found for value in options(row, column)]
        return [np.array(one) for one in found if fits(np.array(one), (row, size))]

    def fill(filled):
        if len(filled) < size:
            for row in rows_of(len(filled)):
                yield from fill([*filled, row])
            return
        table_of = np.array(filled)
        columns = all(fits(table_of[:, column], (size, column)) for column in range(size))
        if columns and fits(table_of.ravel(), (size, size)):
            yield table_of

    for one in fill([]):
        low, high = np.minimum(low, one), np.maximum(high, one)
    return low, high, small[:size, :size]


@every_seed
@pytest.mark.parametrize(("protect", "width"), [("exact", 1), (Width(2), 2)])
def test_no_enumerated_interval_falls_short_of_the_protection(seed, protect, width):
    table, threshold = corner(seed, size=2), 4
    try:
        release = SuppressComplementary(threshold, protect=protect)(table)
    except UnreachableError:
        return  # it says so, and publishes nothing
    low, high, small = enumerated(table, release, threshold)
    assert (high[small] - low[small] >= width).all()


def test_the_enumeration_is_about_something():
    """In some worlds the rule alone gives a small cell away, and the enumeration sees it."""
    given_away = 0
    for seed in SEEDS:
        table = corner(seed, size=2)
        low, high, small = enumerated(table, Suppress(4)(table), 4)
        given_away += int((low[small] == high[small]).sum())
    assert given_away > 0


@every_seed
@pytest.mark.parametrize("threshold", [4, 8])
def test_a_repair_protects_every_small_cell_where_the_rule_alone_does_not(seed, threshold):
    table = favourite_table(seed)
    alone, repair = Suppress(threshold)(table), SuppressComplementary(threshold)
    release = repair(table)
    assert judged(table, release)["known"] == 0 < judged(table, alone)["known"]
    assert judged(table, release)["utility_lost"] > judged(table, alone)["utility_lost"]
    known = audit(release, Outsider(), why=False).set_index("target")
    true = pd.Series(table.cells["count"].to_numpy(), index=table.cell_names)[known.index]
    assert true.between(known["low"], known["high"].fillna(10**9)).all()
