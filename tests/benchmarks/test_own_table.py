"""How long a file takes from its bytes to its findings, beside the audit of the same table once it is read."""

import numpy as np
import pytest

from disclosure.audit import Outsider, audit
from disclosure.own_table import check_table
from disclosure.own_table.sheets.in_memory import FileInMemory
from tests.benchmarks.turns import say, take_turns

MOST_TIMES = 40
"""Reading, adding up, asking and telling, beside one audit with its reasons."""


def published(rows: int, columns: int, seed: int = 1) -> bytes:
    """A table in which a tenth of the cells are small and hidden."""
    random = np.random.default_rng(seed)
    counts = random.poisson(30, (rows, columns))
    counts[random.random(counts.shape) < 0.1] = random.integers(1, 5)
    lines = [["Area", *(f"c{j}" for j in range(columns)), "All"]]
    for row, own in enumerate(counts):
        lines.append([f"a{row}", *("<5" if 0 < n < 5 else str(n) for n in own), str(own.sum())])
    lines.append(["All", *map(str, counts.sum(axis=0)), str(counts.sum())])
    return "\n".join(map(",".join, lines)).encode()


@pytest.mark.parametrize(("rows", "columns"), [(60, 20), pytest.param(200, 50, marks=pytest.mark.weekly)])
def test_reading_is_no_hundred_audits(rows, columns, judged):
    file, answers = FileInMemory("table.csv", published(rows, columns)), {"mark <5": "1 to 4"}
    release = check_table(file, answers=answers).release
    turns = take_turns(
        {"check": lambda: check_table(file, answers=answers), "audit": lambda: audit(release, Outsider())}, rounds=3
    )
    say(f"{rows} x {columns}: check {turns.median('check'):.2f} s, audit {turns.median('audit'):.2f} s")
    assert not judged or turns.ratio("check", "audit") < MOST_TIMES
