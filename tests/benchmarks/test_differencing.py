"""How fast all pairs and triples of printed cells are searched, beside the same question put to DuckDB in SQL.

pytest tests/benchmarks/test_differencing.py --override-ini=addopts= --import-mode=importlib -s
"""

import sys
import time
from dataclasses import replace

import duckdb
import numpy as np
import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from disclosure.attacks.combinations import combinations
from disclosure.attacks.query_sets import QuerySets, query_sets_of
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.editions import Archive, Publication

K = 10
GROUPS = ("staff", "press")


def archive_of(n_tables: int, films: int = 39, regions: int = 24, n: int = 60_000, nested: bool = False) -> Archive:
    """Weekly running totals of four populations, with totals: 1,000 cells each (more if regions nest), skewed."""
    rng = np.random.default_rng(1)
    weeks, wide = n_tables // 4, {f"region {i}": f"land {i // 2}" for i in range(regions)}
    shares = np.outer(1 / np.arange(1, films + 1) ** 0.8, 1 / np.arange(1, regions + 1) ** 0.6)
    cell = rng.choice(films * regions, size=n, p=(shares / shares.sum()).ravel())
    week = np.where(rng.random(n) < 0.7, 0, rng.integers(0, weeks, n))
    is_in = rng.random((n, 2)) < [0.01, 0.05]
    every = range(films * regions)
    labels = {"film": [f"film {i // regions}" for i in every], "region": [f"region {i % regions}" for i in every]}
    everywhere = pd.DataFrame({name: pd.Categorical(its, list(dict.fromkeys(its))) for name, its in labels.items()})
    shape = count_table(everywhere, by=("film", "region"), hierarchies={"region": wide} if nested else None)
    lines = _parts(shape, everywhere, wide if nested else {})
    publications = []
    for when in range(weeks):
        for out in ((), (0,), (1,), (0, 1)):
            counted = (week <= when) & ~is_in[:, list(out)].any(axis=1)
            counts = lines @ np.bincount(cell[counted], minlength=films * regions)
            cells = shape.cells.assign(count=pd.array(counts, dtype="Int64"))
            day, name = pd.Timestamp("2017-01-02") + pd.Timedelta(weeks=when), f"week {when} without {out}"
            table = Suppress(K)(replace(shape, cells=cells))
            publications.append(Publication(name, table, day, without={GROUPS[i] for i in out}))
    return Archive(tuple(publications))


def _parts(shape: CountTable, inner: pd.DataFrame, wide: dict[str, str]) -> np.ndarray:
    """Which inner cells each cell of a table sums over; shape (cells, inner cells)."""
    films, regions = (inner[name].astype(str).to_numpy() for name in ("film", "region"))
    lands = np.array([wide.get(region, "") for region in regions])
    film, region = (shape.cells[name].to_numpy()[:, None] for name in ("film", "region"))
    in_film = (film == "total") | (film == films)
    return (in_film & ((region == "total") | (region == regions) | (region == lands))).astype(np.int64)


PAIRS = f"""SELECT count(*) FROM cells a, cells b, inside0 p, inside1 f, inside2 r
    WHERE p.small = b.code0 AND p.large = a.code0 AND f.small = b.code1 AND f.large = a.code1
    AND r.small = b.code2 AND r.large = a.code2 AND b.people > 0 AND a.people - b.people BETWEEN 1 AND {K - 1}"""

TRIPLES = f"""WITH holds AS (SELECT a.id AS a, b.id AS b, a.people AS whole, b.people, b.code0, b.code1, b.code2
        FROM cells a, cells b, inside0 p, inside1 f, inside2 r
        WHERE p.small = b.code0 AND p.large = a.code0 AND f.small = b.code1 AND f.large = a.code1
        AND r.small = b.code2 AND r.large = a.code2 AND b.people > 0 AND a.id <> b.id)
    SELECT count(*) FROM holds b JOIN holds c ON b.a = c.a AND b.b < c.b
    WHERE b.whole - b.people - c.people BETWEEN 1 AND {K - 1} AND (
        EXISTS (SELECT 1 FROM apart0 WHERE one = b.code0 AND other = c.code0)
        OR EXISTS (SELECT 1 FROM apart1 WHERE one = b.code1 AND other = c.code1)
        OR EXISTS (SELECT 1 FROM apart2 WHERE one = b.code2 AND other = c.code2))"""


