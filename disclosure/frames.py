"""What frames must hold: one sentence where a column is missing, and the columns of every guess.

A guess says of one target what an attack claims about it, how sure it is, and whether it would say so aloud. This is
the one home of these columns; `disclosure.measures.score` reads them.
"""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import pandas as pd

GUESS: Final = ("target", "claim", "confidence", "declared")
"""The columns that every guess has."""


def require(frame: pd.DataFrame, columns: Iterable[object], what: str) -> None:
    """Refuse a frame that lacks a column that is needed.

    Args:
        frame: any frame.
        columns: the columns that it must have.
        what: how the frame is called where it comes from, such as ``"people"``.

    Raises:
        ValueError: a column is missing; one sentence names the frame, the first missing column and what there is.

    Examples:
        >>> require(pd.DataFrame({"film": ["A"]}), ["film", "region"], "people")
        Traceback (most recent call last):
        ValueError: people has no column 'region'; it has: film.
    """
    for column in columns:
        if column not in frame:
            present = ", ".join(map(str, frame.columns)) or "none"
            raise ValueError(f"{what} has no column {column!r}; it has: {present}.")


def require_values(frame: pd.DataFrame, columns: Iterable[object], what: str) -> None:
    """Refuse a frame that lacks a column, or a value in one of them.

    Args:
        frame, columns, what: as for `require`.

    Raises:
        ValueError: a column or a value is missing; the sentence names the first such row.

    Examples:
        >>> require_values(pd.DataFrame({"film": ["A", None]}), ["film"], "the log")
        Traceback (most recent call last):
        ValueError: row 1 of the log has no film: leave such rows out first.
    """
    columns = list(columns)
    require(frame, columns, what)
    for column in columns:
        if (missing := frame[column].isna()).any():
            raise ValueError(f"row {frame.index[missing][0]!r} of {what} has no {column}: leave such rows out first.")


def guesses(target: Any, claim: Any, confidence: Any, declared: Any, **measured: Any) -> pd.DataFrame:
    """Lay out what an attack says of its targets, one row per target.

    Args:
        target: of whom or what; shape (targets,). If it is a Series, the guesses keep its index.
        claim: what would be said of each; shape (targets,). It is kept where it is declared and missing elsewhere.
        confidence: how sure the attacker is, 0 to 1; shape (targets,).
        declared: whether she says it aloud; shape (targets,), nothing missing.
        measured: further columns of the attack, each of shape (targets,).

    Returns:
        ``target``; ``claim`` (missing unless declared; numbers as Int64, or Float64 if not all are whole; text as str;
        all else as it is); ``confidence`` (float64); ``declared`` (bool); and the further columns.

    Raises:
        ValueError: the columns differ in length, a confidence is not between 0 and 1, or a declaration is missing or
            has no claim.

    Examples:
        >>> guesses(["Ada", "Eve"], [7, 8], [1.0, 0.5], [True, False], rows_fit=[1, 2])
          target  claim  confidence  declared  rows_fit
        0    Ada      7         1.0      True         1
        1    Eve   <NA>         0.5     False         2
    """
    index = target.index if isinstance(target, pd.Series) else pd.RangeIndex(len(target))
    columns = {"target": target, "claim": claim, "confidence": confidence, "declared": declared, **measured}
    frame = pd.DataFrame({name: _column(values, index, name) for name, values in columns.items()})
    if frame["declared"].isna().any():
        raise ValueError(
            f"it is not said whether the guess about {_first(frame, frame['declared'].isna())} is declared."
        )
    frame = frame.astype({"confidence": "float64", "declared": bool})
    frame["claim"] = _nullable(frame["claim"]).where(frame["declared"])
    if (unsure := ~frame["confidence"].between(0, 1)).any():
        raise ValueError(f"the confidence about {_first(frame, unsure)} is not between 0 and 1.")
    if (silent := frame["declared"] & frame["claim"].isna()).any():
        raise ValueError(f"the guess about {_first(frame, silent)} is declared and claims nothing.")
    return frame


def one_in(crowd: Any) -> np.ndarray:
    """Return how sure somebody can be who knows that one of so many is right: 1 divided by the crowd, 0 for nobody.

    Examples:
        >>> one_in([1, 4, 0]).tolist()
        [1.0, 0.25, 0.0]
    """
    sizes = np.asarray(crowd, dtype=np.int64)
    return np.where(sizes > 0, 1 / np.maximum(sizes, 1), 0.0)


def _column(values: Any, index: pd.Index, name: str) -> pd.Series:
    """Some values as a column with the given index, by position."""
    column = values if isinstance(values, pd.Series) else pd.Series(values)
    if len(column) != len(index):
        raise ValueError(f"{name} has {len(column)} values for {len(index)} targets.")
    return column.set_axis(index)


def _nullable(claim: pd.Series) -> pd.Series:
    """Claims in a form in which some can be missing and the others stay what they are."""
    if claim.dtype == object and claim.notna().any():
        claim = claim.astype("str") if pd.api.types.infer_dtype(claim) == "string" else claim.infer_objects()
    if pd.api.types.is_bool_dtype(claim):
        return claim.astype("boolean")
    return claim.convert_dtypes() if pd.api.types.is_numeric_dtype(claim) else claim


def _first(frame: pd.DataFrame, chosen: pd.Series) -> str:
    """The first of the chosen targets, as it is written in a sentence."""
    return repr(frame.loc[chosen, "target"].tolist()[0])
