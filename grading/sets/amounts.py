"""Set 4, on amounts: when one contributor dominates a cell, and what the others can work out about her."""

from typing import Any, Final

import numpy as np
import pandas as pd

from grading.drawing import REGIONS, several
from grading.tasks import ORDINARY, Case, FunctionTask, OwnWorld, ProblemSet, WorldTask

AT_THRESHOLD: Final = "the threshold itself"
FEW: Final = "fewer than n contributors"
ALL_ZERO: Final = "nothing but zeros"
ONE: Final = "one contributor"
TIES: Final = "ties"
HIDDEN_ONE: Final = "one hidden amount"
NOTHING: Final = "nothing is hidden"
NOTHING_LEFT: Final = "nothing is left to share"

P: Final = 10
"""The p of the p % rule in a student's world, in per cent."""
CELLS: Final = 12
FEWEST, MOST = 3, 6
"""Viewers in a cell that is taken into a student's world."""


def dominated(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A cell, of which it is drawn first whether its n largest contributors have more than a share of it."""
    n, percent = 1 + number % 3, int(rng.integers(12, 19)) * 5
    amounts, verdict = _shares(rng, n, percent, above={AT_THRESHOLD: 0}.get(tag, 1 if number % 2 else -1))
    if tag == FEW:
        n, amounts, verdict = 3, several(rng, 20, 90, 2), True
    if tag == ALL_ZERO:
        amounts, verdict = [0] * 4, False
    if tag == ALL_ZERO and number % 2:
        amounts = []
    order = rng.permutation(len(amounts))
    return Case((pd.Series([amounts[place] for place in order], dtype="int64"), n, percent), verdict)


def _shares(rng: np.random.Generator, n: int, percent: int, above: int) -> tuple[list[int], bool]:
    """Amounts whose n largest have just so many per cent of all, or one unit more or less than that."""
    whole = 100 * n * int(rng.integers(4, 9))
    top = whole * percent // 100 + above
    each, rest = top // n, whole - top
    largest = [each + 1] * (top % n) + [each] * (n - top % n)
    apart = each // 3 if n > 1 else 0
    largest[0], largest[-1] = largest[0] + apart, largest[-1] - apart
    small = max(1, min(largest) // 3)
    others = [small] * (rest // small) + ([rest % small] if rest % small else [])
    return [*largest, *others], above > 0


def to_be_hidden(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A cell for the p/q rule, drawn from what is left beside its two largest contributors."""
    p, q = int(rng.integers(1, 5)) * 5, int(rng.integers(4, 11)) * 10
    largest = 20 * q * int(rng.integers(3, 8))
    edge = p * largest // q
    rest = {AT_THRESHOLD: edge, NOTHING_LEFT: 0}.get(tag, edge + (1 if number % 2 else -1) * int(rng.integers(1, 9)))
    second = largest if tag == TIES else largest - int(rng.integers(1, 9))
    amounts = [largest] if tag == ONE else [largest, second, *_split(rng, rest)]
    order = rng.permutation(len(amounts))
    hidden = tag == ONE or rest < edge
    return Case((pd.Series([amounts[place] for place in order], dtype="int64"), p, q), hidden)


def _split(rng: np.random.Generator, rest: int) -> list[int]:
    """A rest in two parts, or none."""
    part = int(rng.integers(0, rest + 1)) if rest else 0
    return [part, rest - part] if rest else []


def room(rng: np.random.Generator, tag: str, number: int) -> Case:
    """A line of amounts, some hidden, with a known bound below each; the ranges, from the two worst ways to share."""
    n_hidden = {HIDDEN_ONE: 1, NOTHING: 0}.get(tag, 2 + number % 2)
    names = [REGIONS[place] for place in rng.permutation(5)]
    least = dict(zip(names[:n_hidden], several(rng, 0, 50, n_hidden), strict=True))
    spare = 0 if tag == NOTHING_LEFT else int(rng.integers(5, 100)) if n_hidden else 0
    printed = dict(zip(names[n_hidden:], several(rng, 50, 300, 5 - n_hidden), strict=True))
    line = pd.Series({name: printed.get(name) for name in REGIONS[:5]}, dtype="Int64")
    line["total"] = sum(printed.values()) + sum(least.values()) + spare
    alone = n_hidden == 1
    found = {name: [low + (spare if alone else 0), low + spare] for name, low in least.items()}
    return Case((line, least), found)


def own_world(world: Any) -> OwnWorld:
    """Minutes that viewers of one country gave to a title, cell by cell, and what the second largest can work out."""
    log = world.views.merge(world.viewers[["viewer_id", "country"]], on="viewer_id")
    spent = log.groupby(["title_id", "country", "viewer_id"])["minutes_watched"].sum()
    ranked = estimates(spent)
    first = max(0, int((ranked["off_by"] < P / 100).sum()) - CELLS // 2)
    chosen = ranked.iloc[first : first + CELLS].sort_index().reset_index()
    rows = [
        (cell, viewer, int(minutes))
        for cell, (title, country) in enumerate(zip(chosen["title_id"], chosen["country"], strict=True), 1)
        for viewer, minutes in enumerate(sorted(spent[title, country]), 1)
    ]
    off_by = [float(each) for each in chosen["off_by"]]
    hidden = [cell for cell, each in enumerate(off_by, 1) if each < P / 100]
    best = off_by.index(min(off_by))
    files = {"minutes": pd.DataFrame(rows, columns=["cell", "viewer", "minutes"])}
    return OwnWorld(files, {"my_hidden": hidden, "my_closest": [best + 1, int(chosen["guess"][best])]})


def estimates(spent: pd.Series) -> pd.DataFrame:
    """What the second largest of each cell takes the largest to be: ``guess`` and ``off_by``, the closest first."""
    by = ["title_id", "country"]
    cells = spent.groupby(by).agg(["sum", "max", "size"])
    cells["second"] = spent.sort_values().groupby(by).nth(-2).droplevel("viewer_id")
    few = cells[cells["size"].between(FEWEST, MOST)].assign(guess=lambda cell: cell["sum"] - cell["second"])
    return few.assign(off_by=(few["guess"] - few["max"]) / few["max"]).sort_values(["off_by", *by])


def same_cells(answer: Any, key: Any) -> bool:
    """Whether a set of cells is the key's."""
    return set(answer) == set(key)


SET: Final = ProblemSet(
    "set4",
    (
        FunctionTask("my_dominated", {ORDINARY: 2, AT_THRESHOLD: 1, FEW: 1, ALL_ZERO: 1}, dominated),
        FunctionTask("my_pq", {ORDINARY: 2, AT_THRESHOLD: 1, ONE: 0.5, TIES: 0.5, NOTHING_LEFT: 1}, to_be_hidden),
        FunctionTask("my_room", {ORDINARY: 2, HIDDEN_ONE: 1, NOTHING: 0.5, NOTHING_LEFT: 0.5}, room),
        WorldTask("my_hidden", 3, same_cells),
        WorldTask("my_closest", 3),
    ),
    ("minutes",),
    own_world,
)
