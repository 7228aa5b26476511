"""Look in a file of made-up people for whoever is most like somebody, and say what stands there of her."""

import numpy as np
import pandas as pd

from disclosure.frames import guesses, require

_AT_ONCE = 2_000
"""People who are compared at once: so much memory is enough."""


def nearest_record(released: pd.DataFrame, known: pd.DataFrame, *, wanted: str, always: bool = False) -> pd.DataFrame:
    """Find the rows that agree with somebody in most facts, and claim the label that most of them have.

    It is said aloud only where these rows agree with her in all facts, and with each other in the label. The field's
    terms: nearest neighbour by Hamming distance, attribute inference.

    Args:
        released: the file: the known columns and ``wanted``, all categorical.
        known: one row per target: ``target`` and what is known of her, with the labels of the file.
        wanted: the column whose label is guessed.
        always: say it aloud in any case.

    Returns:
        Guesses, one row per target, with ``equal`` (in how many facts the nearest rows agree with her).

    Raises:
        ValueError: a column is missing, or its labels differ.

    Examples:
        >>> rows = {"plan": list("bbp"), "device": list("xyy"), "genre": list("cdd")}
        >>> released = pd.DataFrame(rows, dtype="category")
        >>> known = pd.DataFrame({"target": ["Bea", "Eve"], "plan": list("bp"), "device": list("xx")})
        >>> known = known.astype({name: released[name].dtype for name in ("plan", "device")})
        >>> nearest_record(released, known, wanted="genre")
          target claim  confidence  declared  equal
        0    Bea     c         1.0      True      2
        1    Eve   NaN         0.5     False      1
    """
    facts = [name for name in known if name != "target"]
    require(known, ("target",), "known")
    require(released, (*facts, wanted), "released")
    for name in facts:
        if known[name].dtype != released[name].dtype:
            raise ValueError(f"column {name!r} of known has other labels than that of the file: give it the same ones.")
    rows, labels = _signs(released[facts]), _signs(released[[wanted]])
    found = [_nearest(_signs(part[facts]), rows, labels) for part in _parts(known)]
    equal, votes = (np.concatenate(each) for each in zip(*found, strict=True))
    agreed = votes.max(axis=1) / votes.sum(axis=1)
    claim = released[wanted].cat.categories[votes.argmax(axis=1)]
    declared = (equal == len(facts)) & (agreed == 1) | always
    target = known["target"].reset_index(drop=True)
    return guesses(target, claim.to_series().reset_index(drop=True), agreed, declared, equal=equal)


def _nearest(targets: np.ndarray, rows: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """In how many facts each target's nearest rows agree with it, and how many of them have which label."""
    alike = targets @ rows.T
    equal = alike.max(axis=1)
    return equal.astype(np.int64), (alike == equal[:, None]).astype(np.float32) @ labels


def _signs(people: pd.DataFrame) -> np.ndarray:
    """A 1 for each label that somebody has, and 0 for the others; shape (people, labels of all columns)."""
    columns = [
        people[name].cat.codes.to_numpy()[:, None] == np.arange(len(people[name].cat.categories)) for name in people
    ]
    return np.hstack(columns).astype(np.float32)


def _parts(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """A frame in parts that are small enough to be compared at once; one part at least."""
    return [frame.iloc[start : start + _AT_ONCE] for start in range(0, max(1, len(frame)), _AT_ONCE)]
