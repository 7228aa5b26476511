"""A log of ratings with a number in place of each name: from the world, or from a file that a teacher brings."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from lessons.linking.written_days import read_days

PARQUET: Final = {".parquet", ".pq"}
NOTHING: Final = ["", "NA", "N/A", "#N/A", "<NA>", "nan", "NaN", "null", "NULL", "None"]
"""What a file writes where there are no stars or no time. In ids and items only an empty place is nothing."""

SEPARATORS: Final = (";", "\t", "|", "::", ",")
OTHER_SIGN: Final = "If another sign stands between its values, name it, such as separator=';'."
UNREADABLE: Final = (ValueError, LookupError, OSError, EOFError, zipfile.BadZipFile, zlib.error)
"""What pandas raises of files that are no text, no table, damaged, or a folder."""

A_WHOLE_NUMBER: Final = r"0|-?[1-9]\d*"
LARGEST: Final = 2**63 - 1
"""The largest number that 64 bits hold; ids beyond it stay text."""

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
    encoding: str = "utf-8-sig",
) -> pd.DataFrame:
    """Read a log of ratings from a file. It stays in memory; nothing is written anywhere.

    Args:
        path: a CSV (also packed: .gz, .zip) or a Parquet file.
        user, item: the names of these columns in the file; or their places, counted from 0, in a file without a header.
        stars, time: the same; None where there are none.
        separator: what stands between two values of a CSV, such as ``"\\t"``.
        encoding: of a CSV, such as ``"cp1252"`` for files of older programs in Western Europe.

    Returns:
        One row per row of the file: ``viewer_id`` and ``title_id`` (whole numbers where all of them are and fit into 64
        bits, else text as it stands: "007", "NA"), ``stars`` (a number) and ``day`` (a date, see
        `lessons.linking.written_days`; the hours are left out). Stars and days may be missing.

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
    packed = Path(path).suffix in PARQUET
    read = _read_parquet(Path(path), columns) if packed else _read_csv(Path(path), columns, separator, encoding)
    table, row, first = read
    where = _Place(Path(path).name, columns, row, first)
    checks: dict[str, Callable[[pd.Series, _Place], pd.Series]] = {
        "viewer_id": _labels, "title_id": _labels, "stars": _numbers, "day": _days
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


def _read_csv(path: Path, columns: dict[str, Column], separator: str, encoding: str) -> tuple[pd.DataFrame, str, int]:
    """The columns in question under their new names, how its rows are called, and the number of the first one."""
    header = None if all(isinstance(column, int) for column in columns.values()) else 0
    if not isinstance(separator, str) or not separator:
        raise ValueError(f"separator is {separator!r}: name what stands between two values, such as ',' or ';'.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", pd.errors.ParserWarning)
            table = pd.read_csv(
                path,
                sep=separator if len(separator) == 1 else re.escape(separator),
                header=header,
                skip_blank_lines=False,
                engine="c" if len(separator) == 1 else "python",
                encoding=encoding,
                dtype=str,
                keep_default_na=False,
                na_values=[""],
                index_col=False,
            )
    except pd.errors.EmptyDataError:
        raise ValueError(f"{path.name} is empty.") from None
    except pd.errors.ParserWarning:
        raise ValueError(f"{path.name} has rows with more values than its heading. {OTHER_SIGN}") from None
    except FileNotFoundError:
        raise
    except UNREADABLE as error:
        raise ValueError(f"{path.name} cannot be read as a table: {error}. {_cure(error)}") from error
    return _renamed(table, columns, path).dropna(how="all"), "line", 1 if header is None else 2


def _cure(error: Exception) -> str:
    """What may help against an error of reading."""
    if isinstance(error, OSError | EOFError | zipfile.BadZipFile | zlib.error):
        return "Is it the file that you mean, and whole?"
    if isinstance(error, UnicodeError | LookupError):
        return "Name how it is written: encoding='cp1252' for older programs in Western Europe, or 'utf-16'."
    return OTHER_SIGN


def _read_parquet(path: Path, columns: dict[str, Column]) -> tuple[pd.DataFrame, str, int]:
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
    for column in columns.values():
        if column not in table.columns:
            there = ", ".join(map(str, table.columns))
            if "\0" in there:
                raise ValueError(f"{path.name} is not written in this encoding: try encoding='utf-16'.")
            cure = f"Try separator={other!r}." if (other := _separator_in(table)) else "Name yours: user=..., item=..."
            raise ValueError(f"{path.name} has no column {column!r}; it has: {there}. {cure}")
    return table[list(columns.values())].set_axis(list(columns), axis="columns")


def _separator_in(table: pd.DataFrame) -> str | None:
    """What seems to stand between values that were read as one; None if nothing does."""
    if len(table.columns) > 1:
        return None
    first = [str(table.columns[0]), *map(str, table.iloc[:1, 0])]
    return next((sign for sign in SEPARATORS if any(sign in text for text in first)), None)


def _labels(values: pd.Series, where: _Place) -> pd.Series:
    """Who and what, none missing: whole numbers if all of them are, else text as it stands."""
    where.refuse(values, values.isna(), "there is nothing.")
    if pd.api.types.is_float_dtype(values) and (values % 1 == 0).all():
        values = values.astype("Int64")
    text = values.astype("string").str.strip()
    if text.str.fullmatch(A_WHOLE_NUMBER).all() and all(
        abs(int(each)) <= LARGEST for each in text[text.str.len() > 18]
    ):
        return text.astype("int64")
    return values.astype("str")


def _numbers(values: pd.Series, where: _Place) -> pd.Series:
    """Stars, as numbers; missing where there is nothing."""
    values = values.mask(values.isin(NOTHING))
    numbers = pd.to_numeric(values, errors="coerce").astype("Float64")
    where.refuse(values, values.notna() & ~numbers.abs().lt(np.inf).fillna(False), "{value} is no number.")
    return numbers.astype("float64")


def _days(values: pd.Series, where: _Place) -> pd.Series:
    """Days; missing where there is nothing."""
    return read_days(values.mask(values.isin(NOTHING)), where.refuse)
