"""What came of the remarks, and what each onlooker could tell apart: the numbers of this lesson's tables and explorer.

This is the place of the lesson that sees the truth. It says which remark is about whom, and what was right.
"""

from itertools import product
from typing import Final

import pandas as pd

from disclosure.frames import require
from disclosure.measures.risk import score, wilson_interval
from disclosure.records.equivalence_classes import class_sizes
from lessons.singling_out import strings
from lessons.singling_out.attack import single_out

ADULT: Final = 18
"""Years. Whoever is shown in the lesson as a person is of age."""

PLACES: Final = {"nothing": (), "country": ("country",), "region": ("country", "region")}
DEVICES: Final = {"unknown": (), "known": ("device",)}
PERSONS: Final = {"unknown": (), "known": ("sex", "decade")}
WEEKS: Final = {"unknown": (), "known": ("joined_week",)}
"""What an onlooker may know of somebody -> the columns that say so."""


def about_bea(clues: pd.DataFrame, rows: pd.DataFrame, truth: pd.DataFrame) -> pd.DataFrame:
    """Choose the remark that the lesson begins with: it is about a woman among the counted, and fits her row alone.

    Of several such remarks, one that states few facts is taken. The cards that learners work on are left to them.

    Args:
        clues: one row per remark (see `lessons.singling_out.attack.single_out`), with ``card``.
        rows: one row per counted person.
        truth: one row per remark: ``target``, ``answer``.

    Returns:
        One row of the clues; none where no remark is like that.
    """
    women = rows.loc[rows["sex"].eq("female") & rows["age"].ge(ADULT), "viewer_id"]
    found = single_out(rows, clues).merge(truth, on="target")
    hers = found.loc[found["claim"].eq(found["answer"]).fillna(False) & found["answer"].isin(women), "target"]
    free = clues[clues["clue_id"].isin(hers) & clues["card"].isin(["", "first"])]
    stated = free[["country", "region", "device", "sex", "joined_week", "age_from"]].notna().sum(axis="columns")
    return free.loc[stated.sort_values(kind="stable").index[:1]]


def wrongly_accused(clues: pd.DataFrame, rows: pd.DataFrame, truth: pd.DataFrame) -> pd.DataFrame:
    """Choose one remark about somebody else that fits one of the counted all the same.

    Args:
        clues: one row per remark.
        rows: one row per counted person.
        truth: one row per remark: ``target``, ``answer`` (missing for somebody who is not among the counted).

    Returns:
        One row of the clues with ``claim``, the ``viewer_id`` that it seems to point at; none where nobody is accused.
    """
    of_age = rows.loc[rows["age"].ge(ADULT), "viewer_id"]
    elsewhere = clues[clues["clue_id"].isin(truth.loc[truth["answer"].isna(), "target"])]
    accused = single_out(rows, elsewhere).query("declared")
    accused = accused.loc[accused["claim"].isin(of_age), ["target", "claim"]].head(1)
    return clues.merge(accused.rename(columns={"target": "clue_id"}), on="clue_id")


def outcomes_of_remarks(rows: pd.DataFrame, clues: pd.DataFrame, truth: pd.DataFrame) -> pd.DataFrame:
    """Try all remarks: those about one of the counted, and those about somebody else.

    Args:
        rows: one row per counted person.
        clues: one row per remark.
        truth: one row per remark: ``target``, ``answer`` (missing for somebody who is not among the counted).

    Returns:
        Two rows: ``targets`` (whom the remarks are about), ``n`` (remarks), ``right``, ``wrong``, ``abstained``, and
        ``baseline``: what a blind guesser gets right who speaks as often, and points at any row.

    Examples:
        >>> rows = pd.DataFrame({"viewer_id": [1, 2], "country": ["Chile", "Norway"]})
        >>> clues = pd.DataFrame({"clue_id": ["a", "b"], "country": ["Chile", "Norway"]})
        >>> truth = pd.DataFrame({"target": ["a", "b"], "answer": pd.array([1, None], dtype="Int64")})
        >>> outcomes_of_remarks(rows, clues, truth)
                       targets  n  right  wrong  abstained  baseline
        0  one of the 2 people  1      1      0          0       0.5
        1        somebody else  1      0      1          0       0.0
    """
    there = clues["clue_id"].isin(truth.loc[truth["answer"].notna(), "target"])
    found = [_outcome(rows, clues[about], truth) for about in (there, ~there)]
    targets = [strings.ONE_OF_THEM.format(n=len(rows)), strings.SOMEBODY_ELSE]
    return pd.DataFrame(found).assign(targets=targets)[list(OUTCOMES)]


