"""Small tables that the notebook shows: how often an attack is right, what a crowd costs, what each promise keeps."""

from collections.abc import Mapping, Sequence

import pandas as pd

from disclosure.measures import Risk, score, wilson_interval
from disclosure.records.anonymity import information_lost, l_diversity, penalties, t_closeness
from disclosure.records.columns import QUASI_IDENTIFIERS
from disclosure.records.equivalence_classes import classes_of
from lessons.quasi_identifiers import strings
from lessons.quasi_identifiers.attack import guess_fact


def outcomes(risks: Mapping[str, Risk]) -> pd.DataFrame:
    """Count of several attacks what was declared, how much of it is right, and how much a blind guesser gets right.

    Args:
        risks: the outcome of each attack, by its name; its baseline is that of a guesser who declares for everybody.

    Returns:
        ``targets`` (the name), ``right``, ``wrong``, ``abstained``; ``share`` (right, of what was declared; missing
        where nothing was), ``low`` and ``high`` (its 95 % Wilson interval), ``blind`` (the share right of a blind
        guesser), ``baseline`` (how many of as many declarations a blind guesser gets right).

    Examples:
        >>> found = outcomes({"all": Risk(n=10, right=3, wrong=1, abstained=6, baseline=2.0, low=0.0, high=1.0)})
        >>> found[["share", "blind", "baseline"]].to_numpy().tolist()
        [[0.75, 0.2, 0.8]]
    """
    return pd.DataFrame([{"targets": name} | _outcome(risk) for name, risk in risks.items()])


def _outcome(risk: Risk) -> dict[str, float]:
    declared, blind = risk.right + risk.wrong, risk.baseline / max(1, risk.n)
    low, high = wilson_interval(risk.right, declared)
    counts = {"right": risk.right, "wrong": risk.wrong, "abstained": risk.abstained}
    shares = {"share": risk.right / declared if declared else float("nan"), "low": low, "high": high}
    return counts | shares | {"blind": blind, "baseline": blind * declared}


def outcomes_in_words(risks: Mapping[str, Risk]) -> pd.DataFrame:
    """Say of each attack how many of 100 declarations are right, with an interval, beside a blind guesser.

    Args:
        risks: the outcome of each attack, by its name.

    Examples:
        >>> risks = {"all": Risk(n=10, right=3, wrong=1, abstained=6, baseline=2.0, low=0.0, high=1.0)}
        >>> outcomes_in_words(risks).astype(str).loc["all"].tolist()
        ['3', '1', '75', '30 to 95', '20']
    """
    found = outcomes(risks).set_index("targets").rename_axis(None)
    spans = (100 * found[["low", "high"]]).round().astype(int).astype(str)
    shown = pd.DataFrame({strings.RIGHTLY: found["right"], strings.WRONGLY: found["wrong"]})
    shown[strings.OF_100] = (100 * found["share"]).map("{:.0f}".format).replace("nan", strings.NOBODY_NAMED)
    shown[strings.BETWEEN] = (spans["low"] + " to " + spans["high"]).where(found["share"].notna(), strings.NOBODY_NAMED)
    shown[strings.BLIND_OF_100] = (100 * found["blind"]).map("{:.2g}".format)
    return shown


def promise_in_words(boxes: Mapping[int, pd.DataFrame], risks: Mapping[int, Risk]) -> pd.DataFrame:
    """Set beside each k how large the classes are, and how many of 100 people are linked to their row.

    Args:
        boxes: k -> the extract, k-anonymous.
        risks: k -> the outcome for people who are in it.
    """
    rows = {
        k: {
            strings.ROWS_IN_CLASS: round(len(boxes[k]) / len(classes_of(boxes[k], QUASI_IDENTIFIERS)[1]), 1),
            strings.RIGHTLY: risk.right,
            strings.WRONGLY: risk.wrong,
            strings.OF_100: round(100 * risk.right / max(1, risk.n)),
            strings.AT_MOST: round(100 / k),
        }
        for k, risk in risks.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("k").convert_dtypes()


def prices(
    before: pd.DataFrame, published: Mapping[str, pd.DataFrame], by: str | Sequence[str] = QUASI_IDENTIFIERS
) -> pd.DataFrame:
    """Split what several ways to publish lose into what is coarser and who is left out.

    Args:
        before: the extract as it was collected.
        published: the name of each way -> what it publishes.
        by: the quasi-identifiers.

    Returns:
        For each way the rows that are kept; the share of the information that is lost by coarsening and by leaving
        out, and both (`disclosure.records.anonymity.information_lost`).

    Examples:
        >>> before = pd.DataFrame({"born": ["1961", "1962", "1963", "1969"]})
        >>> rows = pd.DataFrame({"born": 3 * ["1961 to 1963"]})
        >>> prices(before, {"a way": rows}, by="born").loc["a way"].tolist()
        [3.0, 0.5, 0.25, 0.75]
    """
    people = max(1, len(before))
    rows = {
        way: {
            strings.ROWS_KEPT: len(rows),
            strings.BY_COARSENING: penalties(before, rows, by).sum() / people,
            strings.BY_LEAVING_OUT: (len(before) - len(rows)) / people,
            strings.IN_ALL: information_lost(before, rows, by),
        }
        for way, rows in published.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").round(2)


def facts_by_agreement(
    extracts: Mapping[str, pd.DataFrame], members: pd.DataFrame, facts: pd.DataFrame, *, blind: float
) -> dict[str, Risk]:
    """Guess the fact of everybody in some extracts: once where a whole class agrees, once by its majority.

    Args:
        extracts: the name of each -> its rows.
        members: entries of the register who are in it.
        facts: ``target`` (register_id), ``answer`` (the fact).
        blind: the chance of a blind guess to be right.
    """
    return {
        strings.AGREEING[sure].format(way=way): score(guess_fact(rows, members, sure=sure), facts, blind=blind)
        for way, rows in extracts.items()
        for sure in (1, 0)
    }


def closeness_in_words(
    before: pd.DataFrame, extracts: Mapping[str, pd.DataFrame], members: pd.DataFrame, facts: pd.DataFrame
) -> pd.DataFrame:
    """Set beside each extract how diverse and how close its worst class is, what it lost, and what Ada gets right.

    Args:
        before: the extract as it was collected.
        extracts, members, facts: as for `facts_by_agreement`.
    """
    rows = {
        way: {
            "l": l_diversity(rows),
            "t (equal)": round(t_closeness(rows), 2),
            "t (ordered)": round(t_closeness(rows, distance="ordered"), 2),
            strings.INFORMATION_LOST: round(information_lost(before, rows), 3),
            strings.BY_MAJORITY: score(guess_fact(rows, members), facts, blind=0).right,
        }
        for way, rows in extracts.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").convert_dtypes()


def isolation(n: int, one_in: Sequence[int]) -> pd.DataFrame:
    """Say how often exactly one of n people has a random property, for several rare properties.

    The chance to isolate somebody without any release: n w (1 - w)^(n - 1) for a property of weight w, 1 / e at
    w = 1 / n (Cohen and Nissim, PNAS 2020).

    Args:
        n: people.
        one_in: each property is that of one person in so many.

    Examples:
        >>> isolation(100, [100, 100_000])["of 100 attempts, hit one"].tolist()
        [36.97, 0.1]
    """
    chances = [100 * (n / rare) * (1 - 1 / rare) ** (n - 1) for rare in one_in]
    columns = {strings.ONE_IN: [f"{rare:,}" for rare in one_in], strings.HIT_ONE: [round(hit, 2) for hit in chances]}
    return pd.DataFrame(columns).set_index(strings.ONE_IN)
