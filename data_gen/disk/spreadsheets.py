"""Frames as CSV for spreadsheets, so that no cell is taken for a formula."""

from __future__ import annotations

import csv
import io

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins so may be run as a formula (OWASP, "CSV Injection"); full-width forms of the first four too."""
FULL_WIDTH = ("＝", "＋", "－", "＠")


def neutralised(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with an apostrophe before every text that a spreadsheet would take for a formula.

    Numbers, days and moments stay as they are: a negative number is no formula.

    Examples:
        >>> neutralised(pd.DataFrame({"name": ["=1+1", "Ann", None], "n": [-1, 2, 3]}))["name"].tolist()
        ["'=1+1", 'Ann', nan]
    """
    texts = [name for name in frame.columns if _is_text(frame[name])]
    return frame.assign(**{name: _neutralised(frame[name]) for name in texts})


def to_csv(frame: pd.DataFrame, *, header: bool = True) -> str:
    """A frame as CSV text: neutralised, days as 2017-12-11, moments as 2017-12-11T20:15:00Z, missing values empty."""
    ready = neutralised(frame).rename(columns=_safe)
    for name in ready.columns:
        if isinstance(ready[name].dtype, pd.DatetimeTZDtype):
            ready[name] = ready[name].dt.strftime("%Y-%m-%dT%H:%M:%SZ")
        elif pd.api.types.is_datetime64_any_dtype(ready[name]):
            ready[name] = ready[name].dt.strftime("%Y-%m-%d")
    sink = io.StringIO()
    ready.to_csv(sink, index=False, header=header, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    return sink.getvalue()


def _is_text(values: pd.Series) -> bool:
    return isinstance(values.dtype, (pd.StringDtype, pd.CategoricalDtype)) or values.dtype == object


def _neutralised(values: pd.Series) -> pd.Series:
    if not isinstance(values.dtype, pd.StringDtype):
        known = {value: _safe(value) for value in values.unique()}
        return values.map(known)
    starts = values.str.startswith(FORMULA_STARTS + FULL_WIDTH).fillna(False).astype(bool)
    return values.mask(starts, "'" + values)


def _safe(cell: object) -> object:
    """One cell, with an apostrophe where it is a text that looks like a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS + FULL_WIDTH) else cell
