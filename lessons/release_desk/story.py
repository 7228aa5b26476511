"""Who the lesson begins with: Bea, one of those whom the joke is about, and a remark that somebody made about her."""

from dataclasses import dataclass

import pandas as pd

from lessons.release_desk.joke import REQUEST, WHERE
from lessons.release_desk.known import known_of
from lessons.release_desk.neighbours import one_row_each, people_of_remarks, remember
from lessons.release_desk.office import Office
from lessons.release_desk.release import release
from lessons.singling_out import fits


@dataclass(frozen=True, eq=False)
class Story:
    """A remark, and what the joke as asked says of the only one whom it fits.

    Args:
        remark: one row of the remarks, with ``speaker`` and ``sentence``.
        printed: one row: what the table of the joke says of her.
    """

    remark: pd.DataFrame
    printed: pd.DataFrame


def story_of_bea(office: Office) -> Story:
    """Choose a remark that is right: it fits one of those who are counted, and is about her. A woman, if there is one.

    Raises:
        ValueError: in this world no remark is like that.
    """
    published = release(office, REQUEST, "as asked")
    assert published is not None, "what is asked for is published as asked."
    guesses = remember((published,), known_of(office))
    truth = people_of_remarks(office, (published,), guesses).answers.set_index("target")["answer"]
    right = guesses["declared"] & guesses["claim"].eq(guesses["target"].map(truth)).fillna(False)
    remarks = office.world.outside.clues
    about = remarks[remarks["clue_id"].isin(guesses.loc[right, "target"])]
    if about.empty:
        raise ValueError("in this world no remark fits one of the 53 alone: take another nickname.")
    [remark] = [row for _, row in about.sort_values("sex", kind="stable").head(1).iterrows()]
    rows = one_row_each(published.sheets[WHERE])
    return Story(about.loc[[remark.name]], rows[fits(rows, remark)].drop(columns="viewer_id"))
