"""How fast the audit is: by itself, beside a linear program for each cell, and beside acro 1.0.2."""

import json
import math
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.system import System
from disclosure.audit.solving.findings import find_counts, find_ranges
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.defences.suppression import Suppress
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.percentages import Percentages
from tests.benchmarks.turns import say, sizes, take_turns

ACRO = "acro==1.0.2"
LEAST_PEER, MOST_OF_COUNTING, MOST_WITH_PERCENTAGES = 1_000, 1, 3
"""The audit beside linear programs; finding what is exact beside counting the people; with percentages and without."""


def people_of(films: int, regions: int, n: int, seed: int = 1) -> pd.DataFrame:
    """People over films and regions, both skewed, so that about half of all cells are small."""
    rng = np.random.default_rng(seed)
    shares = [1 / np.arange(1, size + 1) ** slope for size, slope in ((films, 0.8), (regions, 0.6))]
    film, region = (rng.choice(len(share), size=n, p=share / share.sum()) for share in shares)
    return pd.DataFrame({"film": [f"film {i}" for i in film], "region": [f"region {i}" for i in region]})


def release_of(films: int, regions: int, n: int) -> CountTable:
    return Suppress(5)(count_table(people_of(films, regions, n), by=("film", "region")))


@pytest.mark.parametrize(("films", "regions"), sizes((20, 10), (200, 50), (500, 190)))
def test_all_exact_cells_are_found_while_the_table_is_counted(films: int, regions: int, judged: bool) -> None:
    people = people_of(films, regions, films * regions * 5)
    system = system_of(Suppress(5)(count_table(people, by=("film", "region"))), Outsider())
    turns = take_turns(
        {"audit": lambda: find_counts(system), "counting": lambda: count_table(people, by=("film", "region"))}
    )
    exact, hidden = turns.results["audit"], system.low < system.high
    say(f"{films} x {regions}: {hidden.sum()} hidden cells, {(exact & hidden).sum()} exact, "
        f"{turns.median('audit'):.4f} s; counting {turns.median('counting'):.4f} s")  # fmt: skip
    assert not judged or turns.ratio("audit", "counting") <= MOST_OF_COUNTING


@pytest.mark.parametrize(("films", "regions"), sizes((20, 10), (200, 50)))
def test_percentages_beside_all_counts_cost_little(films: int, regions: int, judged: bool) -> None:
    plain = count_table(people_of(films, regions, films * regions * 5), by=("film", "region"))
    counts = plain.cells["count"].to_numpy(dtype=float)
    bases = plain.cells.groupby("film")["count"].transform("max").to_numpy(dtype=float)
    share = np.floor(counts * 1_000 / np.maximum(bases, 1) + 0.5) / 10
    of_film = Percentages("share", of="region", rounding="half up", sums_to_100=False)
    beside = replace(plain, cells=plain.cells.assign(share=share), percentages=(of_film,))
    without, with_them = Suppress(5)(plain), Suppress(5)(beside)
    turns = take_turns(
        {
            "with": lambda: audit(with_them, Outsider(), why=False),
            "without": lambda: audit(without, Outsider(), why=False),
        }
    )
    say(f"{films} x {regions}: {turns.median('with'):.2f} s with percentages, {turns.median('without'):.2f} s without; "
        f"{turns.results['with']['verdict'].eq('exact').sum()} exact, "
        f"{turns.results['without']['verdict'].eq('exact').sum()} without")  # fmt: skip
    assert not judged or turns.ratio("with", "without") <= MOST_WITH_PERCENTAGES


@pytest.mark.parametrize(("films", "regions"), sizes((20, 10), (200, 50)))
def test_all_bounds_of_a_two_way_table_beside_one_linear_program_per_cell(
    films: int, regions: int, judged: bool
) -> None:
    system = system_of(release_of(films, regions, films * regions * 5), Outsider())
    hidden = np.flatnonzero(system.low < system.high)
    sample = np.random.default_rng(0).choice(hidden, size=10, replace=False)
    turns = take_turns(
        {
            "audit": lambda: find_ranges(system),
            "linprog": lambda: [linear_bounds(system, int(cell)) for cell in sample],
        },
        rounds=3,
    )
    findings = turns.results["audit"]
    assert turns.results["linprog"] == [(int(findings.low[cell]), int(findings.high[cell])) for cell in sample]
    ratio = turns.ratio("linprog", "audit") * len(hidden) / len(sample)
    say(f"{films} x {regions}, {len(hidden)} hidden cells: all bounds {turns.median('audit'):.2f} s; "
        f"linprog for each cell takes {ratio:.0f} times as long")  # fmt: skip
    assert not judged or ratio >= LEAST_PEER


