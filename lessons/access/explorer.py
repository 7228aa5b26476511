"""Rules on and off, an audit, more or less honest work: who is stopped, who is found, and who is wrongly asked."""

from typing import Any

import pandas as pd

from lessons.access import strings
from lessons.access.chart import access_chart
from lessons.access.release import Log, Truth
from lessons.access.settings import AUDITS, SWITCHES, all_settings, thousands_of
from lessons.access.sweep import FOUND, MISSED, STOPPED
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Explorer, Lookup


def explore_access(log: Log, truth: Truth) -> Explorer:
    """Show a quarter under every choice of the rules. That everybody sees what her role needs always holds.

    Args:
        log, truth: a quarter in which nobody was hindered, with at least 2,000 looks of ordinary work, at best
            20,000: the slider draws smaller ones from it.

    Returns:
        Five switches, an audit, a slider, the chart, and the sentence of the setting. All is computed beforehand.
        ``settings`` and ``plans``: see `lessons.access.settings.all_settings`.

    Raises:
        ValueError: the log has too few looks.
    """
    thousands = thousands_of(ordinary := int(truth.truth["act"].isna().sum()))
    if len(thousands) < 2:
        raise ValueError(f"the log has {ordinary:,} looks of ordinary work: make one with 2,000 or more.")
    plans, settings = all_settings(log, truth)
    switches = [Choice(name, strings.SWITCHES[name], strings.ON_OFF) for name in SWITCHES]
    return Explorer(
        [
            switches[:3],
            [*switches[3:], Choice("audit", strings.AUDIT_LABEL, {name: strings.AUDITS[name] for name in AUDITS})],
            [
                Slider(
                    "looks",
                    strings.LOOKS_LABEL,
                    minimum=thousands[0],
                    maximum=thousands[-1],
                    start=min(5, thousands[-1]),
                    value_text=strings.LOOKS_VALUE,
                )
            ],
        ],
        access_chart(plans, settings),
        {"setting": {"lookup": "sentences"}},
        lookups={"sentences": Lookup((*SWITCHES, "audit", "looks"), sentences(plans, settings))},
        results={"plans": plans, "settings": settings},
    )


def sentences(plans: pd.DataFrame, settings: pd.DataFrame) -> dict[tuple[Any, ...], str]:
    """What each setting means: (switches, audit, thousand looks) -> sentence."""
    fates = plans.groupby(["on", "audit"])["fate"].value_counts().unstack(fill_value=0)
    fates = fates.reindex(columns=[STOPPED, FOUND, MISSED], fill_value=0)
    both = settings.join(fates, on=["on", "audit"])
    return {
        (*row["on"], row["audit"], row["looks"]): strings.SENTENCE.format(
            plans=row[STOPPED] + row[FOUND] + row[MISSED],
            found=row[FOUND],
            asked=row["right"] + row["wrong"],
            **{name: row[name] for name in (STOPPED, MISSED, *_NUMBERS)},
        )
        for row in both.to_dict("records")
    }


_NUMBERS = ("honest", "refused", "waited", "everybody", "right", "wrong", "baseline")
