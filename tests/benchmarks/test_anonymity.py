"""k, l and t of 100,000 records beside pycanon 1.3.6 in its own environment, in the same run, with the same values."""

import json
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from disclosure.records.anonymity import k_anonymity, l_diversity, t_closeness
from disclosure.records.mondrian import Mondrian
from tests.benchmarks.turns import say, sizes, take_turns

PYCANON = "pycanon==1.3.6"
BY = ["birth_date", "sex", "postcode"]
LEAST_RATIO, MOST_SORTS = 50, 100
RECORDS = 100_000
ROUNDS = 5


def collected(n, seed=53):
    """People with quasi-identifiers, one of twelve genres, and a number of nights, both skewed."""
    rng = np.random.default_rng(seed)
    born = np.datetime64("1940-01-01") + rng.integers(0, 60 * 365, n).astype("timedelta64[D]")
    area = rng.choice(list("ABCDEFGHIJ"), n)
    return pd.DataFrame(
        {
            "birth_date": born.astype(str),
            "sex": rng.choice(["female", "male"], n),
            "postcode": np.char.add(area, np.char.add(", ", rng.integers(100, 160, n).astype(str))),
            "genre": rng.choice([f"genre {i:02}" for i in range(12)], n, p=np.arange(12, 0, -1) / 78),
            "nights": rng.geometric(0.2, n).clip(max=30),
        }
    )


@cache
def extract(n, k):
    """Classes of k to some more rows, so that neither l nor t is trivial."""
    return Mondrian(k, by=BY)(collected(n))


@pytest.fixture(scope="session")
def pycanon(tmp_path_factory):
    """Ask pycanon about rows, in an environment of its own."""
    home = tmp_path_factory.mktemp("pycanon")
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, home / "venv"], check=True)
    python = home / "venv" / "bin" / "python"
    subprocess.run([uv, "pip", "install", "-q", "--python", python, PYCANON], check=True)

    def ask(rows):
        rows.to_csv(home / "rows.csv", index=False)
        script = Path(__file__).with_name("peers") / "pycanon_anonymity.py"
        told = subprocess.run([python, script, home / "rows.csv"], check=True, capture_output=True, text=True)
        return json.loads(told.stdout)

    return ask


ASKED = {
    "k": lambda rows: k_anonymity(rows, BY),
    "l": lambda rows: l_diversity(rows, BY, "genre"),
    "t equal": lambda rows: t_closeness(rows, BY, "genre"),
    "t ordered": lambda rows: t_closeness(rows, BY, "nights", distance="ordered"),
}


def ours(rows):
    """The same questions, the median of some rounds."""
    said = {}
    for name, ask in ASKED.items():
        seconds = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            value = ask(rows)
            seconds.append(time.perf_counter() - start)
        said[name] = {"value": float(value), "seconds": float(np.median(seconds))}
    return said


@pytest.mark.weekly
@pytest.mark.parametrize(("n", "k"), [(2_000, 20), (RECORDS, 10), (RECORDS, 60)])
def test_beside_pycanon(pycanon, n, k):
    rows = extract(n, k)
    mine, theirs = ours(rows), pycanon(rows)
    sys.stdout.write(f"\n{n:,} records, {len(rows[BY].drop_duplicates()):,} classes\n")
    for name, said in mine.items():
        tell(f"{name} = {said['value']:.4f}", theirs[name]["seconds"], said["seconds"])
        assert said["value"] == pytest.approx(theirs[name]["value"], abs=1e-9)
    assert 1 < mine["l"]["value"] < 12 and 0 < mine["t equal"]["value"] < 1 and 0 < mine["t ordered"]["value"] < 1
    ratio = tell("together", *(sum(it["seconds"] for it in said.values()) for said in (theirs, mine)))
    if n == RECORDS:
        assert ratio >= LEAST_RATIO


def tell(what, theirs, mine):
    """Print both times, and give the ratio back."""
    sys.stdout.write(f"  {what:18} pycanon {theirs:8.3f} s, ours {1_000 * mine:7.2f} ms: {theirs / mine:.1f} x\n")
    return theirs / mine


@pytest.mark.parametrize(("n", "least"), sizes((500, 5), (RECORDS, 10)))
def test_mondrian_takes_no_longer_than_sorting_a_few_times(n, least, judged):
    rows = collected(n)
    rivals = {"mondrian": lambda: Mondrian(least, by=BY)(rows), "sorting": lambda: rows.sort_values(BY)}
    turns = take_turns(rivals, rounds=1)
    say(f"{n:,} records: {turns.median('mondrian'):.2f} s, {turns.ratio('mondrian', 'sorting'):.1f} times sorting them")
    assert k_anonymity(turns.results["mondrian"], BY) >= least
    assert not judged or turns.ratio("mondrian", "sorting") <= MOST_SORTS


def test_what_is_asked_of_pycanon_is_asked_of_small_extracts_too():
    said = ours(extract(500, 5))
    assert said["k"]["value"] >= 5 and 1 <= said["l"]["value"] <= 12
