"""How long one person takes to be looked for, at 100,000 records and at the size of the contest of 2006.

The logs are drawn directly, not made as worlds: titles by the popularity that a streaming service reported (see
`popularity`), each rated by a random set of viewers, on random days with random stars. Taste does not matter to speed;
how many rows a known title has does. The peers: the same formula in a few lines of pandas, on the same index cut to
the titles in question; and merely reading the rows once (the largest record number and the largest fact of each title).
"""

import time
from functools import cache

import numpy as np
import pandas as pd
import pytest

from lessons.linking.attack import link
from lessons.linking.inverted_index import InvertedIndex, inverted_index
from tests.benchmarks.turns import say, sizes, take_turns

DAYS = pd.date_range("1999-11-11", "2005-12-31")
FIRST_DAY = int(DAYS[0].to_numpy().astype("datetime64[D]").astype(int))
SIZES = {
    "tiny": (1_000, 200, 20_000),
    "100,000 records": (100_000, 10_000, 10_000_000),
    "contest": (480_189, 17_770, 100_000_000),
}
MOST_READINGS = 40
"""How many times as long looking for somebody takes as merely reading the rows once."""
MOST_BYTES, CLUES, TARGETS = 10, 8, 1_000


def popularity(n_titles: int) -> np.ndarray:
    """Share of rows of each title, by rank: the shape fitted to the reported hours of 18,214 titles."""
    rank = np.arange(1, n_titles + 1)
    shares = (rank + 7.26) ** -0.62 * np.exp(-rank / 4053)
    return shares / shares.sum()


@cache
def drawn(size: str) -> tuple[InvertedIndex, pd.DataFrame, float]:
    """An index, what is known of its targets, and the seconds that turning the log round took."""
    n_records, n_titles, n_rows = SIZES[size]
    rng = np.random.default_rng(53)
    readers = np.minimum(popularity(n_titles) * n_rows * 1.1, 0.6 * n_records).astype(int) + 1
    log = pd.DataFrame(
        {
            "viewer_id": np.concatenate([rng.choice(n_records, n, replace=False, shuffle=False) for n in readers]),
            "title_id": np.repeat(np.arange(n_titles, dtype=np.int32), readers),
        }
    )
    log["stars"] = rng.integers(1, 6, len(log), dtype=np.int8)
    log["day"] = DAYS.to_numpy().astype("datetime64[s]")[rng.integers(0, len(DAYS), len(log), dtype=np.int16)]
    rows = log.iloc[rng.integers(0, len(log), CLUES * TARGETS)]
    known = rows[["title_id", "stars", "day"]].assign(target=np.repeat(np.arange(TARGETS), CLUES))
    began = time.perf_counter()
    return inverted_index(log), known.reset_index(drop=True), time.perf_counter() - began


def peer(index: InvertedIndex, clues: pd.DataFrame) -> pd.Series:
    """The score of every record that holds one of the titles, in pandas."""
    parts = []
    for clue in clues.itertuples():
        rows = index.rows_of(index.titles.get_loc(clue.title_id))
        stars, day = np.divmod(index.facts[rows], len(index.days) + 1)
        held = pd.DataFrame({"record": index.records[rows], "day": index.days[day], "stars": index.stars[stars]})
        ago = held["day"] - (clue.day - pd.Timestamp(0)).days
        fit = np.exp(-(held["stars"] - clue.stars).abs() / 1.5) + np.exp(-ago.abs() / 30)
        parts.append(held.assign(score=fit / np.log(held["record"].nunique())))
    scores = pd.concat(parts).groupby("record")["score"].sum().reindex(range(len(index.viewers)), fill_value=0.0)
    best, second = scores.nlargest(2)
    return pd.Series({"best": best, "second": second, "eccentricity": (best - second) / scores.std(ddof=0)})


def read_once(index: InvertedIndex, known: pd.DataFrame) -> None:
    for title in index.titles.get_indexer(known["title_id"]):
        rows = index.rows_of(title)
        index.records[rows].max(), index.facts[rows].max()


def within(known: pd.DataFrame, n: int) -> pd.DataFrame:
    """What is known of the first so many targets."""
    return known[known["target"] < n]


@pytest.mark.parametrize("size", sizes(("tiny",), ("100,000 records",), ("contest",)))
def test_one_target(size, judged):
    index, known, seconds = drawn(size)
    some, few = within(known, 100), within(known, 5)
    turns = take_turns(
        {
            "ours": lambda: link(index, some),
            "reading": lambda: read_once(index, some),
            "pandas": lambda: pd.DataFrame([peer(index, clues) for _, clues in few.groupby("target")]),
        },
        rounds=3,
    )
    titles = index.titles.get_indexer(some["title_id"])
    touched = sum(len(index.records[index.rows_of(t)]) for t in titles) / 100
    say(f"{size}: {len(index.records):,} rows, {index.bytes_per_row:.2f} bytes a row, turned round in {seconds:.0f} s; "
        f"a target {10 * turns.median('ours'):.2f} ms over {touched:,.0f} rows, {turns.ratio('ours', 'reading'):.1f} "
        f"readings; pandas takes {20 * turns.ratio('pandas', 'ours'):.0f} times as long")  # fmt: skip
    expected = turns.results["pandas"]
    np.testing.assert_allclose(link(index, few)[list(expected)], expected, rtol=1e-9)
    assert not judged or index.bytes_per_row <= MOST_BYTES
    assert not judged or turns.ratio("ours", "reading") <= MOST_READINGS


@pytest.mark.parametrize("size", sizes(("tiny",), ("contest",)))
def test_a_thousand_targets_take_no_longer_each_than_a_hundred(size, judged):
    index, known, _ = drawn(size)
    turns = take_turns({f"{n}": lambda n=n: link(index, within(known, n)) for n in (100, TARGETS)}, rounds=1)
    say(f"{TARGETS:,} targets: {turns.median(str(TARGETS)):.1f} s")
    assert len(turns.results[str(TARGETS)]) == TARGETS
    assert not judged or turns.ratio(str(TARGETS), "100") <= 1.5 * TARGETS / 100
