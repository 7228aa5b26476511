"""How fast all pairs and triples of printed cells are searched, beside the same question put to DuckDB in SQL."""

from dataclasses import replace

import duckdb
import numpy as np
import pandas as pd
import pytest

from disclosure.attacks.combinations import combinations
from disclosure.attacks.query_sets import QuerySets, query_sets_of
from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.editions import Archive, Publication
from tests.benchmarks.turns import say, sizes, take_turns

K = 10
GROUPS = ("staff", "press")
MOST_PAIRS = 40
"""How many times as long triples may take as pairs of the same tables."""


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


def filled(query_sets: QuerySets) -> duckdb.DuckDBPyConnection:
    """A database with the printed cells, and which label of a dimension lies in which, and which lie apart."""
    sql = duckdb.connect()
    columns = {f"code{i}": query_sets.codes[:, i] for i in range(3)}
    cells = pd.DataFrame({"id": range(len(query_sets.count)), "people": query_sets.count, **columns})  # noqa: F841
    sql.execute("CREATE TABLE cells AS SELECT * FROM cells")
    for i, side in enumerate(query_sets.sides):
        inside = pd.DataFrame(np.argwhere(side.inside), columns=["small", "large"])  # noqa: F841
        apart = pd.DataFrame(np.argwhere(side.apart), columns=["one", "other"])  # noqa: F841
        sql.execute(f"CREATE TABLE inside{i} AS SELECT * FROM inside")
        sql.execute(f"CREATE TABLE apart{i} AS SELECT * FROM apart")
    return sql


@pytest.mark.parametrize(("tables", "all_tables"), sizes((4, 8), (20, 200)))
def test_pairs_of_all_tables_are_found_before_sql_has_found_those_of_a_tenth(
    tables: int, all_tables: int, judged: bool
) -> None:
    """The join grows with the square of the tables: over 200 of them it takes a hundred times as long."""
    query_sets, archive = query_sets_of(archive_of(tables)), archive_of(all_tables)
    assert len(archive.publications) == all_tables and len(archive.publications[0].table.cells) == 1_000
    with filled(query_sets) as sql:
        turns = take_turns(
            {
                "pairs": lambda: combinations(query_sets, K, 2),
                "all pairs": lambda: combinations(query_sets_of(archive), K, 2),
                "SQL": lambda: sql.execute(PAIRS).fetchall()[0][0],
            },
            rounds=3,
        )
    found, whole = turns.results["pairs"], turns.results["all pairs"]
    say(f"{tables} x 1,000 cells: {len(found):,} pairs in {turns.median('pairs'):.3f} s; SQL takes "
        f"{turns.ratio('SQL', 'pairs'):.0f} times as long; {all_tables} x 1,000 cells: {len(whole):,} pairs in "
        f"{turns.median('all pairs'):.2f} s, SQL over {tables} {turns.ratio('SQL', 'all pairs'):.1f}")  # fmt: skip
    assert turns.results["SQL"] == len(found)
    assert not judged or turns.ratio("SQL", "all pairs") > 1


@pytest.mark.parametrize(("tables", "nested"), sizes((4, True), (20, False), (20, True)))
def test_triples_of_tables_of_1000_cells(tables: int, nested: bool, judged: bool) -> None:
    archive = archive_of(tables, nested=nested)
    turns = take_turns({f"{n}": lambda n=n: combinations(query_sets_of(archive), K, n) for n in (2, 3)}, rounds=3)
    forms, ratio = turns.results["3"]["form"].value_counts().to_dict(), turns.ratio("3", "2")
    say(f"{tables} tables x {len(archive.publications[0].table.cells):,} cells: {turns.median('3'):.2f} s, {ratio:.1f} "
        f"times as long as pairs; {forms}")  # fmt: skip
    assert len(turns.results["3"]) > len(turns.results["2"])
    assert not judged or ratio <= MOST_PAIRS


@pytest.mark.parametrize(("tables", "films", "regions"), sizes((4, 6, 4), (8, 12, 8)))
def test_triples_of_a_small_archive_beside_sql(tables: int, films: int, regions: int) -> None:
    query_sets = query_sets_of(archive_of(tables, films=films, regions=regions, n=20_000, nested=True))
    with filled(query_sets) as sql:
        rivals = {
            "triples": lambda: combinations(query_sets, K, 3),
            "SQL": lambda: sql.execute(TRIPLES).fetchall()[0][0],
        }
        turns = take_turns(rivals, rounds=3)
    triples = int(turns.results["triples"]["form"].eq("A - B - C").sum())
    say(f"{len(query_sets.count):,} cells: {triples:,} of A - B - C; all forms {turns.median('triples'):.2f} s; SQL "
        f"takes {turns.ratio('SQL', 'triples'):.0f} times as long")  # fmt: skip
    assert turns.results["SQL"] == triples > 0
