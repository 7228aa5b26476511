"""What a table with noise tells of somebody who was left out of it: with her and without her."""

from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from disclosure.defences.noise import AddNoise
from disclosure.frames import guesses
from disclosure.measures.counterfactual import Counterfactual, with_and_without
from disclosure.tables.count_table import count_table
from lessons.noise.attack import says_watched
from lessons.noise.release import NOT_WATCHED, WATCHED, two_films

MOST_OF_ALL: Final = 0.5
"""Fewer than this share of everybody have watched the other film: so a blind guess says "not watched"."""


class TwoFilms(NamedTuple):
    """Two films of which the viewers of the one mostly watch the other, and few others do."""

    one: int
    other: int
    share: float
    """Of the viewers of the one, how many have watched the other."""
    of_all: float
    """Of everybody."""


def tied_films(rows: pd.DataFrame, *, least: int = 100) -> TwoFilms:
    """Choose two films that hang together most: the larger the difference between the two shares, the more.

    Args:
        rows: one row per profile and title.
        least: viewers of the one film, at least.
    """
    (profile, profiles), (title, titles) = pd.factorize(rows["viewer_id"]), pd.factorize(rows["title_id"])
    seen = np.zeros((len(profiles), len(titles)), dtype=np.float32)
    seen[profile, title] = 1
    viewers = seen.sum(axis=0)
    share, of_all = (seen.T @ seen) / viewers[:, None], viewers / len(seen)
    fits = (viewers[:, None] >= least) & (of_all[None, :] < MOST_OF_ALL) & ~np.eye(len(titles), dtype=bool)
    one, other = divmod(int(np.where(fits, share - of_all, -1).argmax()), len(titles))
    return TwoFilms(int(titles[one]), int(titles[other]), float(share[one, other]), float(of_all[other]))


def left_out(
    rows: pd.DataFrame, films: TwoFilms, *, epsilon: float, most: int = 60, seed: int = 53
) -> tuple[Counterfactual, float]:
    """Guess of viewers of one film whether they have watched the other: once they are in the table, once they are not.

    Each of them is left out by herself, and the table is printed anew, with fresh noise.

    Args:
        rows: one row per profile and title.
        films: as of `tied_films`.
        epsilon: of each table.
        most: how many of them are asked about, drawn by lot.
        seed: of the noise and the lot.

    Returns:
        With and without each of them; and the share right of somebody who has seen no table and knows the share of
        everybody: she says of each what most people do.
    """
    people, by = two_films(rows, films.one, films.other), ("one", "other")
    fans = people.index[people["one"].eq(WATCHED)]
    asked = np.random.default_rng(seed).permutation(fans.to_numpy())[:most]
    answers = people.loc[asked, "other"].astype(str).tolist()
    whole = count_table(people, by=by, totals=False)
    seen = [says_watched(AddNoise(epsilon, seed=f"{seed} in {profile}")(whole)) for profile in asked]
    tables = [count_table(people.drop(profile), by=by, totals=False) for profile in asked]
    unseen = [
        says_watched(AddNoise(epsilon, seed=f"{seed} out {profile}")(table))
        for profile, table in zip(asked, tables, strict=True)
    ]
    guessed = [
        guesses(list(asked), claims, np.ones(len(asked)), np.ones(len(asked), bool)) for claims in (seen, unseen)
    ]
    truth = pd.DataFrame({"target": asked, "answer": answers})
    usual = WATCHED if films.of_all > MOST_OF_ALL else NOT_WATCHED
    return with_and_without(guessed[0], guessed[1], truth), float(np.mean([answer == usual for answer in answers]))
