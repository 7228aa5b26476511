"""More noise or less, more titles or fewer, per view or per profile: what is printed, and how often Ada is right."""

from collections.abc import Sequence
from itertools import product
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.defences.contributions import KeepAtMost
from lessons.noise import strings
from lessons.noise.chart import noise_chart
from lessons.noise.promise import at_most, long_run
from lessons.noise.release import count_titles, counts_of, most_watched, still_first
from lessons.noise.sweep import PER_PERSON
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Explorer, Lookup

LEAST, MOST, STEP = 0.25, 8.0, 0.25
EPSILONS: Final[list[float]] = np.arange(LEAST, MOST + STEP / 2, STEP).tolist()
"""The slider of epsilon, and all its places."""

KEEPS: Final = (1, 5, 10, 20, 50, 100)
"""Titles kept of each profile; "all" comes last."""

BY: Final = ("epsilon", "kept", "unit")
FIRST: Final = (1.0, 20, PER_PERSON)
"""Where the controls stand at first."""

EPSILON: Final = Slider(
    "epsilon",
    strings.EPSILON_LABEL,
    minimum=LEAST,
    maximum=MOST,
    step=STEP,
    start=FIRST[0],
    landmarks={LEAST: strings.MORE_NOISE, MOST: strings.LESS_NOISE},
    value_text=strings.EPSILON_VALUE,
)


def explore_noise(rows: pd.DataFrame, titles: pd.DataFrame, *, seed: int = 53) -> Explorer:
    """Show the viewers of all titles with noise, and how often Ada is right about a profile in the middle.

    Args:
        rows: one row per profile and title (see `lessons.noise.release.titles_of_profiles`).
        titles: the catalogue.
        seed: of the noise. All settings share the same draws, so that a move changes only what it is about.

    Returns:
        A slider, two choices, the chart and the sentence of their setting, all computed beforehand. ``settings`` has
        one row per setting (see `settings_of`).
    """
    all_of_them = int(rows["viewer_id"].value_counts().max())
    keeps = {keep: str(keep) for keep in KEEPS} | {all_of_them: strings.ALL_KEPT.format(titles=all_of_them)}
    settings = settings_of(rows, titles, list(keeps), seed=seed)
    rows_of_settings: list[dict[str, Any]] = settings.to_dict("records")  # type: ignore[assignment]
    found = {tuple(row[name] for name in BY): row for row in rows_of_settings}
    start = dict(zip(BY, FIRST, strict=True)) | {name: found[FIRST][name] for name in SHOWN}
    tables = {name: Lookup(BY, {key: row[name] for key, row in found.items()}) for name in SHOWN}
    sentences = Lookup(BY, {key: sentence(row) for key, row in found.items()})
    kept = Choice("kept", strings.KEPT_LABEL, keeps, start=FIRST[1])
    return Explorer(
        [[EPSILON], [kept, Choice("unit", strings.UNIT_LABEL, strings.UNITS)]],
        noise_chart(_top(rows, titles, list(keeps), seed), start),
        {"setting": {"lookup": "sentences"}},
        lookups=tables | {"sentences": sentences},
        results={"settings": settings},
    )


SHOWN: Final = ("right", "promise", "scale")
"""Numbers of a setting that the chart draws."""


def settings_of(rows: pd.DataFrame, titles: pd.DataFrame, keeps: Sequence[int], *, seed: int) -> pd.DataFrame:
    """Work out every setting.

    Returns:
        One row per setting: ``epsilon``, ``kept``, ``unit``; ``titles`` (of a profile in the middle), ``counted`` (of
        these), ``right`` and ``promise`` (of 100, for this profile as a whole), ``scale`` (sensitivity / epsilon),
        ``off`` (viewers, on average), ``off_at_top`` (the same over the ten most watched titles), ``top`` (how many of
        these are among the first ten).
    """
    middling = int(rows["viewer_id"].value_counts().median())
    true, up, down = counts_of(count_titles(rows, titles)), *_draws(len(titles), seed)
    found = []
    for keep in keeps:
        kept, counted = counts_of(count_titles(KeepAtMost(keep, seed=seed)(rows), titles)), min(middling, keep)
        for unit, epsilon in product(strings.UNITS, EPSILONS):
            sensitivity, whole = (keep, epsilon) if unit == PER_PERSON else (1, epsilon * counted)
            scale = sensitivity / epsilon
            printed = np.maximum(0, kept + np.floor(up * scale) - np.floor(down * scale))
            row = {"epsilon": epsilon, "kept": keep, "unit": unit, "titles": middling, "counted": counted}
            row |= {"right": round(100 * long_run(epsilon, sensitivity, counted), 1)}
            row |= {"promise": round(100 * at_most(whole), 1), "scale": scale}
            gaps = np.abs(printed - true)
            row |= {"off": float(gaps.mean()), "off_at_top": float(gaps[most_watched(true)].mean())}
            found.append(row | {"top": still_first(true, printed)})
    return pd.DataFrame(found)


def sentence(row: dict[str, Any]) -> str:
    """What one setting means."""
    limited = row["promise"] < NEARLY_ALL
    at_most = strings.AT_MOST_RIGHT.format(promise=f"{row['promise']:.0f}") if limited else strings.NOTHING_PROMISED
    unit, epsilon = row["unit"] if row["counted"] > 1 else PER_PERSON, f"{row['epsilon']:g}"
    promise = strings.PROMISED[unit].format(epsilon=epsilon, counted=row["counted"], promise=at_most)
    right = f"{row['right']:.0f}" if row["right"] < NEARLY_ALL else strings.MORE_THAN
    gaps = {name: f"{row[name]:.0f}" for name in ("off", "off_at_top")}
    return strings.SENTENCE.format(**row | {"promise": promise, "right": right} | gaps)


NEARLY_ALL: Final = 99
"""From so many of 100 on, a number is not told: it is never all."""


def _draws(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Two exponential numbers for each title: floor(up * scale) - floor(down * scale) is two-sided geometric."""
    up, down = np.random.default_rng(seed).exponential(size=(2, n))
    return up, down


def _top(rows: pd.DataFrame, titles: pd.DataFrame, keeps: Sequence[int], seed: int) -> pd.DataFrame:
    """The ten most watched titles, their counts before noise for each number kept, and what makes their noise."""
    true, up, down = counts_of(count_titles(rows, titles)), *_draws(len(titles), seed)
    places = most_watched(true)
    kept = {keep: counts_of(count_titles(KeepAtMost(keep, seed=seed)(rows), titles))[places] for keep in keeps}
    before = [{str(keep): int(counts[index]) for keep, counts in kept.items()} for index in range(len(places))]
    names = titles["title"].to_numpy()[places]
    return pd.DataFrame({"title": names, "true": true[places], "kept": before, "up": up[places], "down": down[places]})