def linear_bounds(system: System, cell: int) -> tuple[int, int]:
    """The bounds of one cell by two linear programs over all hidden cells."""
    from scipy.optimize import linprog

    hidden = system.low < system.high
    cost = (np.flatnonzero(hidden) == cell).astype(float)
    sums = -(system.matrix @ np.where(hidden, 0, system.low))
    bounds = np.column_stack([system.low, system.high])[hidden]
    rows = system.matrix[:, hidden]
    low, high = (linprog(s * cost, A_eq=rows, b_eq=sums, bounds=bounds, method="highs").fun for s in (1, -1))
    return math.ceil(low - 1e-6), math.floor(-high + 1e-6)


@pytest.fixture(scope="session")
def acro_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment of its own, with acro."""
    home = tmp_path_factory.mktemp("acro")
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, home / "venv"], check=True)
    python = home / "venv" / "bin" / "python"
    subprocess.run([uv, "pip", "install", "-q", "--python", python, ACRO], check=True)
    return python


def acro_crosstab(python: Path, people: Path) -> dict[str, Any]:
    """acro's table of some people with suppression, and the seconds that it took."""
    script = Path(__file__).with_name("peers") / "acro_crosstab.py"
    told = subprocess.run([python, script, people], check=True, capture_output=True, text=True)
    return json.loads(told.stdout)


@pytest.mark.weekly
@pytest.mark.parametrize(("films", "regions"), [(20, 10), (50, 20), (200, 50)])
def test_crosstab_suppression_and_audit_beside_acro(
    acro_python: Path, tmp_path: Path, films: int, regions: int
) -> None:
    people = people_of(films, regions, 100_000)
    people.to_csv(tmp_path / "people.csv", index=False)
    peer = acro_crosstab(acro_python, tmp_path / "people.csv")["seconds"]
    exact_cells(release_of(2, 2, 50), Outsider())
    start = time.perf_counter()
    release = Suppress(10)(count_table(people, by=("film", "region")))
    frame = audit(release, Outsider(), why=False)
    ours = time.perf_counter() - start
    found = (frame["verdict"] == "exact").sum()
    say(f"{films} x {regions}, 100,000 rows: acro {peer:.2f} s; ours {ours:.2f} s; {peer / ours:.1f} x")
    say(f"{len(frame)} cells hidden, {found} exact")
    assert ours < peer


@pytest.mark.weekly
def test_a_plain_table_beside_acro_gives_its_hidden_cell_back(acro_python: Path, tmp_path: Path) -> None:
    """acro's margins are summed again without the hidden cell."""
    counts = {"A": (20, 15, 3), "B": (12, 30, 25), "C": (18, 22, 40)}
    rows = [(film, f"r{i}") for film, row in counts.items() for i, n in enumerate(row) for _ in range(n)]
    people = pd.DataFrame(rows, columns=["film", "region"])
    people.to_csv(tmp_path / "people.csv", index=False)
    release = read_acro(acro_crosstab(acro_python, tmp_path / "people.csv"))
    plain = count_table(people, by=("film",))
    linked = audit(LinkedTables((release, plain)), Outsider())
    say(linked[["target", "low", "high", "why"]].to_string())
    assert audit(release, Outsider(), nothing_to_subtract=True)["verdict"].tolist() == ["open"]
    assert linked[["low", "high"]].to_numpy().tolist() == [[3, 3]]


def read_acro(told: dict[str, Any]) -> CountTable:
    """acro's crosstab as a release; its margins sum what is printed."""
    labels = {"All": TOTAL}
    cells = [
        (
            labels.get(film, film),
            labels.get(region, region),
            pd.NA if count is None or math.isnan(count) else int(count),
        )
        for film, row in zip(told["index"], told["data"], strict=True)
        for region, count in zip(told["columns"], row, strict=True)
    ]
    frame = pd.DataFrame(cells, columns=["film", "region", "count"]).astype({"count": "Int64"})
    frame["mark"] = np.where(frame["count"].isna(), "c", "")
    return CountTable(frame, ("film", "region"), Rule(10), totals_of="printed cells")


def test_a_crosstab_of_acro_is_read_as_a_release() -> None:
    told = {"index": ["A", "B", "All"], "columns": ["x", "All"], "data": [[None, 0], [12, 12], [12, 12]]}
    release = read_acro(told)
    assert release.grid().to_numpy().tolist() == [["c", "0"], ["12", "12"], ["12", "12"]]
