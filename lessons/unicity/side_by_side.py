"""Small tables that the notebook shows, with headings that can be read."""

from typing import Final

import pandas as pd

from lessons.unicity import strings

MOST: Final = 0.9
"""The share of people who are called most of them: see `strings.NINE_IN_TEN`."""


def shares_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show unicity with what belongs to it, one row for each k (see `lessons.unicity.sweep.unicity_sweep`)."""
    return pd.DataFrame(
        {
            strings.KNOWN: found["k"],
            strings.PEOPLE: found["n"],
            strings.TOO_FEW: found["left_out"],
            strings.UNIQUE: found["unique"].map("{:.1%}".format),
            strings.INTERVAL: _interval(found),
            strings.CROWD: found["crowd_median"].astype("Int64"),
        }
    )


def prices_in_words(everybody: pd.DataFrame) -> pd.DataFrame:
    """Show what each way to publish costs the reader, and how many things single out most people.

    Args:
        everybody: one row for each way to publish and k, all for one number of viewers.
    """
    by_k = everybody.pivot(index="k", columns="resolution", values="unique")
    reached = by_k.ge(MOST)
    smallest = reached.idxmax().astype("string").where(reached.any(), strings.MORE_THAN.format(most=by_k.index.max()))
    price = everybody.groupby("resolution", sort=False)["utility_lost"].first()
    table = {strings.LOST: price.map("{:.0%}".format), strings.NINE_IN_TEN: smallest}
    return pd.DataFrame(table).loc[price.index].rename_axis(strings.TOLD)


def outcomes_in_words(risks: pd.DataFrame) -> pd.DataFrame:
    """Show what came of looking for people: found, accused, and what a blind guess finds (see `accusations`)."""
    return pd.DataFrame(
        {
            strings.LOOKED_FOR: risks["targets"],
            strings.PEOPLE: risks["n"],
            strings.FOUND: risks["right"],
            strings.INTERVAL: _interval(risks),
            strings.ACCUSED: risks["wrong"],
            strings.BLIND: risks["baseline"].map("{:.1f}".format),
        }
    )


def crowds_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show who fits alone, and who would be accused were the person not in the log, one row for each k."""
    return pd.DataFrame(
        {
            strings.KNOWN: found["k"],
            strings.UNIQUE: found["unique"].map("{:.1%}".format),
            strings.ONE_OTHER: found["one_other"].map("{:.1%}".format),
            strings.CROWD: found["crowd_median"].astype("Int64"),
        }
    )


def _interval(frame: pd.DataFrame) -> pd.Series:
    """Both ends of an interval in one column."""
    return frame["low"].map("{:.1%}".format) + " to " + frame["high"].map("{:.1%}".format)
