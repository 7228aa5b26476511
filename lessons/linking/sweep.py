"""Linking over all settings: how much is known, whether the target is there, phi, and what the publisher does."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.measures import Risk, score, wilson_interval
from lessons.linking import strings
from lessons.linking.attack import PHI, declare, link
from lessons.linking.exact_search import exact_search
from lessons.linking.loss import row_loss

Defence = Callable[[pd.DataFrame], pd.DataFrame]
"""Takes a log, returns what is published of it."""

PHIS: Final = np.arange(0, 12.5, 0.5)
"""What the slider offers."""

COLUMNS: Final = {
    "titles": ["title_id"],
    "titles, stars": ["title_id", "stars"],
    "titles, days": ["title_id", "day"],
    "titles, stars, days": ["title_id", "stars", "day"],
}
"""How much is known of each review: in words -> columns."""


def without(log: pd.DataFrame, truth: pd.DataFrame) -> pd.DataFrame:
    """Return the log without the records of the people in question.

    Args:
        log: with ``viewer_id``.
        truth: ``target`` and ``answer`` (a ``viewer_id``).

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2], "title_id": list("ABA")})
        >>> without(log, pd.DataFrame({"target": ["ada"], "answer": [1]}))["viewer_id"].tolist()
        [2]
    """
    return log[~log["viewer_id"].isin(truth["answer"].dropna())]


def not_there(truth: pd.DataFrame) -> pd.DataFrame:
    """Return the answers about people of whom none is in the log: none has one.

    Args:
        truth: ``target`` and whatever else.

    Examples:
        >>> not_there(pd.DataFrame({"target": ["ada"], "answer": [1]}))["answer"].isna().tolist()
        [True]
    """
    return truth.assign(answer=pd.Series(dtype="Int64"))


def guesses_by_evidence(log: pd.DataFrame, known: pd.DataFrame, truth: pd.DataFrame) -> pd.DataFrame:
    """Look for the same people with more and less evidence, with their records in the log and with all of these out.

    Args:
        log: ``viewer_id``, ``title_id``, ``stars``, ``day``.
        known: ``target``, ``title_id``, ``stars``, ``day``.
        truth: ``target`` and ``answer``. Targets without an answer are left out.

    Returns:
        The guesses of `lessons.linking.attack.link` with ``evidence`` (a key of COLUMNS), ``presence`` ("in", "out")
        and ``records`` (how many the log has).
    """
    there = truth.dropna(subset="answer")
    looked_for = known[known["target"].isin(there["target"])]
    parts = []
    for presence, published in (("in", log), ("out", without(log, there))):
        records = published["viewer_id"].nunique()
        for evidence, columns in COLUMNS.items():
            guesses = link(published, looked_for[["target", *columns]], phi=0)
            parts.append(guesses.assign(evidence=evidence, presence=presence, records=records))
    return pd.concat(parts, ignore_index=True)


def somebody_to_follow(guesses: pd.DataFrame, truth: pd.DataFrame) -> str:
    """Return a target for a class to follow: found with all evidence, and another is accused once her record is out.

    Args:
        guesses: see `guesses_by_evidence`.
        truth: ``target`` and ``answer``.

    Returns:
        Of all such targets the one whose match is the clearest. Where there is none, the one who is found most clearly;
        and where nobody is found, the first one.
    """
    best = declare(guesses[guesses["evidence"] == list(COLUMNS)[-1]], phi=PHI).merge(truth, on="target")
    there, gone = (best[best["presence"] == presence].set_index("target") for presence in ("in", "out"))
    found = there["declared"] & there["claim"].eq(there["answer"]).fillna(False)
    rank = there["eccentricity"].where(found, -1) + 1e9 * (found & gone["declared"].reindex(there.index))
    return str(rank.idxmax())


def outcomes_by_phi(
    guesses: pd.DataFrame, truth: pd.DataFrame, phis: Sequence[float] | np.ndarray = PHIS
) -> pd.DataFrame:
    """Count what comes of the guesses at one phi after another.

    Args:
        guesses: see `guesses_by_evidence`.
        truth: ``target`` and ``answer``.
        phis: eccentricities from which on a match is declared.

    Returns:
        One row per ``evidence``, ``presence`` and ``phi``: ``records``, ``n`` (people looked for), ``right``,
        ``wrong``, ``abstained``, ``baseline`` (right by a blind guess), ``low``, ``high`` (95 % interval of right / n),
        ``wrong_low`` and ``wrong_high`` (of wrong / n).
    """
    number = pd.Series(range(len(truth)), index=truth["target"])  # numbers are compared faster than names
    guesses, truth = (frame.assign(target=frame["target"].map(number)) for frame in (guesses, truth))
    rows = []
    for (evidence, presence), some in guesses.groupby(["evidence", "presence"], sort=False):
        records = int(some["records"].iloc[0])
        answers = truth if presence == "in" else not_there(truth)
        for phi in phis:
            risk = score(declare(some, phi=phi), answers, blind=1 / max(1, records))
            rows.append({"evidence": evidence, "presence": presence, "phi": phi, "records": records} | _counted(risk))
    return pd.DataFrame(rows)


def sweep_logs(
    log: pd.DataFrame,
    known: pd.DataFrame,
    truth: pd.DataFrame,
    defences: Sequence[Defence | tuple[Defence, ...]],
) -> pd.DataFrame:
    """Publish a log in one way after another, and count who is found in it and who is accused without being there.

    Args:
        log: ``viewer_id``, ``title_id``, ``stars``, ``day``.
        known: ``target``, ``title_id`` and whatever else is known.
        truth: ``target`` and ``answer``. Targets without an answer are left out.
        defences: what is tried; several in a row as a tuple, nothing at all as an empty one.

    Returns:
        One row per defence: ``defence``, ``label`` (in words), ``n`` (targets whose record is in what is published),
        ``right``, ``wrong``, ``abstained``, ``baseline``, ``low``, ``high`` (of these n); ``right_exact`` (found by an
        exact search, see `lessons.linking.exact_search`); ``n_absent``, ``accused``, ``accused_low``,
        ``accused_high``: the same for all targets once their records are taken out; ``utility_lost`` (0 to 1, by
        `lessons.linking.loss.row_loss`; of several steps, what does not remain after all) and ``lost_of`` (of what).
    """
    there = truth.dropna(subset="answer")
    looked_for = known[known["target"].isin(there["target"])]
    steps = [defence if isinstance(defence, tuple) else (defence,) for defence in defences]
    return pd.DataFrame([_judged(log, looked_for, there, each) for each in steps])


def _judged(log: pd.DataFrame, known: pd.DataFrame, truth: pd.DataFrame, steps: tuple[Defence, ...]) -> dict[str, Any]:
    """One row of the sweep over defences."""
    published, kept, lost_of = log, 1.0, set[str]()
    for step in steps:
        before, published = published, step(published)
        kept *= 1 - row_loss(before, published)
        lost_of.add(strings.ROWS if len(published) < len(before) else strings.DAYS)
    present = truth[truth["answer"].isin(published["viewer_id"])]
    blind = 1 / max(1, published["viewer_id"].nunique())
    about_them = known[known["target"].isin(present["target"])]
    found = score(link(published, about_them), present, blind=blind)
    nobody = not_there(truth)
    accused = _counted(score(link(without(published, truth), known), nobody, blind=blind))
    return {
        "defence": ", ".join(map(repr, steps)),
        "label": strings.THEN.join(map(_in_words, steps)) or strings.NO_DEFENCE,
        **_counted(found),
        "right_exact": score(exact_search(published, about_them), present, blind=blind).right,
        "n_absent": accused["n"],
        "accused": accused["wrong"],
        "accused_low": accused["wrong_low"],
        "accused_high": accused["wrong_high"],
        "utility_lost": 1 - kept,
        "lost_of": strings.BOTH if len(lost_of) > 1 else next(iter(lost_of), ""),
    }


def _counted(risk: Risk) -> dict[str, Any]:
    """The outcome of an attack as columns, with an interval for the share of those wrongly accused as well."""
    wrong_low, wrong_high = wilson_interval(risk.wrong, risk.n)
    return vars(risk) | {"wrong_low": wrong_low, "wrong_high": wrong_high}


def _in_words(step: Any) -> str:
    """What a defence does, in words: its first field is its strength."""
    return strings.DEFENCES[type(step).__name__].format(number=getattr(step, fields(step)[0].name))
