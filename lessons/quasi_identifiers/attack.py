"""Linking by quasi-identifiers: a register with names, laid beside an extract without them.

Ada has an extract in which everybody has a row and nobody a name, and a public register with names.
She wants to know which row belongs to whom, and what it says of this person.
She does what a join does: she lays the two beside each other by birth date, sex and postcode. Where one entry of the
register and one row of the extract fit each other, and no other, she says "that is this person's row".

The register misses people, and it lists people who were never in the extract. So an entry and a row can be alone with
each other and still be two people: then a stranger stands accused.
"""

from collections.abc import Sequence
from math import inf

import numpy as np
import pandas as pd

from disclosure.frames import guesses, one_in, require
from disclosure.records.columns import FACT, QUASI_IDENTIFIERS
from disclosure.records.equivalence_classes import class_of, classes_of


def link(
    extract: pd.DataFrame,
    register: pd.DataFrame,
    *,
    by: Sequence[str] = QUASI_IDENTIFIERS,
    knows_members: bool = False,
    at_most: float = 1,
    seed: int = 53,
) -> pd.DataFrame:
    """Try to find the row of everybody in a register.

    A person is alone in the extract where one row fits, and alone in the register where one entry does. An attacker who
    does not know whether the targets are in the extract waits for both; one who does needs the first only. (Who tries
    a whole register is a *marketer* in El Emam's terms; a *prosecutor* is after one known person, a *journalist* after
    any one.)

    Args:
        extract: one row per person: ``row_id`` and the columns ``by``, as they were collected or coarser.
        register: one row per person: ``register_id`` and the columns ``by``, written as in an extract.
        by: the quasi-identifiers that are compared.
        knows_members: whether the attacker knows that every target is in the extract.
        at_most: the attacker declares where so many rows (and entries) fit, or fewer, and guesses among them. 1 is
            cautious; infinity guesses whenever any row fits.
        seed: of the guesses.

    Returns:
        Guesses, one row per entry: ``target`` (register_id), ``claim`` (row_id, missing unless declared),
        ``confidence`` (one divided by the number of rows that fit: what is believed, not what is true), ``declared``,
        and how many ``rows_fit`` and ``entries_fit``, the entry itself included.

    Raises:
        ValueError: ``at_most`` is below 1, or a table lacks a column.

    Examples:
        >>> extract = pd.DataFrame({"row_id": [1, 2, 3], "born": ["1961", "1961", "1970"]})
        >>> register = pd.DataFrame({"register_id": [7, 8], "born": ["1961-03-04", "1970-05-06"]})
        >>> link(extract, register, by=["born"])
           target  claim  confidence  declared  rows_fit  entries_fit
        0       7   <NA>         0.5     False         2            1
        1       8      3         1.0      True         1            1
    """
    if at_most < 1:
        raise ValueError(f"at_most is {at_most}: it takes 1 row that fits, or more, to declare anything.")
    require(extract, ["row_id"], "the extract")
    rows, entries = in_classes(extract, register, by)
    rows_fit, entries_fit = (how_many(side["class"], entries["class"]) for side in (rows, entries))
    shuffled = rows.sample(frac=1, random_state=np.random.default_rng(seed))
    one_of_each = shuffled.drop_duplicates("class").set_index("class")["row_id"]
    return guesses(
        target=entries["register_id"],
        claim=entries["class"].map(one_of_each),
        confidence=one_in(rows_fit),
        declared=rows_fit.between(1, at_most) & (knows_members | (entries_fit <= at_most)),
        rows_fit=rows_fit,
        entries_fit=entries_fit,
    )


def guess_among_matches(extract: pd.DataFrame, register: pd.DataFrame, **how: object) -> pd.DataFrame:
    """Link like `link`, but name one of the rows whenever any row fits."""
    return link(extract, register, at_most=inf, **how)  # type: ignore[arg-type]


def guess_fact(
    extract: pd.DataFrame,
    register: pd.DataFrame,
    *,
    fact: str = FACT,
    by: Sequence[str] = QUASI_IDENTIFIERS,
    sure: float = 0.0,
) -> pd.DataFrame:
    """Guess a fact about everybody in a register without finding the row: what most of the rows that fit say.

    Args:
        extract: one row per person: the columns ``by`` and ``fact``.
        register: one row per person: ``register_id`` and the columns ``by``.
        fact: the column that the attacker wants to know.
        by: the quasi-identifiers that are compared.
        sure: the attacker declares where at least this share of the rows that fit agree; 1: where they all do.

    Returns:
        Guesses, one row per entry: ``target`` (register_id), ``claim`` (text, missing unless declared; of equals, the
        first in order), ``confidence`` (the share of the rows that fit that say so), ``declared``.

    Examples:
        >>> extract = pd.DataFrame({"born": ["1961", "1961", "1961", "1970"], "ill": ["yes", "yes", "no", "no"]})
        >>> register = pd.DataFrame({"register_id": [7, 8], "born": ["1961-03-04", "1971-05-06"]})
        >>> guess_fact(extract, register, fact="ill", by=["born"])[["claim", "declared"]].values.tolist()
        [['yes', True], [nan, False]]
    """
    require(extract, [fact], "the extract")
    rows, entries = in_classes(extract, register, by)
    agreeing = rows.groupby(["class", fact], observed=True).size().rename("agreeing").reset_index()
    most = agreeing.sort_values("agreeing", ascending=False, kind="stable").drop_duplicates("class").set_index("class")
    share = entries["class"].map(most["agreeing"] / rows["class"].value_counts()).fillna(0.0)
    return guesses(
        target=entries["register_id"],
        claim=entries["class"].map(most[fact].astype("str")),
        confidence=share,
        declared=(share > 0) & (share >= sure),
    )


def in_classes(extract: pd.DataFrame, register: pd.DataFrame, by: Sequence[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Number the classes of an extract, and say of each row and each entry of a register in which one it is.

    Args:
        extract: one row per person, with the columns ``by``, as they were collected or coarser.
        register: one row per person, with ``register_id`` and the columns ``by``, written as in an extract.
        by: the quasi-identifiers that are compared.

    Returns:
        Both frames with a column ``class`` (Int64; missing for an entry that fits no row), numbered anew from 0.

    Examples:
        >>> extract = pd.DataFrame({"born": ["1961", "1961", "1970"]})
        >>> register = pd.DataFrame({"register_id": [7, 8], "born": ["1970-05-06", "1999-01-01"]})
        >>> [side["class"].tolist() for side in in_classes(extract, register, ["born"])]
        [[0, 0, 1], [1, <NA>]]
    """
    require(register, ["register_id", *by], "the register")
    number, classes = classes_of(extract, by)
    of_entries = pd.Series(class_of(register, classes), dtype="Int64").replace(-1, pd.NA)
    rows, entries = extract.reset_index(drop=True), register.reset_index(drop=True)
    return rows.assign(**{"class": pd.Series(number, dtype="Int64")}), entries.assign(**{"class": of_entries})


def how_many(members: pd.Series, classes: pd.Series) -> pd.Series:
    """Count for each class given how many members are in it; 0 where the class is missing.

    Examples:
        >>> how_many(pd.Series([0, 0, 2]), pd.Series([0, 2, 1])).tolist()
        [2, 1, 0]
    """
    return classes.map(members.value_counts()).fillna(0).astype("int64")
