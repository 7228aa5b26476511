"""Screens 7 and 8: a survey whose small numbers are hidden; what can be worked out, for each threshold and reader."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from data_gen.office import workload
from disclosure.audit import Contributor, Outsider, audit
from disclosure.audit.attackers import Attacker
from disclosure.audit.verdicts import EXACT, NARROWED, OPEN
from disclosure.defences.suppression import Suppress
from disclosure.measures.utility import loss
from disclosure.tables import CountTable, table_from_counts

THRESHOLDS: Final = range(3, 16)
TRAINEE: Final = ("Quayside", "trainee")
"""Where the only trainee stands."""

READERS: Final[dict[str, Attacker]] = {"reader": Outsider(), "trainee": Contributor(TRAINEE, alone=True)}
"""Who looks: somebody who has only the print, and somebody who is in it."""


def survey() -> CountTable:
    """Return the table of the survey, with totals, nothing hidden."""
    return table_from_counts(workload())


def without_totals(table: CountTable) -> CountTable:
    """Return a table whose totals are not printed."""
    return replace(table, cells=table.cells[~table.is_total].reset_index(drop=True))


def all_settings() -> dict[str, Any]:
    """Work out the table in every setting.

    Returns:
        ``rows``, ``columns`` (labels, the totals last), ``offices`` and ``jobs``; ``settings``: threshold, then totals
        (``"yes"`` or ``"no"``), then reader -> ``cells`` (see `shown_cells`), ``red`` (how many) and ``lost`` (share of
        people in hidden cells, per cent). ``inside``: all cells as they were counted, which those see who work with the
        answers, whatever is printed.
    """
    table = survey()
    offices, jobs = (list(dict.fromkeys(table.cells[name])) for name in table.by)
    settings = {
        str(threshold): {
            totals: {reader: setting(table, threshold, totals == "yes", who) for reader, who in READERS.items()}
            for totals in ("yes", "no")
        }
        for threshold in THRESHOLDS
    }
    return {
        "offices": offices[:-1],
        "jobs": jobs[:-1],
        "least": THRESHOLDS[0],
        "most": THRESHOLDS[-1],
        "settings": settings,
        "inside": as_counted(table),
    }


def as_counted(table: CountTable) -> list[dict[str, Any]]:
    """All cells with their counts, as `shown_cells` would show them if nothing were hidden.

    Examples:
        >>> as_counted(survey())[0]
        {'labels': ('Bridge Street', 'full-time'), 'kind': 'printed', 'count': 12}
    """
    labels = table.cells[list(table.by)].itertuples(index=False, name=None)
    return [_shown(each, count, None) for each, count in zip(labels, table.cells["count"], strict=True)]


def setting(table: CountTable, threshold: int, totals: bool, reader: Attacker) -> dict[str, Any]:
    """Hide and attack a table once.

    Args:
        table: with totals, nothing hidden.
        threshold: the smallest number that is printed.
        totals: whether totals are printed.
        reader: who looks.

    Examples:
        >>> setting(survey(), 7, True, Outsider())["red"], setting(survey(), 9, True, Outsider())["red"]
        (0, 2)
    """
    hidden = Suppress(threshold=threshold)(table)
    release = hidden if totals else without_totals(hidden)
    judged = audit(release, reader, nothing_to_subtract=not totals)
    cells = shown_cells(release, judged)
    own = isinstance(reader, Contributor) and reader.alone
    red = sum(cell["kind"] == "known" for cell in cells) - (own and is_red(cells, TRAINEE))
    return {"cells": cells, "red": int(red), "lost": round(100 * loss(table, hidden))}


def is_red(cells: list[dict[str, Any]], labels: tuple[str, ...]) -> bool:
    """Whether a cell is known although it is hidden."""
    return any(cell["kind"] == "known" and tuple(cell["labels"]) == labels for cell in cells)


def shown_cells(release: CountTable, judged: pd.DataFrame) -> list[dict[str, Any]]:
    """Say of each cell what is seen.

    Args:
        release: what is printed.
        judged: what the audit says of its hidden cells.

    Returns:
        One entry per cell: ``labels``, ``kind`` (printed, known, narrowed or hidden), ``count`` (where printed or
        known), ``low`` and ``high``, ``why`` (one sentence, where hidden).
    """
    by = list(release.by)
    found = dict(zip(judged[by].itertuples(index=False, name=None), judged.to_dict("records"), strict=True))
    printed = zip(release.cells[by].itertuples(index=False, name=None), release.cells["count"], strict=True)
    return [_shown(labels, count, found.get(labels)) for labels, count in printed]


def _shown(labels: tuple[str, ...], count: Any, judged: Mapping[Any, Any] | None) -> dict[str, Any]:
    """One cell: its labels, what is printed, and what the audit says where it is hidden."""
    if judged is None:
        return {"labels": labels, "kind": "printed", "count": int(count)}
    kind = {EXACT: "known", NARROWED: "narrowed", OPEN: "hidden"}[judged["verdict"]]
    ends = {"low": int(judged["low"]), "high": int(judged["high"])}
    return {"labels": labels, "kind": kind, **ends, "why": judged["why"].replace("The attacker knows", "She knows")}
