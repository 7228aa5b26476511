"""Small tables that the notebook shows: what is printed, lists that fit, shares beside a blind guess."""

from typing import Final

import numpy as np
import pandas as pd

from lessons.reconstruction import strings
from lessons.reconstruction.attack import Lists
from lessons.reconstruction.chart import people
from lessons.reconstruction.people import guesses_by_seat, seat_names
from lessons.reconstruction.release import PrintedBlock
from lessons.reconstruction.subset_sums import Answers
from lessons.reconstruction.sweep import Labels

FIRST_LISTS: Final = 4
FIRST_ANSWERS: Final = 5
FIRST_PEOPLE: Final = 6
"""So many are shown of each."""


def print_in_words(printed: PrintedBlock) -> pd.DataFrame:
    """Show the tables of a block as readers see them, one line for each group."""
    rows = []
    for groups in printed.tables.values():
        for cell, group in groups.items():
            told: list[object] = [strings.TOO_FEW.format(least=printed.least), *[strings.NOT_PRINTED] * 2]
            if group is not None:
                told = [group.people, f"{group.mean:.1f}", f"{group.median:g}"]
            rows.append([" ".join(cell) or strings.EVERYBODY, *told])
    return pd.DataFrame(rows, columns=[strings.GROUP, strings.PEOPLE, strings.MEAN, strings.MEDIAN])


def lists_in_words(found: Lists, labels: Labels) -> pd.DataFrame:
    """Show the first lists that fit side by side, seat by seat, and whether all lists say the same there."""
    plans = np.array(labels["plan"])
    columns = {
        strings.LIST.format(number=number + 1): [
            strings.PERSON.format(age=age, plan=plan)
            for age, plan in zip(found.ages[number], plans[found.plans[number]], strict=True)
        ]
        for number in range(min(FIRST_LISTS, len(found)))
    }
    sure = guesses_by_seat(found, labels)["declared"].map({True: strings.YES, False: strings.NO})
    return pd.DataFrame({strings.SEAT: seat_names(found.sexes), **columns, strings.IN_ALL: sure.to_numpy()})


def steps_in_words(steps: pd.DataFrame) -> pd.DataFrame:
    """Show how many lists fit, table by table (see `lessons.reconstruction.steps.blocks_left`)."""
    shown = pd.DataFrame({strings.TABLE: steps["table"].map(strings.TABLES), strings.LEFT: steps["left"]})
    return shown.assign(**{strings.LEFT: shown[strings.LEFT].map("{:,}".format)})


def blocks_in_words(swept: pd.DataFrame) -> pd.DataFrame:
    """Show each block with its lists, and who is the same in all (see `lessons.reconstruction.sweep.block_sweep`)."""
    columns = {"block": strings.BLOCK, "left": strings.LEFT, "same": strings.SAME, "right": strings.RIGHT}
    shown = swept.assign(left=swept["left"].map("{:,}".format))
    return shown[[*columns, "wrong"]].rename(columns=columns | {"wrong": strings.WRONG})


def chance_in_words(beside: pd.DataFrame) -> pd.DataFrame:
    """Show how many people are met by a list that fits, and by strangers (see `beside_chance`)."""
    columns = {"by": strings.DRAWN, "people": strings.OF, "exact": strings.EXACT, "age": strings.SEX_AND_AGE}
    shown = beside.assign(by=beside["by"].map(strings.DRAWN_FROM))
    return shown[[*columns, "near"]].rename(columns=columns | {"near": strings.NEAR})


def tables_in_words(swept: pd.DataFrame) -> pd.DataFrame:
    """Show what one table more prints, and whom it gives away (see `tables_sweep`)."""
    columns = {"table": strings.TABLE, "lines": strings.LINES, "median": strings.MEDIAN_LEFT, "solved": strings.SOLVED}
    shown = swept.assign(table=swept["table"].map(strings.TABLES))
    columns |= {"same": strings.SAME, "wrong": strings.WRONG}
    return shown[list(columns)].rename(columns=columns)


def answers_in_words(true: Answers, printed: Answers) -> pd.DataFrame:
    """Show the first answers beside the true counts."""
    return pd.DataFrame(
        {
            strings.GROUP_SIZE: true.asked.sum(axis=1)[:FIRST_ANSWERS],
            strings.TRUE_COUNT: true.printed[:FIRST_ANSWERS].astype(int),
            strings.PRINTED_COUNT: printed.printed[:FIRST_ANSWERS].astype(int),
        }
    )


def estimates_in_words(estimates: np.ndarray, watched: np.ndarray) -> pd.DataFrame:
    """Show what Ada works out of the first people, and what is true."""
    answers = pd.Series(estimates[:FIRST_PEOPLE] > 0.5).map(strings.WATCHED)
    return pd.DataFrame(
        {
            strings.PERSON_NUMBER: np.arange(1, FIRST_PEOPLE + 1),
            strings.ESTIMATE: [f"{each:.2f}" for each in estimates[:FIRST_PEOPLE]],
            strings.SAYS: answers,
            strings.TRUTH: pd.Series(watched[:FIRST_PEOPLE]).map(strings.WATCHED),
        }
    )


def shares_in_words(swept: pd.DataFrame) -> pd.DataFrame:
    """Show right, wrong and blind for some questions and some noise (see `noise_sweep`, `budget_sweep`)."""
    interval = [f"{100 * low:.0f} to {100 * high:.0f}" for low, high in zip(swept["low"], swept["high"], strict=True)]
    shown = swept.assign(
        questions=swept["questions"].map("{:,}".format),
        off=swept["off"].map(people),
        interval=interval,
        n=swept["n"].map("{:,}".format),
    )
    first = {"epsilon": strings.EPSILON} if "epsilon" in swept else {"n": strings.PEOPLE_OF_DESK}
    columns = first | {"questions": strings.QUESTIONS, "off": strings.OFF, "right": strings.RIGHT}
    return shown[[*columns, "interval", "blind"]].rename(
        columns=columns | {"interval": strings.INTERVAL, "blind": strings.BLIND}
    )