OUTCOMES: Final = {
    "targets": strings.ABOUT,
    "n": strings.REMARKS,
    "right": strings.RIGHT,
    "wrong": strings.ACCUSED,
    "abstained": strings.SILENT,
    "baseline": strings.BY_CHANCE,
}
"""The columns of the outcomes, and their names in words."""


def _outcome(rows: pd.DataFrame, clues: pd.DataFrame, truth: pd.DataFrame) -> dict[str, float]:
    """Count what came of some remarks."""
    risk = score(single_out(rows, clues), truth, blind=0.0)
    there = truth.loc[truth["target"].isin(clues["clue_id"]), "answer"].notna().any()
    by_chance = (risk.right + risk.wrong) / len(rows) if there else 0.0
    counts = {"n": risk.n, "right": risk.right, "wrong": risk.wrong, "abstained": risk.abstained}
    return counts | {"baseline": by_chance}


def outcomes_in_words(outcomes: pd.DataFrame) -> pd.DataFrame:
    """Name the columns of the outcomes as the notebook explains them."""
    return outcomes[list(OUTCOMES)].rename(columns=OUTCOMES)


def accusing_interval(outcomes: pd.DataFrame) -> str:
    """Say between which shares the remarks about somebody else may accuse, as 95 % Wilson interval.

    Examples:
        >>> accusing_interval(pd.DataFrame({"n": [50, 50], "right": [30, 0], "wrong": [0, 8]}))
        'Of 50 remarks about somebody else, 8 accuse: 16%. As a sample of many such remarks: 8% to 29% (95 %).'
    """
    n, wrong = (int(outcomes[column].iloc[1]) for column in ("n", "wrong"))
    low, high = wilson_interval(wrong, n)
    return strings.ACCUSING.format(n=n, wrong=wrong, share=wrong / n, low=low, high=high)


def share_right(outcomes: pd.DataFrame, *, there: float) -> float:
    """Work out which share of what is declared would be right, if fewer remarks were about the counted.

    In the field's words: the positive predictive value, which falls with the prevalence.

    Args:
        outcomes: see `outcomes_of_remarks`.
        there: the share of remarks that are about one of the counted, from 0 to 1.

    Examples:
        >>> outcomes = pd.DataFrame({"n": [50, 50], "right": [30, 0], "wrong": [0, 10]})
        >>> round(share_right(outcomes, there=0.5), 2), round(share_right(outcomes, there=0.1), 2)
        (0.75, 0.25)
    """
    rates = outcomes[["right", "wrong"]].div(outcomes["n"], axis="index")
    right, wrong = (there * rates.iloc[0] + (1 - there) * rates.iloc[1]).to_numpy()
    return float(right / (right + wrong))


def crowds_by_setting(rows: pd.DataFrame) -> pd.DataFrame:
    """Count who stands alone, for each mixture of facts that an onlooker may know.

    Args:
        rows: one row per counted person, with the facts of `lessons.singling_out.release.drill_down`.

    Returns:
        One row per mixture: ``place``, ``device``, ``person``, ``week`` (keys of `PLACES` and so on), ``alone`` (people
        whom nobody else looks like), ``few`` (those in a crowd of two to four), ``more`` (the others).
    """
    require(rows, ["viewer_id", "country", "region", "device", "sex", "age", "joined_week"], "the frame of rows")
    told = rows.assign(decade=rows["age"] // 10)
    found = []
    for place, device, person, week in product(PLACES, DEVICES, PERSONS, WEEKS):
        crowd = class_sizes(told, [*PLACES[place], *DEVICES[device], *PERSONS[person], *WEEKS[week]])
        alone, few = int(crowd.eq(1).sum()), int(crowd.between(2, 4).sum())
        found.append((place, device, person, week, alone, few, len(told) - alone - few))
    return pd.DataFrame(found, columns=["place", "device", "person", "week", "alone", "few", "more"])
