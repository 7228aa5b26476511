"""A log of ratings with a number in place of each name: from the world, or from a file that a teacher brings."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from disclosure.frames import require

MILLISECONDS_FROM: Final = 10**11
"""Whole numbers from here on are taken for milliseconds since 1970, smaller ones for seconds."""

PARQUET: Final = {".parquet", ".pq"}
Column = str | int


def pseudonymise(ratings: pd.DataFrame, *, seed: int = 53) -> tuple[pd.DataFrame, pd.Series]:
    """Replace every viewer by a number drawn at random.

    Args:
        ratings: ``viewer_id`` and anything else.
        seed: of the draw.

    Returns:
        The log, its rows ordered by the new ``viewer_id``; and the key, old number -> new number, which whoever
        publishes the log destroys.

    Examples:
        >>> ratings = pd.DataFrame({"viewer_id": [1007, 1008, 1007], "title_id": [1, 1, 2]})
        >>> log, key = pseudonymise(ratings)
        >>> sorted(key), log["viewer_id"].eq(key[1007]).tolist().count(True)
        ([1, 2], 2)
    """
    viewers = np.sort(ratings["viewer_id"].unique())
    numbers = np.random.default_rng(seed).permutation(len(viewers)) + 1
    key = pd.Series(numbers, index=pd.Index(viewers, name="viewer_id"), name="number")
    log = ratings.assign(viewer_id=ratings["viewer_id"].map(key))
    return log.sort_values("viewer_id", kind="stable", ignore_index=True), key


def load_ratings(
    path: str | Path,
    *,
    user: Column = "user",
    item: Column = "item",
    stars: Column | None = "stars",
    time: Column | None = "time",
    separator: str = ",",
) -> pd.DataFrame:
    """Read a log of ratings from a file. It stays in memory; nothing is written anywhere.

    Args:
        path: a CSV (also packed: .gz, .zip) or a Parquet file.
        user, item: the names of these columns in the file; or their places, counted from 0, in a file without a header.
        stars, time: the same; None where there are none.
        separator: what stands between two values of a CSV, such as ``"\\t"``.

    Returns:
        One row per row of the file: ``viewer_id``, ``title_id``, ``stars`` (a number) and ``day`` (a date, from a date
        or from seconds or milliseconds since 1970; the hours are left out). Stars and days may be missing.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: the file cannot be used; the sentence names the row and the column.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     file = Path(folder) / "ratings.csv"
        ...     _ = file.write_text("userId,movieId,rating,timestamp\\n7,31,2.5,1260759144\\n")
        ...     load_ratings(file, user="userId", item="movieId", stars="rating", time="timestamp")
           viewer_id  title_id  stars        day
        0          7        31    2.5 2009-12-14
    """
    asked = {"viewer_id": user, "title_id": item, "stars": stars, "day": time}
    columns = {name: column for name, column in asked.items() if column is not None}
    read = _read_parquet if Path(path).suffix in PARQUET else _read_csv
    table, row, first = read(Path(path), columns, separator)
    where = _Place(Path(path).name, columns, row, first)
    checks: dict[str, Callable[[pd.Series, _Place], pd.Series]] = {
        "viewer_id": _labels, "title_id": _labels, "stars": _numbers, "day": _dates
    }  # fmt: skip
    return pd.DataFrame({name: checks[name](table[name], where) for name in columns}).reset_index(drop=True)


@dataclass(frozen=True)
class _Place:
    """Where in a file something stands: how its rows are called and from where they are counted."""

    file: str
    columns: dict[str, Column]
    row: str
    first: int

    def refuse(self, values: pd.Series, wrong: pd.Series, sentence: str) -> None:
        """Complain about the first value that is wrong, if there is one."""
        if wrong.any():
            label = int(values.index[wrong.to_numpy()][0])
            where = f"{self.row} {label + self.first} of {self.file}, column {self.columns[str(values.name)]!r}"
            raise ValueError(f"{where}: {sentence.format(value=values[label])}")


def _read_csv(path: Path, columns: dict[str, Column], separator: str) -> tuple[pd.DataFrame, str, int]:
    """The columns in question under their new names, how its rows are called, and the number of the first one."""
    header = None if all(isinstance(column, int) for column in columns.values()) else 0
    try:
        table = pd.read_csv(
            path,
            sep=separator,
            header=header,
            skip_blank_lines=False,
            engine="c" if len(separator) == 1 else "python",
            encoding="utf-8-sig",
            dtype_backend="numpy_nullable",
        )
    except pd.errors.EmptyDataError:
        raise ValueError(f"{path.name} is empty.") from None
    except (pd.errors.ParserError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name} cannot be read as a table: {error}") from error
    return _renamed(table, columns, path).dropna(how="all"), "line", 1 if header is None else 2


def _read_parquet(path: Path, columns: dict[str, Column], separator: str) -> tuple[pd.DataFrame, str, int]:
    """The same from a Parquet file, whose rows are counted from 1."""
    try:
        table = pd.read_parquet(path, dtype_backend="numpy_nullable")
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError):
            raise
        raise ValueError(f"{path.name} cannot be read as a Parquet file: {error}") from error
    return _renamed(table.reset_index(drop=True), columns, path), "row", 1


def _renamed(table: pd.DataFrame, columns: dict[str, Column], path: Path) -> pd.DataFrame:
    """The columns in question under their new names."""
    require(table, columns.values(), path.name, cure="Name yours: user=..., item=...")
    return table[list(columns.values())].set_axis(list(columns), axis="columns")


def _labels(values: pd.Series, where: _Place) -> pd.Series:
    """Who and what: whole numbers or texts, none missing."""
    where.refuse(values, values.isna(), "there is nothing.")
    return values.astype("int64") if pd.api.types.is_integer_dtype(values) else values


def _numbers(values: pd.Series, where: _Place) -> pd.Series:
    """Stars, as numbers; missing where there is nothing."""
    numbers = pd.to_numeric(values, errors="coerce").astype("Float64")
    where.refuse(values, values.notna() & ~numbers.abs().lt(np.inf).fillna(False), "{value} is no number.")
    return numbers.astype("float64")


def _dates(values: pd.Series, where: _Place) -> pd.Series:
    """Days, from dates or from seconds or milliseconds since 1970."""
    if pd.api.types.is_numeric_dtype(values):
        seconds = values // 1000 if (values >= MILLISECONDS_FROM).any() else values
        dates = pd.to_datetime(seconds, unit="s", errors="coerce")
    else:
        dates = pd.to_datetime(values, errors="coerce", format="ISO8601", utc=True).dt.tz_localize(None)
    where.refuse(values, values.notna() & dates.isna(), "{value} is no date (such as 2017-12-11).")
    return dates.dt.floor("D")
