"""Cell keys beside the ONS's own program, cell-key-perturbation 3.1.0, in its own environment: the same numbers."""

import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from disclosure.defences.cell_key import CellKey, perturbation_table, with_record_keys
from disclosure.tables.perturbation import KEYS
from tests.benchmarks.turns import say

PEER = "cell-key-perturbation==3.1.0"
PEOPLE, TOP = 8_000, 300
MOST_TIMES = 3
"""The kit's table has every total besides, and may take so many times as long as the peer's, which has none."""


@pytest.fixture(scope="module")
def peer(tmp_path_factory):
    """The folder in which the ONS's program has perturbed a table, and what it says."""
    home = tmp_path_factory.mktemp("ons")
    uv, python = Path(sys.executable).with_name("uv"), home / "venv" / "bin" / "python"
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, home / "venv"], check=True)
    subprocess.run([uv, "pip", "install", "-q", "--python", python, PEER, "pandas"], check=True)
    people().to_csv(home / "people.csv", index=False)
    changes().to_csv(home / "changes.csv", index=False)
    script = Path(__file__).with_name("peers") / "ons_cell_keys.py"
    told = subprocess.run([python, script, home], check=True, capture_output=True, text=True)
    return pd.read_csv(home / "table.csv"), json.loads(told.stdout)


def people():
    """People in cells of one to some hundreds, with keys."""
    rng = np.random.default_rng(53)
    columns = {"genre": [f"genre {i:02}" for i in range(12)], "region": [f"region {i:02}" for i in range(40)]}
    crowded = {name: np.arange(len(labels), 0, -1.0) ** 3 for name, labels in columns.items()}
    drawn = {name: rng.choice(columns[name], PEOPLE, p=w / w.sum()) for name, w in crowded.items()}
    return with_record_keys(pd.DataFrame(drawn), seed=1)


def changes():
    """The kit's look-up as the peer wants it: a row for each count and each key."""
    table = perturbation_table(5, 3, 3)
    counts = np.repeat(np.arange(1, TOP + 1), KEYS)
    keys = np.tile(np.arange(KEYS), TOP)
    return pd.DataFrame({"pcv": counts, "ckey": keys, "pvalue": table.printed(counts, keys) - counts})


def test_the_same_keys_and_changes_print_the_same_table(peer):
    theirs, said = peer
    start = time.perf_counter()
    release = CellKey(5, 3, 3)(people(), by=["genre", "region"])
    took = time.perf_counter() - start
    both = theirs.merge(release.cells, on=["genre", "region"], suffixes=("_ons", "_kit"))
    assert len(both) == len(theirs) > 250
    assert both["count_ons"].tolist() == both["count_kit"].tolist()
    assert (both["count_ons"] != both["pre_sdc_count"]).mean() > 0.5
    assert TOP >= both["pre_sdc_count"].max() > 100 and both["pre_sdc_count"].between(1, 8).any()
    say(f"cell keys of {PEOPLE} people: {took:.2f} s, the ONS's program {said['seconds']:.2f} s")
    assert took < MOST_TIMES * said["seconds"]
