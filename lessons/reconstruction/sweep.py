"""Many blocks, more or fewer tables; many questions, more or less noise: who is rebuilt, and who by a blind guess."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.measures import wilson_interval
from lessons.reconstruction import strings
from lessons.reconstruction.attack import Lists, rebuild
from lessons.reconstruction.defences import OneBudget, SameForEach
from lessons.reconstruction.people import guesses_by_seat, seated, stands_alone
from lessons.reconstruction.release import print_block, secrets_of
from lessons.reconstruction.subset_sums import Answers, ask, decode

Blocks = Mapping[str, pd.DataFrame]
Labels = dict[str, tuple[str, ...]]

FEW: Final = 12
"""Lists of a block that a reader can still look through."""

MEAN_ERROR: Final = sqrt(2 / np.pi)
"""By how much a count is off on average, for a spread of 1 (normally distributed noise)."""


def rebuild_all(blocks: Blocks, labels: Labels, *, leave_out: Sequence[str] = ()) -> dict[str, Lists]:
    """Print the tables of each block but for those left out, and list all people who fit: block -> lists."""
    return {name: rebuild(print_block(people, labels).without(*leave_out)) for name, people in blocks.items()}


def guesses_of(found: Mapping[str, Lists], labels: Labels) -> pd.DataFrame:
    """Lay out the guesses about all seats of all blocks (see `lessons.reconstruction.people.guesses_by_seat`)."""
    each = [
        guesses.assign(target=f"{name}, " + guesses["target"], block=name)
        for name, lists in found.items()
        for guesses in [guesses_by_seat(lists, labels)]
    ]
    return pd.concat(each, ignore_index=True)


def truth_of(blocks: Blocks, labels: Labels) -> pd.DataFrame:
    """Lay out who really sits at each seat: ``target``, ``answer``."""
    each = [
        seats.assign(target=f"{name}, " + seats["target"])
        for name, people in blocks.items()
        for seats in [seated(people, labels)]
    ]
    return pd.concat(each, ignore_index=True)[["target", "answer"]]


def block_sweep(blocks: Blocks, found: Mapping[str, Lists], labels: Labels) -> pd.DataFrame:
    """Say of each block how many lists fit, and who is the same in all of them.

    Args:
        blocks: name -> its people.
        found: name -> all lists that fit.
        labels: all sexes and plans.

    Returns:
        One row per block, the fewest lists first: ``block``, ``people``, ``left`` (lists that fit), ``same`` (people
        who are the same in all), ``right`` and ``wrong`` (of these).
    """
    rows = []
    for name, lists in found.items():
        guesses = guesses_by_seat(lists, labels)
        answers = seated(blocks[name], labels)["answer"]
        sure, right = guesses["declared"], guesses["declared"] & guesses["claim"].eq(answers)
        told = {"block": name, "people": len(guesses), "left": len(lists), "same": int(sure.sum())}
        rows.append(told | {"right": int(right.sum()), "wrong": int(sure.sum() - right.sum())})
    return pd.DataFrame(rows).sort_values(["left", "block"], ignore_index=True)


def tables_sweep(blocks: Blocks, labels: Labels) -> pd.DataFrame:
    """Print more and more tables of each block.

    Returns:
        One row per last table: ``table``, ``lines`` (printed, of all blocks), ``median`` (lists that fit, of the block
        in the middle), ``solved`` (blocks with one list), ``people``, ``same`` (people who are the same in all lists of
        their block), ``right`` and ``wrong`` (of these).
    """
    rows = []
    for table, leave_out in (("plan", ("sex and plan",)), ("sex and plan", ())):
        swept = block_sweep(blocks, rebuild_all(blocks, labels, leave_out=leave_out), labels)
        printed = [print_block(people, labels).without(*leave_out) for people in blocks.values()]
        lines = sum(each.lines_printed for each in printed)
        told = {"table": table, "lines": lines, "median": float(swept["left"].median())}
        sums = swept[["people", "same", "right", "wrong"]].sum().to_dict()
        rows.append(told | {"solved": int(swept["left"].eq(1).sum())} | sums)
    return pd.DataFrame(rows)


def block_with_few_lists(blocks: Blocks, labels: Labels) -> tuple[str, int]:
    """Choose a block for a story: few lists fit, but more than one, and a woman is the same in all and stands alone.

    The first block with 2 to ``FEW`` lists is taken; if there is none, that with the fewest.

    Args:
        blocks: name -> its people.
        labels: all sexes and plans.

    Returns:
        The block, and the seat of this woman.

    Raises:
        ValueError: in no block is a woman the same in all lists.
    """
    others = []
    for name, people in blocks.items():
        lists = rebuild(print_block(people, labels))
        sure = guesses_by_seat(lists, labels)["declared"] & (np.array(lists.sexes) == lists.sexes[0])
        seats = [seat for seat in np.flatnonzero(sure).tolist() if stands_alone(lists, seat)]
        if seats and 2 <= len(lists) <= FEW:
            return name, seats[0]
        others += [(len(lists), name, seat) for seat in seats]
    if not others:
        raise ValueError(strings.NO_WOMAN)
    return min(others)[1:]


def right_of(answers: Answers, share: float, watched: np.ndarray) -> int:
    """Count of how many people yes or no is right once all answers are taken together."""
    return int(((decode(answers, share) > 0.5) == watched).sum())


def truth_of_people(watched: np.ndarray) -> pd.DataFrame:
    """Lay out what is true of the people 0, 1, 2 and so on: ``target``, ``answer``."""
    return pd.DataFrame({"target": np.arange(len(watched)), "answer": watched})


def blind_right(watched: np.ndarray, share: float) -> int:
    """Count of how many people somebody is right who says of each what most of everybody do."""
    return int((watched == (share > 0.5)).sum())


def noise_sweep(
    watched: np.ndarray, share: float, *, questions: Sequence[int], spreads: Sequence[float], seed: int = 53
) -> pd.DataFrame:
    """Ask so many questions with so much noise.

    Returns:
        One row per number of questions and spread: ``questions``, ``spread``, ``off`` (people by which an answer is
        off, on average), ``right``, ``wrong``, ``blind`` (right), ``n``, ``low``, ``high`` (95 % Wilson interval).
    """
    rows = []
    for number in questions:
        true = ask(watched, number, seed=seed)
        for spread in spreads:
            right = right_of(SameForEach(spread, seed=seed)(true), share, watched)
            told = {"questions": number, "spread": spread, "off": MEAN_ERROR * spread}
            rows.append(told | _counted(right, watched, share))
    return pd.DataFrame(rows)


def budget_sweep(
    watched: np.ndarray, share: float, *, epsilons: Sequence[float], questions: Sequence[int], seed: int = 53
) -> pd.DataFrame:
    """Answer so many questions out of one budget.

    Returns:
        One row per budget and number of questions: ``epsilon``, ``questions``, ``off`` (people by which an answer was
        off, on average), and ``right`` to ``high`` as of `noise_sweep`.
    """
    rows = []
    for epsilon in epsilons:
        for number in questions:
            true = ask(watched, number, seed=seed)
            printed = OneBudget(epsilon, seed=seed)(true)
            off = float(np.abs(printed.printed - true.printed).mean())
            told = {"epsilon": epsilon, "questions": number, "off": off}
            rows.append(told | _counted(right_of(printed, share, watched), watched, share))
    return pd.DataFrame(rows)


def _counted(right: int, watched: np.ndarray, share: float) -> dict[str, Any]:
    """Right, wrong, a blind guess, and the interval of the share."""
    n = len(watched)
    low, high = wilson_interval(right, n)
    return {"right": right, "wrong": n - right, "blind": blind_right(watched, share), "n": n, "low": low, "high": high}


def crowd_sweep(
    viewers: pd.DataFrame, views: pd.DataFrame, film: int, share: float, *, numbers: Sequence[int], seed: int = 53
) -> pd.DataFrame:
    """Ask about more and more people: four questions for each of them, noise of a quarter of the root of their number.

    Returns:
        One row per number of people, as of `noise_sweep`.
    """
    rows = []
    for n in numbers:
        watched = secrets_of(viewers, views, film, number=n, seed=seed)["watched"].to_numpy()
        rows.append(noise_sweep(watched, share, questions=[4 * n], spreads=[sqrt(n) / 4], seed=seed))
    return pd.concat(rows, ignore_index=True)
