"""Singling out: a neighbour reads the joke, and remembers what somebody said about her evenings."""

from typing import Final

import numpy as np
import pandas as pd

from disclosure.tables import CountTable
from lessons.release_desk.attack import Attack, Behind, Known, Together, each_with
from lessons.release_desk.joke import WHERE, rows_behind
from lessons.release_desk.office import Office
from lessons.singling_out import single_out


def one_row_each(table: CountTable) -> pd.DataFrame:
    """Write a printed table out again as one row per counted person, numbered from 0 in the order of its cells.

    Returns:
        ``viewer_id`` (the number of the row, which tells nothing of who she is) and the dimensions of the table.

    Examples:
        >>> from disclosure.tables import count_table
        >>> one_row_each(count_table(pd.DataFrame({"device": ["tv", "tv", "phone"]}), by="device"))
           viewer_id device
        0          0     tv
        1          1     tv
        2          2  phone
    """
    cells = table.cells[~table.is_total]
    rows = cells.loc[cells.index.repeat(cells["count"].fillna(0).astype(int)), list(table.by)].reset_index(drop=True)
    rows.insert(0, "viewer_id", np.arange(len(rows)))
    return rows


def remember(releases: Together, known: Known) -> pd.DataFrame:
    """Look for the only row that fits each remark."""
    return single_out(one_row_each(releases[0].sheets[WHERE]), known.outside.clues)


def people_of_remarks(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """Who the remarks are about, and where in the table she stands; a blind guess is any one of the rows."""
    table = releases[0].sheets[WHERE]
    rows = one_row_each(table)
    first = rows.drop_duplicates(list(table.by)).rename(columns={"viewer_id": "answer"})
    counted = rows_behind(office)[["viewer_id", *table.by]].merge(first)
    remarks = office.world.truth.clues.rename(columns={"answer": "viewer_id"})
    remarks = remarks[remarks["target"].isin(guessed["target"])]
    answers = remarks.merge(counted, on="viewer_id", how="left")[["target", "answer"]]
    people = {clue: frozenset({int(viewer)}) for clue, viewer in remarks.dropna().itertuples(index=False)}
    return Behind(answers.astype({"answer": "Int64"}), people, 1 / max(len(rows), 1))


SINGLING_OUT: Final = Attack(
    "singling out",
    "a neighbour",
    "She heard a remark, and looks for the only one whom it fits.",
    each_with(WHERE),
    remember,
    people_of_remarks,
)
