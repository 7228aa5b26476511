"""Ways to publish a log x numbers of viewers x things known: how many people are unique, and what the reader loses."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from disclosure.measures import score
from disclosure.measures.information import information
from lessons.unicity import strings
from lessons.unicity.attack import exact_match
from lessons.unicity.measure import unicity
from lessons.unicity.release import FINEST, RESOLUTIONS, in_words
from lessons.unicity.trials import background_knowledge

SMALLEST: Final = 250
TRIALS: Final[dict[str, dict[str, Any]]] = {
    strings.ALL_TRUE: {},
    strings.ONE_WRONG: {"wrong": 1},
    strings.ABSENT: {"absent": True},
}


def doubling(n_viewers: int) -> list[int]:
    """Return numbers of viewers, each half of the next, up to all; the smallest is 250 or a little more.

    Examples:
        >>> doubling(8_000), doubling(100)
        ([250, 500, 1000, 2000, 4000, 8000], [100])
    """
    numbers = [n_viewers]
    while numbers[0] // 2 >= SMALLEST:
        numbers.insert(0, numbers[0] // 2)
    return numbers


def unicity_sweep(
    log: pd.DataFrame,
    *,
    resolutions: Sequence[Sequence[str]] = RESOLUTIONS,
    populations: Sequence[int] | None = None,
    most: int = 8,
    n_targets: int = 1_000,
    seed: int = 53,
) -> pd.DataFrame:
    """Measure unicity for one way to publish a log after another.

    Args:
        log: ``viewer_id`` and all columns that are used (see `lessons.unicity.release`).
        resolutions: the columns that are published, one list for each way.
        populations: numbers of viewers (see `lessons.unicity.measure`); halves of the whole when not given.
        most: the largest number of things known.
        n_targets: how many people are looked for.
        seed: draws populations, targets and things known.

    Returns:
        One row per way to publish, population and k: ``resolution`` (in words), the columns of
        `lessons.unicity.measure`, and ``utility_lost`` (share of the information of title, day and stars).
    """
    sizes = list(populations or doubling(int(log["viewer_id"].nunique())))
    whole = information(log, by=FINEST)
    parts = [
        unicity(log, by=by, most=most, n_targets=n_targets, populations=sizes, seed=seed).assign(
            resolution=in_words(by), utility_lost=1 - information(log, by=by) / whole if whole else 0.0
        )
        for by in resolutions
    ]
    found = pd.concat(parts, ignore_index=True)
    return found[["resolution", *found.columns.drop(["resolution", "utility_lost"]), "utility_lost"]]


def accusations(log: pd.DataFrame, *, by: Sequence[str], k: int, n_targets: int = 500, seed: int = 53) -> pd.DataFrame:
    """Let the attacker look for people of whom she knows k things: all true, one of them wrong, or of somebody absent.

    Args:
        log: ``viewer_id`` and the columns of ``by``.
        by: what is known of a thing.
        k: how many things are known of each person.
        n_targets: how many people are drawn, the same for the three trials.
        seed: draws people and things.

    Returns:
        One row per trial: ``targets`` (its name), ``viewers`` (N, in the log that is published) and the columns of
        `disclosure.measures.Risk`; a blind guess takes one of the N.
    """
    rows = []
    for name, trial in TRIALS.items():
        release, known, truth = background_knowledge(log, by=by, k=k, n_targets=n_targets, seed=seed, **trial)
        viewers = int(release["viewer_id"].nunique())
        risk = score(exact_match(release, known, by=by), truth, blind=1 / max(1, viewers))
        rows.append({"targets": name, "viewers": viewers, **vars(risk)})
    return pd.DataFrame(rows)
