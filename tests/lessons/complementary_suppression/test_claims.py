"""What complementary suppression claims, over five worlds: small corners by enumeration, large tables by the audit."""

from functools import cache
from itertools import product

import numpy as np
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.protection import UnreachableError, Width
from disclosure.tables.count_table import count_table
from disclosure.tables.favourites import favourites
from disclosure.tables.from_counts import table_from_counts
from lessons.complementary_suppression.sweep import hidden_cells, judged, repairs, with_two_marks
from tests.disclosure.audit.brute_force import Cell, TooManyError, allowed_counts, chains, covers, enumerate_ranges
from tests.lessons.worlds import DAYS, SEEDS, every_seed, world

THRESHOLD = 4
PROMISES = ["exact", Width(2), "whole range"]
CORNERS = [(0, 1), (0, 3), (3, 3), (5, 2)]
"""Where the small tables of three titles and three regions begin in the large one."""


@cache
def large(seed):
    """Favourites in the countries with the most viewers: as many people in a cell as in the lesson's larger world."""
    viewers, views, titles = world(seed).viewers, world(seed).views, world(seed).titles
    largest = viewers["country"].value_counts().index[:6]
    abroad = viewers[viewers["country"].isin(largest)].assign(region=lambda them: them["country"].astype(str))
    people = favourites(views, abroad, titles, days=DAYS, n_titles=8)
    return count_table(people, by=("title", "region"))


@cache
def corner(seed, row, column):
    inner = large(seed).cells[~large(seed).is_total]
    counts = inner.pivot(index="title", columns="region", values="count").astype(int)
    counts = counts.reindex(inner["title"].unique())[inner["region"].unique()]
    return table_from_counts(counts.iloc[row : row + 3, column : column + 3])


def enumerated_ranges(release, primary):
    """The smallest and largest count of each cell over every table that fits, one by one; shape (cells, 2)."""
    narrowest = [chains([release], dimension) for dimension in release.by]
    top = int(release.cells["count"].max())
    rows = zip(release.cells["count"], release.cells["mark"], primary, strict=True)
    allowed = [allowed_counts(release, count, mark, is_primary, top) for count, mark, is_primary in rows]
    labels = release.cells[list(release.by)].itertuples(index=False)
    cells = [Cell(covers(tuple(label), narrowest), fits) for label, fits in zip(labels, allowed, strict=True)]
    return np.column_stack(enumerate_ranges(cells))


def too_narrow(table, release, promise):
    """The small cells whose enumerated interval falls short of a promise."""
    count = table.cells["count"].to_numpy(dtype=int)
    small = (count > 0) & (count < THRESHOLD)
    low, high = enumerated_ranges(release, small.tolist()).T
    if promise == "whole range":
        enough = (low <= 1) & (high >= THRESHOLD - 1)
    else:
        enough = high - low >= (1 if promise == "exact" else promise.people)
    return table.cell_names[small & ~enough].tolist()


@cache
def enumerated(seed):
    """For each small table and each promise that can be kept: the cells that fall short of it."""
    found = {}
    for place, promise, method in product(CORNERS, PROMISES, ("greedy", "optimal")):
        try:
            release = SuppressComplementary(THRESHOLD, protect=promise, method=method)(corner(seed, *place))
            found[place, promise, method] = too_narrow(corner(seed, *place), release, promise)
        except (UnreachableError, TooManyError):
            continue
    return found


@every_seed
def test_no_enumerated_interval_of_a_primary_cell_falls_short_of_the_declared_protection(seed):
    assert [case for case, short in enumerated(seed).items() if short] == []


def test_enough_small_tables_are_enumerated_and_the_rule_alone_falls_short():
    """So that the claim above is about something."""
    assert all(len(enumerated(seed)) >= 8 for seed in SEEDS)
    tables = [corner(seed, *place) for seed in SEEDS for place in CORNERS]
    short = [too_narrow(table, Suppress(THRESHOLD)(table), "exact") for table in tables]
    assert sum(map(bool, short)) > len(tables) / 2


@cache
def judged_repairs(seed, threshold):
    asked = [SuppressComplementary(threshold, method="optimal", time_limit=20)]
    asked += [SuppressComplementary(threshold, protect=promise) for promise in PROMISES]
    return repairs(large(seed), asked)


@every_seed
@pytest.mark.parametrize("threshold", [4, 5])
def test_the_rule_alone_gives_cells_back_and_the_repair_none(seed, threshold):
    table = large(seed)
    alone, mended = judged(table, Suppress(threshold)(table)), judged_repairs(seed, threshold).iloc[0]
    assert alone["known"] > 0 == mended["known"]
    assert mended["people_protected"] == mended["people_primary"] == alone["people_primary"]
    assert mended["utility_lost"] >= alone["utility_lost"]


@every_seed
def test_the_audit_of_a_repaired_table_never_calls_a_primary_cell_exact(seed):
    release = SuppressComplementary(5)(large(seed))
    known = hidden_cells(large(seed), release).query("role == 'primary'")
    assert len(known) and not known["verdict"].eq("exact").any()


@every_seed
def test_a_wider_promise_is_never_cheaper_and_the_cheapest_repair_never_dearer(seed):
    prices = judged_repairs(seed, 5)["price"]
    assert prices.iloc[0] <= prices.iloc[1]
    asked = [SuppressComplementary(5, protect=promise, method="optimal", time_limit=20) for promise in PROMISES]
    assert repairs(large(seed), asked)["price"].dropna().is_monotonic_increasing


@every_seed
def test_no_repair_keeps_more_open_than_the_rule_does(seed):
    with pytest.raises(UnreachableError, match="it is known to be 1 to 4"):
        SuppressComplementary(5, protect=Width(4))(large(seed))


def test_marks_that_tell_never_hide_more_and_open_cells_that_one_mark_keeps_hidden():
    opened = 0
    for seed, threshold in product(SEEDS, (3, 4, 5)):
        table = large(seed)
        release = SuppressComplementary(threshold, primary_known=False)(table)
        one, two = (audit(it, Outsider(), why=False) for it in (release, with_two_marks(release, table, "x")))
        assert (two["low"] >= one["low"]).all() and (two["high"].fillna(10**9) <= one["high"].fillna(10**9)).all()
        small = table.cells["count"][one.index].between(1, threshold - 1)
        assert not one["verdict"][small].eq("exact").any()
        opened += int(two["verdict"][small].eq("exact").sum())
    assert opened > 0
