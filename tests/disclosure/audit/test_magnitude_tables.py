"""Tables of amounts against brute force: every amount of every cell, every split among its contributors."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Outsider, members
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.defences.dominance import SuppressDominated
from disclosure.rules import DominanceRule, NKRule, PPercentRule
from disclosure.tables.count_table import CountTable
from disclosure.tables.magnitude_table import magnitude_table
from tests.disclosure.audit.brute_force import Cell, Chains, TooManyError, chains, covers, enumerate_ranges
from tests.disclosure.audit.reading.test_dominance import dominated, splits

TOP = 28


def random_case(rng: np.random.Generator) -> tuple[CountTable, Attacker]:
    """Up to four contributors in each of up to six cells, at most 6 together; a rule; somebody who knows her own."""
    shape = (2, int(rng.integers(2, 4)))
    rows = [
        (film, region, amount)
        for film in "AB"[: shape[0]]
        for region in "xyz"[: shape[1]]
        for amount in some_split(rng, 6 if shape[1] == 2 else 4)
    ]
    people = pd.DataFrame(rows, columns=["film", "region", "minutes"]).assign(viewer_id=lambda frame: frame.index)
    rule = PPercentRule(int(rng.choice([20, 60, 100])), secret=bool(rng.random() < 0.4))
    if rng.random() < 0.5:
        rule = NKRule(int(rng.integers(1, 3)), int(rng.choice([60, 80])), secret=rule.secret)
    table = magnitude_table(
        people, by=("film", "region"), contributors=bool(rng.random() < 0.5), largest=rule.contributors
    )
    release = SuppressDominated(rule)(table)
    release = also_hide(rng, release) if rng.random() < 0.5 else release
    chosen = [people.loc[i] for i in rng.permutation(people.index[people["minutes"] > 0])[: rng.integers(0, 3)]]
    insiders = tuple(Contributor((one.film, one.region), amount=int(one.minutes)) for one in chosen)
    return release, Coalition(insiders) if insiders else Outsider()


def some_split(rng: np.random.Generator, most: int) -> list[int]:
    """Contributions to one cell, from nobody to four, together at most so much; 0 stands for a cell that is empty."""
    options = splits(int(rng.integers(0, most + 1)), None)
    chosen = options[int(rng.integers(len(options)))][:4]
    return list(chosen) or [0]


def also_hide(rng: np.random.Generator, release: CountTable) -> CountTable:
    """Hide some other cells, with the same mark or a second one; zeros only if the rule says so."""
    mark, zeros = str(rng.choice(["c", "x"])), str(rng.choice(["printed", "may be hidden"]))
    others = release.cells["count"].notna() & ~release.is_total & (rng.random(len(release.cells)) < 0.4)
    others &= (release.cells["count"] > 0) | (zeros == "may be hidden")
    cells = release.cells.assign(
        count=release.cells["count"].mask(others), mark=release.cells["mark"].mask(others, mark)
    )
    assert release.dominance is not None
    return replace(release, cells=cells, dominance=replace(release.dominance, complementary_mark=mark, zeros=zeros))


def allowed(release: CountTable, row: pd.Series, attacker: Attacker) -> np.ndarray:
    """Which amounts from 0 to `TOP` could be behind what is printed of one cell; shape (TOP + 1,)."""
    cell, rule = (row["film"], row["region"]), release.dominance
    known = tuple(member.amount or 0 for member in members(attacker) if member.cell == cell)
    others = int(row["contributors"]) - len(known) if "contributors" in row else None
    every = range(TOP + 1)
    if pd.notna(row["count"]):
        return np.array([amount == row["count"] for amount in every])
    assert rule is not None
    is_told = rule.complementary_mark is None or rule.mark != rule.complementary_mark
    told = row["mark"] == rule.mark if is_told else None
    return np.array([fits(rule, amount - sum(known), known, others, dominated_cell=told) for amount in every])


def fits(
    rule: DominanceRule, rest: int, known: tuple[int, ...], others: int | None, *, dominated_cell: bool | None
) -> bool:
    """Whether some split of the rest is possible, and dominated or not if that is told."""
    if rest < 0:
        return False
    if rest + sum(known) == 0:
        return dominated_cell is not True and rule.zeros == "may be hidden" and not others
    if dominated_cell is False:
        return any(could_be_printed(rule, known + parts) for parts in splits(rest, others))
    if dominated_cell is None or (rule.secret and isinstance(rule, NKRule)):
        return (rest == 0) if others == 0 else others is None or rest >= others
    surely = replace(rule, p=100) if rule.secret and isinstance(rule, PPercentRule) else rule
    return any(dominated(surely, known + parts) for parts in few_parts(rest, others))


def could_be_printed(rule: DominanceRule, contributions: tuple[int, ...]) -> bool:
    """Whether a rule of this kind may leave a cell alone; of numbers that are public only the least is used."""
    if isinstance(rule, PPercentRule):
        return len(contributions) >= 3
    return len(contributions) >= (2 if rule.secret else rule.n + 1) and sum(contributions) >= rule.smallest_printed


def few_parts(rest: int, others: int | None) -> list[tuple[int, ...]]:
    """All splits of small sums; of larger ones those in up to four parts, which are the ones that dominate."""
    if others is not None or rest <= 8:
        return splits(rest, others)
    return [parts for n in range(4) for parts in splits(rest, n)]


def known_within(attacker: Attacker, narrowest: list[Chains]) -> list[Cell]:
    """What the attackers have in each cell, as cells that hold at least that."""
    amounts: Counter[tuple[str, ...]] = Counter()
    for member in members(attacker):
        amounts[member.cell] += member.amount or 0
    return [Cell(covers(cell, narrowest), np.arange(TOP + 1) >= amount) for cell, amount in amounts.items()]


@pytest.mark.parametrize("seed", range(4))
def test_agrees_with_brute_force(seed: int) -> None:
    rng, hidden = np.random.default_rng(seed), 0
    for _ in range(55):
        release, attacker = random_case(rng)
        narrowest = [chains([release], name) for name in release.by]
        rows = [row for _, row in release.cells.iterrows()]
        cells = [Cell(covers((row["film"], row["region"]), narrowest), allowed(release, row, attacker)) for row in rows]
        try:
            low, high = enumerate_ranges([*cells, *known_within(attacker, narrowest)])
        except TooManyError:
            continue
        frame = audit(release, attacker)
        assert exact_cells(release, attacker)["exact"].tolist() == frame["verdict"].eq("exact").tolist()
        for place, said in frame.iterrows():
            endless = pd.isna(said["high"]) and high[place] >= TOP - low.max()
            agree = said["low"] == low[place] and (endless or (pd.notna(said["high"]) and said["high"] == high[place]))
            assert agree, f"{said} is {low[place]} to {high[place]}\n{release.cells}\n{release.dominance} {attacker}"
            assert (said["verdict"] == "exact") == (low[place] == high[place])
            assert said["why"].startswith("In minutes, ")
            hidden += 1
    assert hidden > 150
