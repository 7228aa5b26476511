"""Small tables that the notebook shows: measured shares beside promises, prices in words."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from disclosure.tables.count_table import CountTable
from lessons.noise import strings


def promises_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show what was measured beside the promise, of 100 guesses (see `lessons.noise.sweep.promise_sweep`)."""
    shown = _of_100(found)
    columns = {"epsilon": strings.EPSILON, "right": strings.RIGHT, "interval": strings.INTERVAL}
    columns |= {"promise": strings.PROMISE, "blind": strings.BLIND, "error": strings.OFF}
    texts = {"epsilon": found["epsilon"].map("{:g}".format), "error": found["error"].map("{:.2f}".format)}
    return shown.assign(**texts)[list(columns)].rename(columns=columns)


def units_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show how often Ada is right about three profiles, with noise for each unit (see `units_sweep`)."""
    shown = _of_100(found).assign(who=found["who"].map(strings.PEOPLE))
    columns = {"who": strings.WHO, "titles": strings.TITLES, "unit": strings.UNIT, "right": strings.RIGHT}
    columns |= {"interval": strings.INTERVAL, "promise": strings.PROMISE}
    return shown[list(columns)].rename(columns=columns)


def _of_100(found: pd.DataFrame) -> pd.DataFrame:
    """Shares as numbers of 100, intervals in words."""
    interval = [f"{100 * low:.1f} to {100 * high:.1f}" for low, high in zip(found["low"], found["high"], strict=True)]
    share, promise = (100 * found["share"]).round(1), found["promise"].map(_promised)
    return found.assign(right=share, interval=interval, promise=promise, blind=50)


def _promised(share: float) -> str:
    """A promise of 100 guesses: it is never quite 100."""
    return f"{100 * share:.1f}" if share < 0.99 else strings.MORE_THAN


def kept_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show what each number of titles kept costs, beside how often Ada is right (see `kept_sweep`)."""
    shown = found.assign(
        off=found["off"].round().astype(int),
        lost=(100 * found["lost"]).round().astype(int),
        top=found["top"].round(1),
        right=(100 * found["right"]).round(1),
        promise=(100 * found["promise"]).round(1),
    )
    columns = {"kept": strings.KEPT, "off": strings.OFF, "top": strings.STILL, "lost": strings.LOST}
    columns |= {"right": strings.RIGHT, "promise": strings.PROMISE}
    return shown[list(columns)].rename(columns=columns)


def sizes_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show what noise does to small and to large groups (see `by_size`)."""
    shown = found.assign(
        true=found["true"].round(1),
        printed=found["printed"].round(1),
        off_share=(100 * found["off_share"]).round().astype(int),
        emptied=(100 * found["emptied"]).round().astype(int),
    )
    columns = {"size": strings.SIZE, "groups": strings.GROUPS, "true": strings.TRUE, "printed": strings.PRINTED}
    columns |= {"off_share": strings.OFF_SHARE, "emptied": strings.EMPTIED}
    return shown[list(columns)].rename(columns=columns)


def refreshes_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show how often Ada is right after so many prints (see `refresh_sweep`)."""
    shown = _of_100(found).assign(spent=found["spent"].round(1), proved=found["proved"].round(1))
    columns = {"refreshes": strings.REFRESHES, "spent": strings.SPENT, "right": strings.RIGHT}
    columns |= {"interval": strings.INTERVAL, "promise": strings.PROMISE, "proved": strings.PROVED}
    return shown[list(columns)].rename(columns=columns)


def tops_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show how often each way names the true top (see `tops_sweep`)."""
    shown = found.assign(
        way=found["way"].map(strings.WAYS),
        right=(100 * found["right"]).round().astype(int),
        interval=[
            f"{100 * low:.0f} to {100 * high:.0f}" for low, high in zip(found["low"], found["high"], strict=True)
        ],
        viewers=found["viewers"].round().astype(int),
    )
    columns = {"way": strings.WAY, "right": strings.TOP_NAMED, "interval": strings.INTERVAL, "n": strings.ASKED}
    columns |= {"viewers": strings.ITS_VIEWERS, "of": strings.TOP_VIEWERS}
    return shown[list(columns)].rename(columns=columns)


def answers_beside_truth(true: CountTable, answers: Mapping[str, np.ndarray], *, first: int = 6) -> pd.DataFrame:
    """Put printed counts beside the true ones, for the titles with the most viewers.

    Args:
        true: the table as it was counted.
        answers: what is printed, by a heading; each of shape (cells,).
        first: how many titles are shown.
    """
    shown = pd.DataFrame({strings.TITLE: true.cell_names, strings.TRUE_COUNT: true.cells["count"], **answers})
    return shown.sort_values(strings.TRUE_COUNT, ascending=False).head(first)
