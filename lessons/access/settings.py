"""All settings of the explorer at once: each rule and each flag is worked out once per look, then put together."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

import numpy as np
import pandas as pd

from lessons.access.audits import Audit, SameSurnameOrArea, Unexplained
from lessons.access.release import Log, Truth, with_looks
from lessons.access.rules import AccessRule, ByRole, Fields, FourEyes, OnlyCounts, WithCase
from lessons.access.sweep import FOUND, MISSED, STOPPED

RULES: Final[dict[str, AccessRule]] = {
    "cases": WithCase(),
    "eyes": FourEyes(),
    "counts": OnlyCounts(),
    "fields": Fields(),
}
"""The rules that are switched; that everybody sees what her role needs holds in all settings."""

AUDITS: Final[dict[str, Audit]] = {"near": SameSurnameOrArea(), "unexplained": Unexplained(SameSurnameOrArea())}
MOST_THOUSANDS: Final = 20
SWITCHES: Final = (*RULES, "door")


@dataclass(frozen=True, eq=False)
class PerLook:
    """What the settings need of some looks.

    Args:
        minutes: rule -> minutes per look, missing where it is refused.
        emergency: whether a look is called an emergency.
        flags: audit -> whether a look is flagged.
        employee: the place of who looks among the employees.
    """

    minutes: dict[str, np.ndarray]
    emergency: np.ndarray
    flags: dict[str, np.ndarray]
    employee: np.ndarray

    def waits(self, on: str) -> np.ndarray:
        """Minutes under the rules that are switched on, such as ``"10010"``."""
        chosen = [
            self.minutes["role"],
            *(self.minutes[name] for name, switch in zip(RULES, on, strict=False) if switch == "1"),
        ]
        minutes = np.sum(chosen, axis=0)
        return np.where(self.emergency, 0.0, minutes) if on[-1] == "1" else minutes


def per_look(looks: pd.DataFrame, log: Log) -> PerLook:
    """Work out each rule and each audit for some looks."""
    rules: dict[str, AccessRule] = {"role": ByRole(), **RULES}
    part = with_looks(log, looks)
    place = pd.Series(range(len(log.employees)), log.employees["employee_id"])
    return PerLook(
        {name: rule(part.looks, part).to_numpy() for name, rule in rules.items()},
        part.looks["emergency"].to_numpy(),
        {name: audit(part).to_numpy() for name, audit in AUDITS.items()},
        part.looks["employee_id"].map(place).to_numpy(),
    )


def all_settings(log: Log, truth: Truth, *, seed: int = 53) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What every setting of the explorer shows.

    Args:
        log, truth: a quarter in which nobody was hindered.
        seed: draws the smaller quarters, as `lessons.access.sweep.sample_of` does.

    Returns:
        Plans, one row per switches, audit and misdeed: ``on`` (such as ``"10010"``, one sign per switch), ``audit``,
        ``kind``, ``fate``. And settings, one row per switches, audit and thousand looks: ``on``, ``audit``, ``looks``,
        ``honest``, ``refused``, ``waited``, ``right``, ``wrong``, ``everybody``, ``baseline``.
    """
    ordinary = np.flatnonzero(truth.truth["act"].isna())
    order = np.random.default_rng(seed).permutation(ordinary)
    work, acts = per_look(log.looks.iloc[order], log), per_look(truth.acts, log)
    switches = ["".join(on) for on in product("01", repeat=len(SWITCHES))]
    plans, settings = [], []
    for on in switches:
        ways = _ways(acts.waits(on), truth.acts)
        waits = work.waits(on)
        for name in AUDITS:
            plans += [{"on": on, "audit": name, **row} for row in _fates(ways, acts.flags[name], truth.acts)]
            settings += [
                {"on": on, "audit": name, **row}
                for row in _sizes(name, waits, work, acts, ways, acts.waits(on), truth.acts)
            ]
    return pd.DataFrame(plans), pd.DataFrame(settings).assign(everybody=len(log.employees))


def _ways(waits: np.ndarray, acts: pd.DataFrame) -> np.ndarray:
    """For each look of the acts, whether it happens: it is on the first way all of whose looks are allowed."""
    keys = [acts["act"], acts["way"]]
    whole = pd.Series(waits, acts.index).notna().groupby(keys).transform("all")
    first = acts["way"].where(whole).groupby(acts["act"]).transform("min")
    return acts["way"].eq(first).to_numpy()


def _fates(happens: np.ndarray, flags: np.ndarray, acts: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """What becomes of each misdeed."""
    frame = pd.DataFrame({"kind": acts["kind"], "done": happens, "found": happens & flags})[acts["guilty"].to_numpy()]
    for kind, one in frame.groupby("kind", sort=False):
        yield {"kind": kind, "fate": STOPPED if not one["done"].any() else FOUND if one["found"].any() else MISSED}


def _sizes(
    audit: str,
    waits: np.ndarray,
    work: PerLook,
    acts: PerLook,
    happens: np.ndarray,
    act_waits: np.ndarray,
    frame: pd.DataFrame,
) -> Iterator[dict[str, Any]]:
    """What honest work pays and whom the audit asks, for each thousand looks of ordinary work."""
    guilty = frame["guilty"].to_numpy()
    staff = int(max(work.employee.max(), acts.employee.max())) + 1
    from_acts = _who(acts.employee, happens & acts.flags[audit], staff)
    did = _who(acts.employee, happens & guilty, staff)
    twins = _twins(frame, happens, act_waits)
    refused, waited = np.isnan(waits), waits > 0
    for thousand in thousands_of(len(work.employee)):
        part = np.arange(len(waits)) < 1_000 * thousand
        asked = from_acts | _who(work.employee, part & work.flags[audit] & ~refused, staff)
        yield {
            "looks": thousand,
            "honest": 1_000 * thousand + twins["honest"],
            "refused": int((refused & part).sum()) + twins["refused"],
            "waited": int((waited & part).sum()) + twins["waited"],
            "right": int((asked & did).sum()),
            "wrong": int((asked & ~did).sum()),
            "baseline": float(asked.sum() * did.sum() / staff),
        }


def _who(employee: np.ndarray, which: np.ndarray, staff: int) -> np.ndarray:
    """For each employee, whether one of her looks is meant."""
    return np.bincount(employee[which], minlength=staff) > 0


def _twins(frame: pd.DataFrame, happens: np.ndarray, waits: np.ndarray) -> dict[str, int]:
    """Of the honest twins: how many looks they need, how many are refused for good, and how many of them wait."""
    honest = ~frame["guilty"].to_numpy()
    first, done = frame["way"].eq(0).to_numpy() & honest, frame.loc[happens, "act"]
    refused = first & ~frame["act"].isin(done).to_numpy()
    waiting = frame.loc[happens & honest & (waits > 0), "act"]
    return {"honest": int(first.sum()), "refused": int(refused.sum()), "waited": int(waiting.nunique())}


def thousands_of(ordinary: int) -> range:
    """How many thousand looks of ordinary work can be drawn from so many: 1 to 20.

    Examples:
        >>> thousands_of(3_400)
        range(1, 4)
    """
    return range(1, min(MOST_THOUSANDS, ordinary // 1_000) + 1)
