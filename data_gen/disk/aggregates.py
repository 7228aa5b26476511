"""Counts over a world on disk that need not fit into memory: DuckDB reads the Parquet files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from data_gen.disk.dictionary import FRAMES
from data_gen.disk.manifest import Manifest, read_manifest

BLOCKS_AT_ONCE = 8  # counted together; each viewer belongs to one block, so that counts of viewers may be added up
FIRST, LAST = "1900-01-01", "2100-01-01"
COLUMNS = {column.name: frame for frame in ("viewers", "titles", "views") for column in FRAMES[frame].columns}
"""Column to count by -> its frame; views come last, so that theirs is taken where a name occurs twice."""
COUNT = """
    WITH people AS (SELECT viewer_id, dense_rank() OVER (ORDER BY {viewers}) AS person, {viewers}
                    FROM read_parquet($viewers)),
         films AS (SELECT title_id, dense_rank() OVER (ORDER BY {titles}) AS film, {titles}
                   FROM read_parquet($titles)),
         showings AS (SELECT viewer_id, title_id, {views} FROM read_parquet($views)
                      WHERE day BETWEEN $first AND $last),
         seen AS (SELECT DISTINCT viewer_id, film, {views} FROM showings JOIN films USING (title_id)),
         counted AS (SELECT person, film, {views}, count(*) AS viewers
                     FROM (SELECT viewer_id, person FROM people) JOIN seen USING (viewer_id) GROUP BY ALL)
    SELECT {wanted}, counted.viewers
    FROM counted
    JOIN (SELECT DISTINCT film, {titles} FROM films) USING (film)
    JOIN (SELECT DISTINCT person, {viewers} FROM people) USING (person)"""
"""Distinct pairs are looked for among whole numbers, and words are put back at the end: a fraction of the memory."""
WATCHED = """
    SELECT views.viewer_id, count(DISTINCT day) AS days, count(*) AS showings
    FROM read_parquet($views) AS views
    WHERE day BETWEEN $first AND $last
      AND title_id = (SELECT title_id FROM read_parquet($titles) WHERE title = $title)
    GROUP BY ALL"""


def count_viewers(
    folder: Path | str, by: Sequence[str] = ("title", "country"), *, first_day: str = FIRST, last_day: str = LAST
) -> pd.DataFrame:
    """How many viewers there are for each title and country, or for whatever else one asks.

    Args:
        folder: where the world stands.
        by: columns of views, titles and viewers.
        first_day: only showings from this local day on, such as "2017-12-01".
        last_day: and up to this one.

    Returns:
        The columns of `by`, and viewers (int64, at least 1), sorted by the former.

    Raises:
        ValueError: there is no such column, or a day is no day.
        FileNotFoundError: no world stands there.
    """
    if not by or len(set(by)) < len(by) or isinstance(by, str):
        raise ValueError(f"by={by!r}: name one column or more, each once, as a list.")
    if unknown := [name for name in by if name not in COLUMNS]:
        raise ValueError(f"by={unknown[0]!r}: choose among {', '.join(COLUMNS)}.")
    wanted = {frame: [name for name in by if COLUMNS[name] == frame] for frame in ("viewers", "titles", "views")}
    listed = {frame: ", ".join(f'"{name}"' for name in names) or "NULL" for frame, names in wanted.items()}
    query = COUNT.format(**listed, wanted=", ".join(f'"{name}"' for name in by))
    counts = _asked(Path(folder), query, first=_day(first_day), last=_day(last_day))
    return counts.groupby(list(by), observed=True)[["viewers"]].sum().reset_index()


def watched_days(folder: Path | str, title: str, *, first_day: str = FIRST, last_day: str = LAST) -> pd.DataFrame:
    """Who watched a title, on how many local days, and how often.

    Args:
        folder: where the world stands.
        title: as in titles.
        first_day: only showings from this local day on.
        last_day: and up to this one.

    Returns:
        viewer_id, days, showings (int64), sorted by viewer.

    Raises:
        ValueError: a day is no day.
        FileNotFoundError: no world stands there.
    """
    found = _asked(Path(folder), WATCHED, title=title, first=_day(first_day), last=_day(last_day))
    return found.sort_values("viewer_id", ignore_index=True)


def _asked(folder: Path, query: str, **values: Any) -> pd.DataFrame:
    """The answers for some blocks after another, below each other."""
    import duckdb

    manifest = read_manifest(folder)
    names = sorted({Path(file.path).name for file in manifest.of("viewers")})
    groups = [set(names[start : start + BLOCKS_AT_ONCE]) for start in range(0, len(names), BLOCKS_AT_ONCE)]
    with duckdb.connect() as database:
        database.execute("SET enable_progress_bar = false")
        parts = []
        for group in groups:
            files = {frame: _files(folder, manifest, frame, group) for frame in ("views", "viewers", "titles")}
            needed = {name: value for name, value in (files | values).items() if f"${name}" in query}
            parts.append(database.execute(query, needed).df())
    return pd.concat(parts, ignore_index=True)


def _files(folder: Path, manifest: Manifest, frame: str, group: set[str]) -> list[str]:
    return [
        str(folder / file.path)
        for file in manifest.of(frame)
        if not FRAMES[frame].by_block or Path(file.path).name in group
    ]


def _day(text: str) -> pd.Timestamp:
    try:
        return pd.Timestamp(text).normalize()
    except ValueError:
        raise ValueError(f"{text!r} is no day: write it as 2017-12-11.") from None
