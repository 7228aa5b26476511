"""What must Ada know? Four facts to know or not to know, and how many people stand alone for her."""

import pandas as pd

from lessons.singling_out import strings
from lessons.singling_out.chart import alone_dots
from lessons.singling_out.sweep import crowds_by_setting
from teaching.widgets.controls import Choice
from teaching.widgets.explorer import Explorer, Lookup

FACTS = ("place", "device", "person", "week")


def explore_crowds(rows: pd.DataFrame) -> Explorer:
    """Show how many of the counted people stand alone for somebody who knows some facts of one of them.

    Args:
        rows: one row per counted person (see `lessons.singling_out.release.drill_down`).

    Returns:
        Four choices, one dot per person, and the sentence of the setting. All is computed beforehand. ``crowds`` has
        one row per setting (see `lessons.singling_out.sweep.crowds_by_setting`).
    """
    crowds = crowds_by_setting(rows)
    settings = [tuple(values) for values in crowds[list(FACTS)].to_numpy()]
    sentences = [_sentence(int(alone), int(few), int(more)) for alone, few, more in _numbers(crowds)]
    numbers = {
        name: Lookup(FACTS, dict(zip(settings, crowds[name].tolist(), strict=True))) for name in ("alone", "few")
    }
    return Explorer(
        [
            [
                Choice("place", strings.PLACE_LABEL, strings.PLACES),
                Choice("device", strings.DEVICE_LABEL, strings.KNOWN),
            ],
            [
                Choice("person", strings.PERSON_LABEL, strings.KNOWN),
                Choice("week", strings.WEEK_LABEL, strings.KNOWN),
            ],
        ],
        alone_dots(len(rows), alone=int(crowds["alone"].iloc[0]), few=int(crowds["few"].iloc[0])),
        {"setting": {"lookup": "sentences"}},
        lookups=numbers | {"sentences": Lookup(FACTS, dict(zip(settings, sentences, strict=True)))},
        results={"crowds": crowds},
    )


def _numbers(crowds: pd.DataFrame) -> list[list[int]]:
    """Alone, among a few, among more: for each setting."""
    return crowds[["alone", "few", "more"]].to_numpy().tolist()


def _sentence(alone: int, few: int, more: int) -> str:
    """What one setting means."""
    n = alone + few + more
    return strings.EXPLORER_SENTENCE.format(n=n, alone=alone, few=few, more=more, holds=n - alone)
