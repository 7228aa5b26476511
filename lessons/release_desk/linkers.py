"""Linking: what people wrote in public, or a register with names, laid beside an extract without names."""

from typing import Final

import pandas as pd

from lessons.linking import link as link_reviews
from lessons.quasi_identifiers import as_in_an_extract, who_is_who
from lessons.quasi_identifiers import link as link_register
from lessons.release_desk.attack import Attack, Behind, Known, Together, each_with
from lessons.release_desk.extract import LOG, ROWS, VAGUE_LOG, collected
from lessons.release_desk.office import Office

WRITTEN: Final = 8
"""Reviews of each writer that are used, as in the lesson on linking; who wrote fewer is not looked for."""


def some_reviews(reviews: pd.DataFrame) -> pd.DataFrame:
    """Draw eight reviews of everybody who wrote that many: ``target`` (the handle), ``title_id``, ``day``."""
    written = reviews.rename(columns={"handle": "target"}).drop_duplicates(["target", "title_id"])
    enough = written[written.groupby("target")["title_id"].transform("size") >= WRITTEN]
    return enough.groupby("target").sample(WRITTEN, random_state=53)[["target", "title_id", "day"]]


def read_reviews(releases: Together, known: Known) -> pd.DataFrame:
    """Score each row of the extract by how well it fits what somebody wrote; a row far ahead is taken for hers."""
    sheets = releases[0].sheets
    log = sheets.get(LOG, sheets.get(VAGUE_LOG)).rename(columns={"row_id": "viewer_id"})
    return link_reviews(log[["viewer_id", "title_id", "day"]], some_reviews(known.outside.reviews))


def read_register(releases: Together, known: Known) -> pd.DataFrame:
    """Lay the register beside the extract: where one entry and one row fit each other and no other, they are one."""
    register = known.outside.register
    inside = as_in_an_extract(register[register["country"] == "United States"])
    return link_register(releases[0].sheets[ROWS], inside)


def writers(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """Who wrote under each handle, and which row is hers; a blind guess is any of the rows."""
    return _rows_of(office, office.world.truth.reviews, guessed)


def listed(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """Who each entry of the register is, and which row is hers; a blind guess is any of the rows."""
    return _rows_of(office, office.world.truth.register, guessed)


def _rows_of(office: Office, truth: pd.DataFrame, guessed: pd.DataFrame) -> Behind:
    """Of each target, her row, if she has one, and who she is."""
    rows, _, key = collected(office)
    asked = truth[truth["target"].isin(guessed["target"])]
    people = {target: frozenset({int(viewer)}) for target, viewer in asked.dropna().itertuples(index=False)}
    return Behind(who_is_who(asked, key), people, 1 / len(rows))


REVIEWS: Final = Attack(
    "linking with reviews",
    "a reader of public reviews",
    "She looks for the row that fits what somebody has written, and when.",
    each_with(LOG, VAGUE_LOG),
    read_reviews,
    writers,
)
REGISTER: Final = Attack(
    "linking with the register",
    "somebody who has the public register",
    "She looks for the only row that has somebody's birth date, sex and state.",
    each_with(ROWS),
    read_register,
    listed,
)
