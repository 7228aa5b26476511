"""Small tables that the notebook shows: looks, rules and audits in words."""

from typing import Final

import pandas as pd

from lessons.access import strings
from lessons.access.release import Log, Truth, looks_at, roles_of
from lessons.access.sweep import FOUND, MISSED


def looks_in_words(viewer_id: int, log: Log) -> pd.DataFrame:
    """All looks at one viewer as an auditor reads them."""
    looks = looks_at(viewer_id, log)
    shown = {
        strings.WHEN: looks["at"].dt.strftime("%d %b, %H:%M"),
        strings.WHO: looks["name"],
        strings.ROLE: looks["role"],
        strings.SIGHT: looks["sight"],
        strings.PURPOSE: looks["purpose"],
        strings.CASE: looks["case_id"].astype(object).where(looks["case_id"].notna(), strings.NO_CASE),
    }
    return pd.DataFrame(shown)


def rules_in_words(swept: pd.DataFrame) -> pd.DataFrame:
    """Whom each rule stops, and what honest work pays for it (see `lessons.access.sweep.what_rules_do`)."""
    shown = {
        strings.RULES: swept["rules"],
        strings.STOPPED: swept["stopped"],
        strings.GOT_THERE: swept[FOUND] + swept[MISSED],
        strings.REFUSED: swept["refused"],
        strings.WAITED: swept["waited"],
        strings.HOURS: swept["hours"].round().astype(int),
    }
    return pd.DataFrame(shown)


AUDITED: Final = {
    "audit": strings.AUDIT,
    "size": strings.SIZE,
    "right": strings.RIGHT,
    "wrong": strings.WRONG,
    "baseline": strings.AT_RANDOM,
}


def audits_in_words(swept: pd.DataFrame) -> pd.DataFrame:
    """How many employees each audit asks about, rightly and wrongly (see `lessons.access.sweep.audits_at_sizes`)."""
    rows = swept[swept["unit"].eq("employees")]
    return rows[list(AUDITED)].round({"baseline": 1}).rename(columns=AUDITED).reset_index(drop=True)


def fates_in_words(fates: pd.DataFrame) -> pd.DataFrame:
    """What became of each plan (see `lessons.access.sweep.fates`); ways are counted from 1."""
    way = (fates["way"] + 1).astype("string").fillna("no way")
    shown = {strings.KIND: fates["kind"], strings.WAY: way, strings.FATE: fates["fate"].map(strings.FATES)}
    return pd.DataFrame(shown)


def staff_in_words(log: Log) -> pd.DataFrame:
    """How many employees each role has, how many looks they made, and how many of these at one viewer."""
    roles, one = roles_of(log.looks, log), log.looks["viewer_id"].notna()
    counts = {
        strings.EMPLOYEES: log.employees["role"].value_counts(),
        strings.LOOKS: roles.value_counts(),
        strings.AT_ONE: roles[one].value_counts(),
    }
    return pd.DataFrame(counts).fillna(0).astype(int).rename_axis(strings.ROLE).sort_values(strings.LOOKS).iloc[::-1]


def plans_in_words(truth: Truth) -> pd.DataFrame:
    """What the eight have in mind, and what they look at first."""
    first = truth.acts[truth.acts["guilty"] & truth.acts["way"].eq(0)].drop_duplicates("act")
    return first[["kind", "sight"]].set_axis([strings.KIND, strings.FIRST_LOOK], axis="columns").reset_index(drop=True)
