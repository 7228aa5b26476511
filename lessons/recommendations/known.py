"""What Ada knows of each of her targets: a few titles, the rarest ones or any."""

import numpy as np
import pandas as pd

TITLES_KNOWN = 5
"""How many titles she knows of each."""

RAREST, ANY = "rarest", "any"


def titles_known(
    rows: pd.DataFrame,
    targets: pd.Series,
    *,
    which: str = RAREST,
    least_viewers: int = 0,
    k: int = TITLES_KNOWN,
    seed: int = 53,
) -> pd.DataFrame:
    """Choose the titles that are known of each target, among those that have a list.

    Args:
        rows: one row per profile and title.
        targets: viewers' numbers.
        which: ``"rarest"``, those with the fewest viewers (the smaller number first, where they have as many); or
            ``"any"``, drawn by lot.
        least_viewers: titles with fewer viewers have no list: knowing them is of no use.
        k: how many of each target, at most.
        seed: of the lot.

    Returns:
        One row per target and title: ``target``, ``title_id``. Targets are in the order of their numbers.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 1, 1, 2, 2], "title_id": [7, 8, 9, 7, 9]})
        >>> titles_known(rows, pd.Series([1]), k=2)["title_id"].tolist()
        [8, 7]
    """
    viewers = rows["title_id"].map(rows["title_id"].value_counts())
    chosen = rows.assign(viewers=viewers)[rows["viewer_id"].isin(targets) & viewers.ge(least_viewers)]
    if which == RAREST:
        order = chosen.sort_values(["viewer_id", "viewers", "title_id"])
    else:
        lot = np.random.default_rng(seed).permutation(len(chosen))
        order = chosen.iloc[lot].sort_values("viewer_id", kind="stable")
    known = order.groupby("viewer_id").head(k)
    return known.rename(columns={"viewer_id": "target"})[["target", "title_id"]].reset_index(drop=True)


def some_viewers(rows: pd.DataFrame, n: int, *, seed: int = 53) -> pd.Series:
    """Draw so many viewers by lot, as targets; all of them, if there are no more."""
    everybody = rows["viewer_id"].drop_duplicates().sort_values()
    return everybody.sample(min(n, len(everybody)), random_state=seed).sort_values().reset_index(drop=True)
