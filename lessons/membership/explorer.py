"""A larger group, fewer titles, another print, another line: whom Ada accuses, rightly and wrongly, in people."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from lessons.membership import strings
from lessons.membership.attack import line_from
from lessons.membership.chart import CONTROLS, REACH, humps_chart
from lessons.membership.price import price_sweep
from lessons.membership.prints import AS_COUNTED, PRINTS
from lessons.membership.release import Watched
from lessons.membership.sweep import EVERYBODY, SHARE, Scored, scored
from teaching.widgets.controls import Choice
from teaching.widgets.explorer import Explorer, Lookup

SIZES: Final = (20, 50, 100, 200, 500)
KNOWN: Final = (5, 20, 80)
ANYBODY: Final = "anybody"
FIRST: Final[dict[str, Any]] = {"size": 50, "known": 20, "way": AS_COUNTED, "group": ANYBODY, "line": EVERYBODY}
"""Where the controls stand at first."""

GROUPS: Final = 4
"""Groups that are drawn for each setting; the numbers are means over these."""


def explore_membership(
    watched: Watched, *, sizes: Sequence[int] = SIZES, cohorts: int = GROUPS, seed: int = 53
) -> Explorer:
    """Show two humps, members and others, and whom Ada accuses, for every choice.

    Args:
        watched: who has watched what.
        sizes: members of a group that can be chosen; 50 is among them.
        cohorts: groups for each setting.
        seed: draws groups, titles and noise.

    Returns:
        Five choices, the chart, and the sentence of the setting, all computed beforehand. ``settings`` has one row per
        setting (see `settings_of`).
    """
    settings = settings_of(watched, sizes, cohorts=cohorts, seed=seed)
    everybody = len(watched.profiles)
    rows: list[dict[str, Any]] = settings.to_dict("records")  # type: ignore[assignment]
    sentences = {tuple(row[name] for name in CONTROLS): sentence(row, everybody) for row in rows}
    choices = [
        [_choice("size", strings.SIZE_LABEL, sizes), _choice("known", strings.KNOWN_LABEL, KNOWN)],
        [Choice("way", strings.WAY_LABEL, strings.WAYS)],
        [
            Choice("group", strings.GROUP_LABEL, strings.GROUP_OPTIONS),
            Choice("line", strings.LINE_LABEL, strings.LINES),
        ],
    ]
    return Explorer(
        choices,
        humps_chart(settings[[*CONTROLS, "others", "members", "right", "wrong"]], FIRST),
        {"setting": {"lookup": "sentences"}},
        lookups={"sentences": Lookup(CONTROLS, sentences)},
        results={"settings": settings},
    )


def _choice(name: str, label: str, numbers: Sequence[int]) -> Choice:
    """A choice among a few numbers."""
    return Choice(name, label, {number: str(number) for number in numbers}, start=FIRST[name])


def settings_of(watched: Watched, sizes: Sequence[int], *, cohorts: int, seed: int) -> pd.DataFrame:
    """Work out every setting.

    Returns:
        One row per setting: the controls; ``others`` and ``members`` (people in each step of the evidence);
        ``right``, ``wrong``, ``alike`` (of the wrongly accused, those of the group's taste), in people of the whole
        service; ``top`` (see `lessons.membership.price.top_named`).
    """
    rows, everybody = [], len(watched.profiles)
    for group in strings.GROUP_OPTIONS:
        alike = "" if group == ANYBODY else group
        tried: dict[tuple[int, str, int], list[Scored]] = {}
        found = scored(watched, sizes, ways=list(PRINTS), known=KNOWN, alike=alike, cohorts=cohorts, seed=seed)
        for setting, one in found:
            tried.setdefault(setting, []).append(one)
        top = price_sweep(watched, sizes, list(PRINTS), alike=alike, seed=seed).set_index(["size", "way"])["top"]
        for (size, way, known), groups in tried.items():
            for line in strings.LINES:
                told = {"size": size, "known": known, "way": way, "group": group, "line": line}
                rows.append(told | _people(groups, line, size, everybody) | {"top": int(top[size, way])})
    return pd.DataFrame(rows)


def _people(groups: Sequence[Scored], line: str, size: int, everybody: int) -> dict[str, Any]:
    """What a few groups show together, told of all people of the service."""
    from_line = [_from_line(one, line) for one in groups]
    members = np.concatenate([one for one, _ in from_line])
    others = np.concatenate([one for _, one in from_line])
    of_taste = np.concatenate([one.others_alike for one in groups])
    per_member, per_other = size / len(members), (everybody - size) / len(others)
    return {
        "members": _steps(members, per_member).round(1).tolist(),
        "others": _steps(others, per_other).round().astype(int).tolist(),
        "right": float((members > 0).sum() * per_member),
        "wrong": float((others > 0).sum() * per_other),
        "alike": float((others[of_taste] > 0).sum() * per_other),
    }


def _from_line(one: Scored, line: str) -> tuple[np.ndarray, np.ndarray]:
    """How far members and others lie above the line, or below it."""
    chosen = one.calibration if line == EVERYBODY else one.calibration[one.calibration_alike]
    at = line_from(chosen, SHARE)
    return one.members - at, one.others - at


def _steps(distances: np.ndarray, people: float) -> np.ndarray:
    """How many people lie in each step, from the left; whoever lies on the line is not above it."""
    step = np.clip(np.ceil(distances).astype(np.int64) - 1, -REACH, REACH - 1) + REACH
    return np.asarray(np.bincount(step, minlength=2 * REACH) * people)


def sentence(row: dict[str, Any], everybody: int) -> str:
    """What one setting means."""
    right, wrong = round(row["right"]), round(row["wrong"])
    accused = right + wrong
    blind = accused * row["size"] / everybody
    return strings.SENTENCE.format(
        accused=f"{accused:,}",
        everybody=f"{everybody:,}",
        right=right,
        were="was" if right == 1 else "were",
        size=row["size"],
        wrong=wrong,
        alike_of=strings.ALIKE_OF[row["group"]].format(alike=min(wrong, round(row["alike"]))),
        missed=row["size"] - right,
        blind=strings.FEWER_THAN_ONE if blind < 0.95 else f"{blind:.0f}",
        top=row["top"],
    )
