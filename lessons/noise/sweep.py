"""Epsilons, units, titles kept, refreshes -> tidy frames: how often Ada is right, what was promised, what it costs."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.defences.contributions import KeepAtMost
from disclosure.defences.noise import AddNoise, noise, typical_error
from disclosure.measures import loss, wilson_interval
from disclosure.tables.count_table import CountTable
from lessons.noise.attack import evidence
from lessons.noise.defences import NameTheTop
from lessons.noise.promise import at_most, epsilon_at_least, long_run
from lessons.noise.release import count_titles, counts_of, still_first

PER_VIEW, PER_PERSON = "per view", "per profile"
"""What noise is counted for."""

TRIALS: Final = 20_000
"""Prints with Bea, and as many without her."""

Prints = Callable[[np.ndarray], np.ndarray]
"""What is done to noisy counts afterwards."""


def measured(
    epsilon: float,
    *,
    sensitivity: int = 1,
    counts: int = 1,
    trials: int = TRIALS,
    afterwards: Prints | None = None,
    others: int = 40,
    seed: int = 53,
) -> dict[str, Any]:
    """Print the same counts again and again, half of the times with Bea, and let Ada guess each time.

    Args:
        epsilon, sensitivity: the noise.
        counts: to how many counts Bea adds 1.
        trials: prints with her, and as many without.
        afterwards: what is done to the noisy counts before they are printed.
        others: how many people each count has without her.
        seed: of the noise.

    Returns:
        ``epsilon``, ``n`` (prints), ``right``, ``wrong``, ``share``, ``low``, ``high`` (95 % Wilson interval),
        ``proved`` (the smallest epsilon that this is plausible with). She always says something; where both are equally
        likely she tosses a coin.
    """
    rng, right = np.random.default_rng(seed), 0
    for is_in in (1, 0):
        printed = others + is_in + noise(epsilon, sensitivity, (trials, counts), rng)
        odds = evidence(afterwards(printed) if afterwards else printed, np.full(counts, others), epsilon / sensitivity)
        coin = rng.random(trials) < 0.5
        right += int(np.where(odds == 0, coin, (odds > 0) == bool(is_in)).sum())
    low, high = wilson_interval(right, 2 * trials)
    told = {"epsilon": epsilon, "n": 2 * trials, "right": right, "wrong": 2 * trials - right}
    proved = epsilon_at_least(right, 2 * trials)
    return told | {"share": right / (2 * trials), "low": low, "high": high, "proved": proved}


def promise_sweep(epsilons: Sequence[float], *, trials: int = TRIALS, seed: int = 53) -> pd.DataFrame:
    """Test one count for several epsilons, and put the promise beside it.

    Returns:
        One row per epsilon, as of `measured`, with ``promise`` (share right at most), ``blind`` and ``error`` (by how
        much a count is off on average).
    """
    rows = [measured(epsilon, trials=trials, seed=seed) for epsilon in epsilons]
    found = pd.DataFrame(rows)
    return found.assign(
        promise=[at_most(each) for each in epsilons], blind=0.5, error=[typical_error(each, 1) for each in epsilons]
    )


def units_sweep(rows: pd.DataFrame, *, epsilon: float, keep: int, trials: int = 2_000, seed: int = 53) -> pd.DataFrame:
    """Test the profiles with the fewest, a middling number and the most titles, with noise for each of two units.

    Args:
        rows: one row per profile and title.
        epsilon: of the table.
        keep: how many titles of each profile are counted where noise is per profile.

    Returns:
        One row per profile and unit: ``who``, ``titles``, ``unit``, ``counted`` (her titles that are counted),
        ``promise`` (for the whole profile), and as of `measured`.
    """
    per_profile = rows["viewer_id"].value_counts()
    people = {"lightest": per_profile.min(), "median": per_profile.median(), "heaviest": per_profile.max()}
    found = []
    for who, titles in people.items():
        for unit, sensitivity, counted in (
            (PER_VIEW, 1, int(titles)),
            (PER_PERSON, keep, int(min(titles, keep))),
        ):
            told = measured(epsilon, sensitivity=sensitivity, counts=counted, trials=trials, seed=seed)
            promise = at_most(epsilon * (counted if unit == PER_VIEW else 1))
            where = {"who": who, "titles": int(titles), "unit": unit, "counted": counted, "promise": promise}
            found.append(where | told)
    return pd.DataFrame(found)


def kept_sweep(
    rows: pd.DataFrame, titles: pd.DataFrame, keeps: Sequence[int], *, epsilon: float, draws: int = 3, seed: int = 53
) -> pd.DataFrame:
    """Publish the viewers of all titles with so many titles kept of each profile, and hold them against the truth.

    Args:
        rows: one row per profile and title.
        titles: the catalogue.
        keeps: how many titles stay of each profile, at most.
        epsilon: of the whole table, per profile.
        draws: how often noise is drawn; means are over these.

    Returns:
        One row per number kept: ``kept``, ``off`` (mean absolute error of a count, in viewers), ``cut`` (the part of it
        that comes from titles left out), ``noise`` (the rest is), ``top`` (how many of the ten most watched titles are
        still among the first ten), ``lost`` (total variation), ``right`` (how often Ada is right about a middling
        profile in the long run), ``promise``.
    """
    true, middling = count_titles(rows, titles), int(rows["viewer_id"].value_counts().median())
    found = []
    for keep in keeps:
        kept = count_titles(KeepAtMost(keep, seed=seed)(rows), titles)
        releases = [AddNoise(epsilon, keep, seed=f"{seed} {draw}")(kept) for draw in range(draws)]
        off = [np.abs(counts_of(each) - counts_of(true)).mean() for each in releases]
        still = [still_first(counts_of(true), counts_of(each)) for each in releases]
        cut = float((counts_of(true) - counts_of(kept)).mean())
        found.append(
            {
                "kept": keep,
                "off": float(np.mean(off)),
                "cut": cut,
                "noise": typical_error(epsilon, keep),
                "top": float(np.mean(still)),
                "lost": float(np.mean([loss(true, each) for each in releases])),
                "right": long_run(epsilon, keep, min(middling, keep)),
                "promise": at_most(epsilon),
            }
        )
    return pd.DataFrame(found)


SIZES: Final = {"1 to 9": (1, 9), "10 to 29": (10, 29), "30 to 99": (30, 99), "100 and more": (100, 10**9)}
"""Cells by how many people are in them, from and to."""


def by_size(table: CountTable, *, epsilon: float, draws: int = 100, seed: int = 53) -> pd.DataFrame:
    """Hold noisy counts of small and of large groups against the truth; each person is counted once.

    Args:
        table: the table as it was counted.
        epsilon: of each print.
        draws: how often it is printed; means are over these.
        seed: of the noise.

    Returns:
        One row per size of group: ``size`` (in words), ``groups`` (cells), ``true`` (mean count), ``printed`` (mean of
        what is printed), ``off`` (mean absolute error, in people), ``off_share`` (the same as a share of the true
        mean), ``emptied`` (share of prints that are 0).
    """
    true = counts_of(table)
    printed = np.array([counts_of(AddNoise(epsilon, seed=f"{seed} {draw}")(table)) for draw in range(draws)])
    found = []
    for name, (least, most) in SIZES.items():
        chosen = (true >= least) & (true <= most)
        if chosen.any():
            seen, mean = printed[:, chosen], float(true[chosen].mean())
            off = float(np.abs(seen - true[chosen]).mean())
            row = {"size": name, "groups": int(chosen.sum()), "true": mean, "printed": float(seen.mean()), "off": off}
            found.append(row | {"off_share": off / mean, "emptied": float((seen == 0).mean())})
    return pd.DataFrame(found)


def refresh_sweep(refreshes: Sequence[int], *, epsilon: float, trials: int = 4_000, seed: int = 53) -> pd.DataFrame:
    """Print one count so many times, each time with fresh noise, and let Ada add up what all prints say.

    Returns:
        One row per number of refreshes: ``refreshes``, ``spent`` (epsilon of all together), ``promise``, and as of
        `measured`.
    """
    rows = [
        {"refreshes": number, "spent": number * epsilon, "promise": at_most(number * epsilon)}
        | measured(epsilon, counts=number, trials=trials, seed=seed)
        for number in refreshes
    ]
    return pd.DataFrame(rows).assign(epsilon=epsilon)


def tops_sweep(
    rows: pd.DataFrame, titles: pd.DataFrame, *, epsilon: float, times: int = 100, seed: int = 53
) -> pd.DataFrame:
    """Ask for the most watched title in two ways, again and again: its name alone, or all counts and then the first.

    Args:
        rows: one row per profile and title.
        titles: the catalogue.
        epsilon: of each answer, for a profile with all its titles.
        times: how often each way is tried, with fresh noise.

    Returns:
        One row per way: ``way``, ``right`` (share of answers that name the true top), ``n``, ``low``, ``high`` (95 %
        Wilson interval), ``viewers`` (true viewers of the title that is named, on average), ``of`` (those of the true
        top).
    """
    table, sensitivity = count_titles(rows, titles), int(rows["viewer_id"].value_counts().max())
    true, names = counts_of(table), table.cell_names.tolist()
    seeds = [seed + number for number in range(times)]
    by_name = [names.index(NameTheTop(epsilon, seed=each)(table)) for each in seeds]
    of_all = [int(np.argmax(counts_of(AddNoise(epsilon, sensitivity, seed=each)(table)))) for each in seeds]
    found = []
    for way, places in (("name", by_name), ("all counts", of_all)):
        right = sum(int(true[place]) == int(true.max()) for place in places)
        low, high = wilson_interval(right, times)
        viewers = float(true[places].mean())
        told = {"way": way, "right": right / times, "n": times, "low": low, "high": high}
        found.append(told | {"viewers": viewers, "of": int(true.max())})
    return pd.DataFrame(found)
