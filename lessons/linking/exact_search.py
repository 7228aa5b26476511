"""An exact search: which record holds most of what Bea said in public, title, stars and day all as she said it?

Ada has the same log and the same reviews as in `lessons.linking.attack`.
Ada wants to know which of the records is Bea's.
Ada counts: in how many reviews do the title and all else that is known agree exactly? The one record with the most is
declared, if it agrees in enough of them. (A join on all columns; the scores of the other attack forgive differences.)
"""

from typing import Final

import pandas as pd

from disclosure.frames import guesses, require_values
from disclosure.whole_numbers import whole_number

LEAST: Final = 2
"""How many reviews must agree in everything: a single one is often chance."""


def exact_search(log: pd.DataFrame, known: pd.DataFrame, *, least: int = LEAST) -> pd.DataFrame:
    """Declare for each person the one record that agrees with most of her reviews in everything.

    Args:
        log: ``viewer_id``, ``title_id`` and, where it has them, ``stars`` and ``day``; one row per rating.
        known: ``target``, ``title_id`` and, where they are known, ``stars`` and ``day``; one row per title.
        least: in how many reviews a record must agree, 1 or more.

    Returns:
        Guesses, one row per target, in the order of their first appearance: ``target``, ``claim`` (a ``viewer_id``,
        missing unless declared), ``confidence`` (the share of her reviews that agree), ``declared``, and ``agreeing``
        (how many reviews agree with the record that has most; 0 where two records share the most).

    Raises:
        ValueError: a column is missing, or ``least`` is below 1.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2, 2], "title_id": list("ABAB"), "stars": [4, 5, 4, 2]})
        >>> ada = pd.DataFrame({"target": "ada", "title_id": list("AB"), "stars": [4, 5]})
        >>> exact_search(log, ada)[["target", "claim", "declared", "agreeing"]]
          target  claim  declared  agreeing
        0    ada      1      True         2
    """
    least = whole_number("least", least, "with 1 or more, something must agree", least=1)
    require_values(log, ("viewer_id", "title_id"), "the log")
    require_values(known, ("target", "title_id"), "what is known")
    agreeing = _agreements(log, known)
    most = agreeing.groupby("target")["agreeing"].transform("max")
    ahead = agreeing[agreeing["agreeing"].eq(most)].drop_duplicates("target", keep=False).set_index("target")
    targets = known.groupby("target", sort=False).size()
    held = ahead["agreeing"].reindex(targets.index).fillna(0).astype(int)
    declared = held.ge(least).to_numpy()
    claim = ahead["viewer_id"].reindex(targets.index).convert_dtypes().array
    share = (held / targets).to_numpy()
    return guesses(list(targets.index), claim, declared=declared, confidence=share, agreeing=held.to_numpy())


def _agreements(log: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """For each target and each record that agrees with a review: in how many reviews it does."""
    facts = [fact for fact in ("title_id", "stars", "day") if fact in log and fact in known]
    rows = log[["viewer_id", *facts]].drop_duplicates()
    both = known[["target", *facts]].drop_duplicates().merge(rows.dropna(), on=facts)
    return both.groupby(["target", "viewer_id"]).size().rename("agreeing").reset_index()
