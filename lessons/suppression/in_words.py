"""Small tables that the notebook shows: what Ada finds, each threshold, each defence, thresholds in use."""

from collections.abc import Hashable
from typing import Any, Final

import pandas as pd
from pandas.io.formats.style import Styler

from disclosure.rules import THRESHOLDS_IN_USE
from lessons.suppression import strings

THRESHOLD_COLUMNS: Final = {
    "hidden": strings.CELLS_HIDDEN,
    "exact": strings.CELLS_EXACT,
    "narrowed": strings.CELLS_NARROWED,
    "people_hidden": strings.PEOPLE_HIDDEN,
    "people_exact": strings.PEOPLE_EXACT,
}
DEFENCE_COLUMNS: Final = {
    "label": strings.DEFENCE,
    "n": strings.SMALL_CELLS,
    "right": strings.CELLS_EXACT,
    "still_possible": strings.STILL_POSSIBLE,
    "utility_lost": strings.READER_LOSES,
    "order_preserved": strings.ORDER_READ,
}


def found_in_words(found: pd.DataFrame) -> Styler:
    """Show what somebody has found of the hidden cells: one number where it is found, two where it is narrowed.

    Args:
        found: one row per cell: two dimensions, ``low``, ``high`` (see `lessons.suppression.attack.subtract`).
    """
    spans = found["low"].astype(str).mask(found["low"].lt(found["high"]), _spans(found))
    is_found = found["low"].eq(found["high"]).map({True: strings.YES, False: ""})
    return _listed(found.iloc[:, :2].assign(**{strings.POSSIBLE: spans, strings.IS_FOUND: is_found}))


def _spans(found: pd.DataFrame) -> pd.Series:
    """The possible numbers of each cell in words."""
    return found["low"].astype(str) + " to " + found["high"].astype(str)


def thresholds_in_words(counted: pd.DataFrame) -> pd.DataFrame:
    """Choose what an outsider learns at each threshold, where totals are printed.

    Args:
        counted: one row per setting and threshold (see `lessons.suppression.sweep.count_states`).
    """
    outsider = counted[counted["setting"].eq("outsider, totals printed")]
    return outsider.set_index("strength").rename_axis("k")[list(THRESHOLD_COLUMNS)].rename(columns=THRESHOLD_COLUMNS)


def steps_that_help_ada(by_threshold: pd.DataFrame) -> int:
    """Count the steps to a higher threshold at which more cells become exactly known.

    Examples:
        >>> steps_that_help_ada(pd.DataFrame({strings.CELLS_EXACT: [8, 8, 12, 5]}, index=[3, 4, 5, 6]))
        1
    """
    return int(by_threshold[strings.CELLS_EXACT].diff().gt(0).sum())


def facts_in_words(facts: pd.DataFrame, *, most: int = 4) -> Styler:
    """Show a few facts about whole groups: first those of everybody, then those of nobody.

    Args:
        facts: see `disclosure.audit.disclosure.group_disclosure`.
        most: how many of each kind.
    """
    some = facts.sort_values("fact", kind="stable").groupby("fact", sort=False).head(most)
    return _listed(some[["sentence"]].set_axis([strings.CERTAIN], axis="columns"))


def defences_in_words(judged: pd.DataFrame) -> Styler:
    """Choose what each defence buys and costs (see `lessons.suppression.side_by_side.compare_defences`)."""
    shown = judged[list(DEFENCE_COLUMNS)].rename(columns=DEFENCE_COLUMNS)
    formats: dict[Any, Any] = {
        strings.STILL_POSSIBLE: "{:.0f}",
        strings.READER_LOSES: "{:.0%}",
        strings.ORDER_READ: "{:.0%}",
    }
    return _listed(shown).format(formats, na_rep="–", escape="html")


def thresholds_in_use() -> Styler:
    """Show who uses which threshold, by which rule, and where it can be read."""
    shown = _listed(pd.DataFrame(THRESHOLDS_IN_USE)).format(escape="html")
    return shown.set_properties(["source"], **{"overflow-wrap": "anywhere", "max-width": "18em"})


def _listed(shown: pd.DataFrame) -> Styler:
    """A table without the numbers of its rows, words and their headings at the left."""
    texts: list[Hashable] = list(shown.select_dtypes(exclude="number").columns)
    left = "text-align: left"
    return shown.style.hide(axis="index").set_table_styles(
        {text: [{"selector": part, "props": left} for part in ("th", "td")] for text in texts}
    )
