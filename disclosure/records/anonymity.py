"""How anonymous an extract is by its quasi-identifiers (k, l, t), and how much they still say.

All three look at equivalence classes, the rows that share their quasi-identifiers, and give the value of the worst.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from disclosure.records.columns import FACT, QUASI_IDENTIFIERS
from disclosure.records.equivalence_classes import class_sizes, classes_of, positions, require_columns, span

GroundDistance = Literal["equal", "ordered"]
"""How far one value is from another: all equally far; or by the number of steps between them in their order."""

CELLS_AT_A_TIME = 4_000_000
"""Of the table of classes by values that the ordered distance needs: keeps memory small."""


def k_anonymity(rows: pd.DataFrame, by: str | Sequence[str] = QUASI_IDENTIFIERS) -> int:
    """Return the size of the smallest class (Samarati and Sweeney 1998); 0 for no rows.

    Examples:
        >>> k_anonymity(pd.DataFrame({"born": ["1961", "1961", "1970"]}), by=["born"])
        1
    """
    return int(class_sizes(rows, by).min()) if len(rows) else 0


def l_diversity(rows: pd.DataFrame, by: str | Sequence[str] = QUASI_IDENTIFIERS, fact: str = FACT) -> int:
    """Return the fewest different values of the sensitive fact in a class; 0 for no rows.

    This is *distinct* l-diversity (Machanavajjhala et al. 2006, section 4), the weakest of its forms: it does not mind
    a class in which nearly everybody has the same value.

    Args:
        rows: one row per person.
        by: the quasi-identifiers; name your own columns here.
        fact: the sensitive column, yours as well.

    Raises:
        ValueError: the rows lack one of these columns; the sentence names it.

    Examples:
        >>> rows = pd.DataFrame({"born": ["1961", "1961", "1970", "1970"], "ill": ["yes", "yes", "yes", "no"]})
        >>> l_diversity(rows, by=["born"], fact="ill")
        1
    """
    class_number, _, _, _ = _counts(rows, by, fact)
    return int(np.bincount(class_number).min()) if len(rows) else 0


def entropy_l_diversity(rows: pd.DataFrame, by: str | Sequence[str] = QUASI_IDENTIFIERS, fact: str = FACT) -> float:
    """Return the smallest number of equally frequent values that a class is as diverse as; 0 for no rows.

    This is entropy l-diversity (Machanavajjhala et al. 2006, section 4): exp(H), H being the entropy of the fact in the
    class; never more than distinct l-diversity.

    Examples:
        >>> rows = pd.DataFrame({"born": ["1961"] * 4, "ill": ["yes", "yes", "no", "no"]})
        >>> round(entropy_l_diversity(rows, by=["born"], fact="ill"), 6)
        2.0
    """
    class_number, _, counts, sizes = _counts(rows, by, fact)
    if not len(rows):
        return 0.0
    shares = counts / sizes[class_number]
    return float(np.exp(np.bincount(class_number, weights=-shares * np.log(shares)).min()))


def t_closeness(
    rows: pd.DataFrame,
    by: str | Sequence[str] = QUASI_IDENTIFIERS,
    fact: str = FACT,
    *,
    distance: GroundDistance = "equal",
) -> float:
    """Return how far the fact in a class is spread from how it is spread in all rows, at most; 0 to 1, 0 for no rows.

    The earth mover's distance (Li, Li and Venkatasubramanian 2007, section 4). With the *equal* distance it is the
    total variation; with the *ordered* distance, the steps that shares must be moved, over the steps from the first
    value to the last. Values have the order of an ordered category, else the usual one of numbers or text.

    Args:
        rows: one row per person.
        by: the quasi-identifiers.
        fact: the sensitive column.
        distance: between values: ``"equal"`` or ``"ordered"``.

    Raises:
        ValueError: ``distance`` is neither.

    Examples:
        >>> rows = pd.DataFrame({"born": ["1961", "1961", "1970", "1970"], "pay": [1, 2, 3, 3]})
        >>> t_closeness(rows, by=["born"], fact="pay"), t_closeness(rows, by=["born"], fact="pay", distance="ordered")
        (0.5, 0.375)
    """
    if distance not in ("equal", "ordered"):
        raise ValueError(f"distance is {distance!r}: choose 'equal' or 'ordered'.")
    class_number, value, counts, sizes = _counts(rows, by, fact)
    if not len(rows):
        return 0.0
    overall = np.bincount(value, weights=counts) / len(rows)
    if distance == "ordered":
        return _farthest_in_order(class_number, value, counts, sizes, overall)
    moved = np.abs(counts / sizes[class_number] - overall[value]) - overall[value]
    return float((1 + np.bincount(class_number, weights=moved)).max() / 2)


def information_lost(before: pd.DataFrame, after: pd.DataFrame, by: str | Sequence[str] = QUASI_IDENTIFIERS) -> float:
    """Return the share of what the quasi-identifiers said that is lost, 0 (nothing) to 1 (everything).

    A form of the normalised certainty penalty (after Xu et al. 2006), every column counting alike: how many of the
    values that occur in the column could still be meant, less one, over all of them, less one. Whoever is left out has
    lost everything.

    Args:
        before: the extract as it was collected.
        after: what is published of it: the same rows with coarser values, perhaps fewer rows.
        by: the quasi-identifiers.

    Examples:
        >>> before = pd.DataFrame({"born": ["1961", "1962", "1963"]})
        >>> information_lost(before, pd.DataFrame({"born": ["1961 to 1962", "1961 to 1962", "1963"]}), by=["born"])
        0.333...
    """
    if not len(before):
        return 0.0
    left_out = len(before) - len(after)
    return float((penalties(before, after, by).sum() + left_out) / len(before))


def penalties(before: pd.DataFrame, after: pd.DataFrame, by: str | Sequence[str] = QUASI_IDENTIFIERS) -> np.ndarray:
    """Return for each published row the share of what its quasi-identifiers said that is lost (see `information_lost`).

    Examples:
        >>> before = pd.DataFrame({"born": ["1961", "1962", "1963"]})
        >>> penalties(before, pd.DataFrame({"born": ["1961 to 1962", "any", "1963"]}), by=["born"]).tolist()
        [0.5, 1.0, 0.0]
    """
    by = (by,) if isinstance(by, str) else tuple(by)
    require_columns(before, by)
    require_columns(after, by)
    lost = np.zeros(len(after))
    for column in by:
        domain, _ = positions(before[column])
        first, stop = span(after[column], domain)
        lost += np.maximum(0, stop - first - 1) / max(1, len(domain) - 1)
    return lost / len(by)


def _counts(rows: pd.DataFrame, by: str | Sequence[str], fact: str) -> tuple[np.ndarray, ...]:
    """Class, value and number of rows of each pair of class and value that occurs; and the rows of each class."""
    require_columns(rows, (), fact)
    class_number, _ = classes_of(rows, by)
    value, words = _codes(rows[fact])
    pairs, counts = np.unique(class_number * max(1, words) + value, return_counts=True)
    return pairs // max(1, words), pairs % max(1, words), counts, np.bincount(class_number)


def _codes(values: pd.Series) -> tuple[np.ndarray, int]:
    """Number the values of a column that occur in their order; missing ones are a value like others, the last."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        values = pd.Series(values.cat.codes.to_numpy())
    codes, words = pd.factorize(values, sort=True, use_na_sentinel=False)
    return codes, len(words)


def _farthest_in_order(
    class_number: np.ndarray, value: np.ndarray, counts: np.ndarray, sizes: np.ndarray, overall: np.ndarray
) -> float:
    """The largest ordered distance of a class: the sum of all running differences, over the longest way."""
    farthest, at_a_time = 0.0, max(1, CELLS_AT_A_TIME // len(overall))
    for start in range(0, len(sizes), at_a_time):
        part = slice(*np.searchsorted(class_number, [start, start + at_a_time]))
        shares = np.zeros((min(at_a_time, len(sizes) - start), len(overall)))
        shares[class_number[part] - start, value[part]] = counts[part] / sizes[class_number[part]]
        steps = np.abs(np.cumsum(shares - overall, axis=1)).sum(axis=1)
        farthest = max(farthest, float(steps.max()))
    return farthest / max(1, len(overall) - 1)
