"""Columns on their way to a file and back: Arrow tables with settled types, and a hash of what stands in them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from data_gen.disk.dictionary import FRAMES, Column
from data_gen.viewers import DEVICES

if TYPE_CHECKING:
    import pyarrow as pa

STORED_SINGLY = {"started_at": "DELTA_BINARY_PACKED"}
"""Columns of hardly any repeats, and their Parquet encoding; of the others, each value is stored once."""


def to_table(name: str, frame: pd.DataFrame) -> pa.Table:
    """A frame of a world as an Arrow table.

    Args:
        name: of the frame, one of dictionary.FRAMES.
        frame: its columns are those of the dictionary, in that order.

    Raises:
        ValueError: they are not.
    """
    import pyarrow as pa

    columns = FRAMES[name].columns
    expected = [column.name for column in columns]
    if list(frame.columns) != expected:
        raise ValueError(f"{name}: has the columns {list(frame.columns)}; the dictionary says {expected}.")
    return pa.table([_to_arrow(frame[column.name], column.kind) for column in columns], names=expected)


def to_frame(name: str, table: pa.Table) -> pd.DataFrame:
    """The frame behind an Arrow table, with the very types that it had in memory."""
    return pd.DataFrame({column.name: _to_pandas(table, column) for column in FRAMES[name].columns}, copy=False)


def content_hash(table: pa.Table) -> str:
    """SHA-256 of the values of a table in the order of its rows and columns: whatever engine or file they came by.

    Numbers, days (since 1970, in 32 bits) and moments (seconds since 1970, in 64 bits) count as whole numbers, little
    end first; a text as its length in bytes and its UTF-8; missing values are marked beside.

    Examples:
        >>> import pyarrow as pa
        >>> whole, parts = pa.table({"n": [5, 3]}), pa.table({"n": pa.chunked_array([[5], [3]])})
        >>> content_hash(whole) == content_hash(parts), content_hash(whole) == content_hash(whole.take([1, 0]))
        (True, False)
    """
    sums = hashlib.sha256()
    for name, column in zip(table.column_names, table.columns, strict=True):
        for part in (name.encode(), *_values(column.combine_chunks())):
            sums.update(len(part).to_bytes(8, "little"))
            sums.update(part)
    return sums.hexdigest()


def combined(hashes: list[str]) -> str:
    """One hash for several in their order."""
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def to_parquet(table: pa.Table) -> bytes:
    """The bytes of a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    repeating = [name for name in table.column_names if name not in STORED_SINGLY]
    singly = {name: encoding for name, encoding in STORED_SINGLY.items() if name in table.column_names}
    sink = pa.BufferOutputStream()
    options = {"use_dictionary": repeating, "column_encoding": singly or None}
    pq.write_table(table, sink, compression="zstd", compression_level=1, **options)
    return sink.getvalue().to_pybytes()


def from_parquet(data: bytes) -> pa.Table:
    """The table in the bytes of a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    return pq.read_table(pa.BufferReader(data))


def _to_arrow(values: pd.Series, kind: str) -> pa.Array:
    import pyarrow as pa

    if kind == "day":
        return pa.array(values.to_numpy().astype("datetime64[D]"), pa.date32())
    if kind == "moment":
        return pa.array(values.to_numpy("datetime64[s]"), pa.timestamp("s")).cast(pa.timestamp("s", "UTC"))
    if kind == "words":
        return pa.DictionaryArray.from_arrays(values.cat.codes.to_numpy(), pa.array(list(values.cat.categories)))
    types = {"str": pa.string(), "bool": pa.bool_()}
    found = pa.array(values, types.get(kind) or pa.type_for_alias(kind.lower()), from_pandas=True)
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def _to_pandas(table: pa.Table, column: Column) -> Any:
    values = table.column(column.name)
    if column.kind == "day":
        return values.to_pandas(date_as_object=False).astype("datetime64[s]")
    if column.kind == "moment":
        return values.to_pandas().astype("datetime64[s, UTC]")
    if column.kind == "words":
        return values.to_pandas().astype(pd.CategoricalDtype(pd.Index(DEVICES)))
    if column.kind in {"Int64", "Int16"}:
        missing = values.is_null().to_numpy()
        numbers = values.fill_null(0).to_numpy().astype(column.kind.lower())
        return pd.Series(pd.arrays.IntegerArray(numbers, missing))
    return values.to_pandas().astype(column.kind)


def _values(values: pa.Array) -> list[bytes | memoryview]:
    """The values of a column as bytes, and where there are none."""
    import pyarrow as pa

    if pa.types.is_dictionary(values.type):
        return _of_few_words(values)
    missing = [np.packbits(values.is_null().to_numpy(zero_copy_only=False)).tobytes()] if values.null_count else []
    if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
        return _texts(values.cast(pa.large_string()).fill_null("")) + missing
    if pa.types.is_timestamp(values.type):
        values = values.cast(pa.timestamp("s", values.type.tz)).cast(pa.int64())
    elif pa.types.is_date(values.type) or pa.types.is_boolean(values.type):
        values = values.cast(pa.int32())
    return [_numbers(values.fill_null(0).to_numpy()), *missing]


def _numbers(values: np.ndarray) -> memoryview:
    """The buffer of some whole numbers, little end first whatever the machine."""
    return np.ascontiguousarray(values, values.dtype.newbyteorder("<")).data.cast("B")


def _texts(values: pa.Array) -> list[bytes | memoryview]:
    _, offsets, letters = values.buffers()
    places = np.frombuffer(offsets, np.int64)[values.offset : values.offset + len(values) + 1]
    first, last = (int(places[0]), int(places[-1])) if len(values) else (0, 0)
    return [_numbers(np.diff(places)), letters[first:last].to_pybytes() if letters else b""]


def _of_few_words(values: pa.Array) -> list[bytes | memoryview]:
    """The words that occur, sorted, and the place of each value among them: whatever order the file keeps them in."""
    codes = values.indices.to_numpy()
    seen = np.flatnonzero(np.bincount(codes, minlength=len(values.dictionary)))
    words = np.array(values.dictionary.to_pylist(), dtype=object)[seen]
    order = np.argsort(words)
    place = np.zeros(len(values.dictionary), dtype=np.int16)
    place[seen[order]] = np.arange(len(seen))
    return [*(word.encode() for word in words[order]), _numbers(place[codes])]
