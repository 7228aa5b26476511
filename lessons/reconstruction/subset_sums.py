"""Ada asks about many groups drawn by lot, and works out from all answers together what holds for each person.

Each answer is a count, changed a little. It is one equation in as many unknowns as there are people. With more answers
than people there is a best solution, even where each answer is off (Dinur & Nissim, PODS 2003).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.linalg import cho_factor, cho_solve

from disclosure.frames import guesses

LEAST_SPREAD = 0.1
"""Whoever prints exact counts still rounds: below this, answers count as exact."""


@dataclass(frozen=True)
class Answers:
    """What a desk has printed about groups of people.

    Args:
        asked: who is in which group; shape (questions, people).
        printed: how many in each group have watched the film, as it is printed; shape (questions,).
        spread: standard deviation of what was added to each count; the desk says so.
    """

    asked: np.ndarray
    printed: np.ndarray
    spread: float = 0.0


def ask(watched: np.ndarray, questions: int, *, seed: int = 53) -> Answers:
    """Count in groups drawn by lot: each person is in each group with chance one half (random subset sums).

    Args:
        watched: the secret of each person; shape (people,), bool.
        questions: how many groups.
        seed: of the lot.

    Returns:
        The true counts; nothing is added to them yet.

    Examples:
        >>> ask(np.array([True, False, True, True]), 3).asked.shape
        (3, 4)
    """
    asked = np.random.default_rng(seed).random((questions, len(watched)), dtype=np.float32) < 0.5
    return Answers(asked, asked.astype(np.float32) @ watched.astype(np.float32))


def decode(answers: Answers, share: float) -> np.ndarray:
    """Estimate of each person how likely it is that she has watched: from all answers together.

    Ridge regression: the mean of each secret after the answers, if secrets and noise were normally distributed. With
    little noise it is nearly 0 or 1; with much noise it is the share of everybody, and then the guess is blind.

    Args:
        answers: what the desk has printed.
        share: which part of everybody has watched, between 0 and 1; Ada knows that from elsewhere.

    Returns:
        Shape (people,): about 0 for no, about 1 for yes; it can lie a little outside.

    Examples:
        >>> answers = ask(np.array([True, False, False]), 40)
        >>> decode(answers, share=0.3).round(1).tolist()
        [1.0, 0.0, 0.0]
    """
    groups = answers.asked.astype(np.float32)
    surprise = answers.printed - share * groups.sum(axis=1)
    doubt = max(answers.spread, LEAST_SPREAD) ** 2 / (share * (1 - share))
    together = groups.T @ groups
    together[np.diag_indices_from(together)] += np.float32(doubt)
    moved = cho_solve(cho_factor(together), groups.T @ surprise.astype(np.float32))
    return np.asarray(share + moved, dtype=np.float64)


def says(estimates: np.ndarray) -> pd.DataFrame:
    """Say of everybody yes or no: yes above one half.

    Returns:
        Guesses about the people 0, 1, 2 and so on; nobody is passed over in silence.

    Examples:
        >>> says(np.array([0.9, 0.2, 0.5]))["claim"].tolist()
        [True, False, False]
    """
    claims = estimates > 0.5
    sure = np.clip(np.where(claims, estimates, 1 - estimates), 0, 1)
    return guesses(np.arange(len(estimates)), claims, sure, np.ones(len(estimates), dtype=bool))