def in_sql(query_sets: QuerySets, question: str) -> tuple[int, float]:
    """The answer of DuckDB, and the seconds that it took; tables are filled beforehand."""
    with duckdb.connect() as sql:
        columns = {f"code{i}": query_sets.codes[:, i] for i in range(3)}
        cells = pd.DataFrame({"id": range(len(query_sets.count)), "people": query_sets.count, **columns})  # noqa: F841
        sql.execute("CREATE TABLE cells AS SELECT * FROM cells")
        for i, side in enumerate(query_sets.sides):
            inside = pd.DataFrame(np.argwhere(side.inside), columns=["small", "large"])  # noqa: F841
            apart = pd.DataFrame(np.argwhere(side.apart), columns=["one", "other"])  # noqa: F841
            sql.execute(f"CREATE TABLE inside{i} AS SELECT * FROM inside")
            sql.execute(f"CREATE TABLE apart{i} AS SELECT * FROM apart")
        start = time.perf_counter()
        answer = sql.execute(question).fetchall()[0][0]
        return int(answer), time.perf_counter() - start


def say(text: str) -> None:
    sys.stdout.write(f"\n{text}\n")


def test_pairs_over_200_tables_of_1000_cells(benchmark: BenchmarkFixture) -> None:
    archive = archive_of(200)
    assert len(archive.publications) == 200 and len(archive.publications[0].table.cells) == 1_000
    found = benchmark.pedantic(lambda: combinations(query_sets_of(archive), K, 2), rounds=3)
    say(f"200 x 1,000 cells: {len(found):,} pairs in {benchmark.stats['median']:.2f} s")
    assert benchmark.stats["median"] < 5


def test_pairs_of_20_tables_beside_sql(benchmark: BenchmarkFixture) -> None:
    """The join grows with the square of the tables: over 200 of them it takes a hundred times as long."""
    query_sets = query_sets_of(archive_of(20))
    found = benchmark.pedantic(combinations, args=(query_sets, K, 2), rounds=3)
    answer, peer = in_sql(query_sets, PAIRS)
    ours = benchmark.stats["median"]
    say(f"20 x 1,000 cells: {len(found):,} pairs in {ours:.3f} s; SQL join {peer:.1f} s; {peer / ours:.0f} x")
    assert answer == len(found)


@pytest.mark.parametrize("nested", [False, True])
def test_triples_over_20_tables_of_1000_cells(benchmark: BenchmarkFixture, nested: bool) -> None:
    archive = archive_of(20, nested=nested)
    found = benchmark.pedantic(lambda: combinations(query_sets_of(archive), K, 3), rounds=3)
    forms = found["form"].value_counts().to_dict()
    say(f"20 tables x {len(archive.publications[0].table.cells):,} cells: {benchmark.stats['median']:.2f} s; {forms}")
    assert benchmark.stats["median"] < 10


def test_triples_of_a_small_archive_beside_sql(benchmark: BenchmarkFixture) -> None:
    archive = archive_of(8, films=12, regions=8, n=20_000, nested=True)
    query_sets = query_sets_of(archive)
    found = benchmark.pedantic(combinations, args=(query_sets, K, 3), rounds=3)
    triples = int(found["form"].eq("A - B - C").sum())
    answer, peer = in_sql(query_sets, TRIPLES)
    ours = benchmark.stats["median"]
    ratio = f"SQL {peer:.1f} s; {peer / ours:.0f} x"
    say(f"{len(query_sets.count):,} cells: {triples:,} of A - B - C; all forms {ours:.2f} s; {ratio}")
    assert answer == triples > 0
