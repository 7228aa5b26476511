"""What a repair hides and how long it takes: hypercube, greedy and optimal side by side on 200 x 50 cells."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.hiding import hide, primary_cells
from disclosure.repair.protection import Protection, Singletons, Width
from disclosure.rules import DominanceRule, NKRule, PPercentRule
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.magnitude_table import magnitude_table
from tests.benchmarks.turns import say, sizes, take_turns

FILMS, REGIONS, THRESHOLD = 200, 50, 5
SEEDS = (0, 2, 3)
WORST_PRICE, MOST_AUDITS, MOST_GREEDY = 1.3, 30, 40
"""The greedy price in optimal prices, a greedy repair in audits of the same table, an optimal one in greedy ones."""

LEVELS: dict[str, tuple[Protection, tuple[Outsider | Singletons, ...]]] = {
    "Width(3)": (Width(3), (Outsider(),)),
    "whole range": ("whole range", (Outsider(),)),
    "exact, insiders": ("exact", (Outsider(), Singletons())),
}


def wide_table(seed: int, films: int = FILMS, regions: int = REGIONS) -> CountTable:
    """Counts around 40, rows and columns of different weight, so that some 50 are below the threshold."""
    rng = np.random.default_rng(seed)
    weight = rng.normal(0, 0.5, (films, 1)) + rng.normal(0, 0.5, (1, regions))
    counts = rng.poisson(40 * np.exp(weight))
    film, region = np.indices(counts.shape)
    people = {"film": film, "region": region}
    labels = {name: [f"{name} {i}" for i in np.repeat(at.ravel(), counts.ravel())] for name, at in people.items()}
    return count_table(pd.DataFrame(labels), by=("film", "region"))


def hypercube(table: CountTable) -> CountTable:
    """For each primary cell the cheapest rectangle that has it in a corner, cells that are hidden already for free."""
    counts = table.cells["count"].to_numpy(dtype=float).reshape(table.cells[list(table.by)].nunique().to_numpy())
    small = (counts > 0) & (counts < THRESHOLD)
    price = np.where(small | (counts <= THRESHOLD), np.inf, counts)
    price[small] = 0
    for row, column in np.argwhere(small):
        price[row, column] = 0
        rectangles = price + price[row][None, :] + price[:, column][:, None]
        rectangles[row], rectangles[:, column] = np.inf, np.inf
        other = np.unravel_index(np.argmin(rectangles), price.shape)
        price[row, other[1]] = price[other[0], column] = price[other] = 0
    rule = SuppressComplementary(THRESHOLD).rule
    release = hide(table, rule, [(price == 0).ravel()])
    assert isinstance(release, CountTable)
    return release


def price(table: CountTable, release: CountTable) -> tuple[int, int]:
    """The people and the number of its complementary cells."""
    small = primary_cells(table, SuppressComplementary(THRESHOLD).rule)
    hidden = release.is_hidden & ~small
    return int(table.cells["count"][hidden].sum()), int(hidden.sum())


def given_away(table: CountTable, release: CountTable) -> int:
    """How many primary cells an outsider gets back."""
    small = primary_cells(table, SuppressComplementary(THRESHOLD).rule)
    return int(exact_cells(release, Outsider(), primary=small)["exact"][small].sum())


WIDE = sizes((0, 20, 10), *((seed, FILMS, REGIONS) for seed in SEEDS))


@pytest.mark.parametrize(("seed", "films", "regions"), WIDE)
def test_hypercube_greedy_and_optimal_side_by_side(seed: int, films: int, regions: int, judged: bool) -> None:
    table, defence = wide_table(seed, films, regions), SuppressComplementary(THRESHOLD)
    turns = take_turns(
        {
            "hypercube": lambda: hypercube(table),
            "greedy": lambda: defence.repair(table),
            "optimal": lambda: replace(defence, method="optimal").repair(table),
            "audit": lambda: audit(Suppress(THRESHOLD)(table), Outsider(), why=False),
        },
        rounds=3,
    )
    greedy, optimal = turns.results["greedy"], turns.results["optimal"]
    say(f"seed {seed}: {films} x {regions}, {primary_cells(table, defence.rule).sum()} primary cells; people (cells) "
        "hidden beside them, seconds")  # fmt: skip
    releases = {"hypercube": turns.results["hypercube"], "greedy": greedy.release, "optimal": optimal.release}
    for name, release in releases.items():
        people, cells = price(table, release)
        say(f"  {name:10} {people:6} ({cells:3}) {turns.median(name):7.2f} s  {given_away(table, release)} given away")
    say(f"  greedy in audits: {turns.ratio('greedy', 'audit'):.1f}; optimal in greedy: "
        f"{turns.ratio('optimal', 'greedy'):.1f}")  # fmt: skip
    assert optimal.proved
    assert optimal.price <= greedy.price <= WORST_PRICE * optimal.price
    assert not judged or turns.ratio("greedy", "audit") <= MOST_AUDITS
    assert not judged or turns.ratio("optimal", "greedy") <= MOST_GREEDY


@pytest.mark.weekly
@pytest.mark.parametrize("level", LEVELS)
def test_wider_protection_and_insiders_are_measured(level: str) -> None:
    """No promise of speed: the gap after a minute is printed."""
    protect, against = LEVELS[level]
    table, defence = wide_table(0), SuppressComplementary(THRESHOLD, protect, against=against)
    for method in ("greedy", "optimal"):
        repaired = replace(defence, method=method).repair(table)
        say(f"{level}, {method}: {repaired.seconds:.2f} s. {repaired.sentence}")


@pytest.mark.parametrize(("seed", "films", "regions"), WIDE)
def test_the_number_of_cells_is_kept_small_as_well(seed: int, films: int, regions: int) -> None:
    table, defence = wide_table(seed, films, regions), SuppressComplementary(THRESHOLD, cost="cells")
    greedy, optimal = (replace(defence, method=method).repair(table) for method in ("greedy", "optimal"))
    say(f"seed {seed}, cells: greedy {greedy.price} in {greedy.seconds:.2f} s; optimal {optimal.price} in "
        f"{optimal.seconds:.2f} s, gap {optimal.gap:.0%}")  # fmt: skip
    assert greedy.price <= WORST_PRICE * optimal.price


def minutes_table(seed: int, films: int = 60, regions: int = 20) -> CountTable:
    """What 3000 people watched: 20 showings each, of lengths that differ a lot, so that some people dominate cells."""
    rng = np.random.default_rng(seed)
    region = rng.choice(regions, 3_000, p=rng.dirichlet(np.full(regions, 3.0)))
    viewer = np.repeat(np.arange(3_000), 20)
    film = rng.choice(films, len(viewer), p=rng.dirichlet(np.ones(films)))
    minutes = np.ceil(rng.lognormal(4, 1.2, len(viewer))).astype(int)
    labels = {"film": [f"film {i}" for i in film], "region": [f"region {i}" for i in region[viewer]]}
    views = pd.DataFrame({**labels, "viewer_id": viewer, "minutes": minutes})
    return magnitude_table(views, by=("film", "region"), largest=2)


@pytest.mark.weekly
@pytest.mark.parametrize("rule", [PPercentRule(10), NKRule(2, 80)], ids=repr)
@pytest.mark.parametrize("seed", SEEDS)
def test_amounts_are_measured(rule: DominanceRule, seed: int) -> None:
    """Levels of the handbook, against an outsider and against everybody who is alone."""
    table = minutes_table(seed)
    for against in ((Outsider(),), (Outsider(), Singletons())):
        for method in ("greedy", "optimal"):
            defence = SuppressComplementary(dominance=rule, against=against, method=method)
            repaired = defence.repair(table)
            say(f"seed {seed}, {rule}, {len(against)} kinds of attackers, {method}: {repaired.seconds:.2f} s. "
                f"{repaired.sentence}")  # fmt: skip
