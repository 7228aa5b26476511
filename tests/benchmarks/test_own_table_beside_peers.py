"""One table through the kit, pytauargus 0.6.0 and acro 1.0.2 in the same run: who finds what, in what time.

The kit reads the file that is published, and says which hidden counts it gives away; with the office's file it repairs
it. The peers begin with the people: pytauargus hides further cells, acro hides small ones and sums its margins anew.
Neither reads a published table. Whatever each would publish goes through the same audit.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest

from disclosure.audit import Outsider, exact_cells
from disclosure.defences.suppression import Suppress
from disclosure.own_table import Wishes, check_table, propose
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from tests.benchmarks.peer_python import python_with, told_by
from tests.benchmarks.test_audit import ACRO, people_of, read_acro
from tests.benchmarks.test_beside_pytauargus import BY, PYTAUARGUS
from tests.benchmarks.turns import say

THRESHOLD = 10
RULE, METHOD = f"FREQ({THRESHOLD},30)", "MOD(1,5,1,1,1)"
ANSWERS = {f"mark <{THRESHOLD}": f"1 to {THRESHOLD - 1}", **{f"cover {name}": "yes" for name in ("film", "column")}}
MOST_OF_PEERS = 4
"""From file to findings, in the time of the faster peer from people to table."""


class Ours(NamedTuple):
    """What the kit did with one table: seconds of the check and of the repair, cells found exact, cells hidden."""

    check: float
    repair: float
    exact: int
    more: int


def as_csv(table: CountTable) -> bytes:
    """A table as an office publishes it: films down, regions across, totals last."""
    grid = table.grid().rename(index={TOTAL: "All"}, columns={TOTAL: "All"})
    return grid.replace("c", f"<{THRESHOLD}").to_csv().encode()


def ours(people: pd.DataFrame) -> Ours:
    """Check what is published if small cells alone are hidden, and repair it."""
    table = count_table(people, by=BY)
    published, office = (FileInMemory(f"{k}.csv", as_csv(t)) for k, t in enumerate((Suppress(THRESHOLD)(table), table)))
    start = time.perf_counter()
    check = check_table(published, answers=ANSWERS)
    checked = time.perf_counter()
    repaired = propose(check_table(published, answers=ANSWERS, office=office), Wishes(THRESHOLD))
    end = time.perf_counter()
    exact = check.findings["role"].eq("primary") & check.findings["verdict"].eq("exact")
    return Ours(checked - start, end - checked, int(exact.sum()), len(repaired.changes))


def exact_in(release: CountTable) -> int:
    """How many hidden cells readers of a release work out; the true totals of acro's margins stand nowhere."""
    return int(exact_cells(release, Outsider(), nothing_to_subtract=True)["exact"].sum())


@pytest.fixture(scope="session")
def peers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[pd.DataFrame], dict[str, Any]]:
    """Ask both peers to protect people, each in an environment of its own."""
    homes = {name: tmp_path_factory.mktemp(name) for name in ("pytauargus", "acro")}
    packages = {"pytauargus": PYTAUARGUS, "acro": ACRO}
    pythons = {name: python_with(package, homes[name]) for name, package in packages.items()}

    def ask(people: pd.DataFrame) -> dict[str, Any]:
        file: Path = homes["acro"] / "people.csv"
        people.to_csv(file, index=False)
        argus = told_by(pythons["pytauargus"], "pytauargus_protect.py", [file, RULE, METHOD])[METHOD]
        return {"pytauargus": argus, "acro": told_by(pythons["acro"], "acro_crosstab.py", [file])}

    return ask


@pytest.mark.weekly
@pytest.mark.parametrize(("films", "regions"), [(20, 10), (60, 20), (200, 50)])
def test_one_table_through_the_kit_and_its_peers(
    peers: Callable[[pd.DataFrame], dict[str, Any]], films: int, regions: int
) -> None:
    people = people_of(films, regions, films * regions * 20)
    ours(people)
    mine, told = ours(people), peers(people)
    seconds = {name: each["seconds"] for name, each in told.items()}
    covering = sum(status == "M" for *_, status in told["pytauargus"]["cells"])
    acro = read_acro(told["acro"])
    say(f"{films} x {regions}: the kit finds {mine.exact} hidden counts given away, and hides {mine.more} more;")
    say(f"  pytauargus hides {covering} more; acro hides small ones alone, of which readers work out {exact_in(acro)}")
    for name, took in seconds.items():
        say(f"  {name} takes {took / mine.check:.2f} x the time of the check, {took / mine.repair:.2f} x of the repair")
    assert mine.exact > 0
    assert mine.check / min(seconds.values()) < MOST_OF_PEERS


def test_the_kit_reads_and_repairs_what_it_would_compare() -> None:
    people = people_of(8, 5, 600)
    found = ours(people)
    assert found.exact == exact_in(Suppress(THRESHOLD)(count_table(people, by=BY))) > 0
    assert found.more > 0
