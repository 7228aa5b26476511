"""More questions or fewer, more noise or less: whom Ada is right about, and where on the map that is."""

from typing import Any, Final

import numpy as np

from lessons.reconstruction import strings
from lessons.reconstruction.chart import map_chart, people
from lessons.reconstruction.settings import QUESTIONS, SPREADS, settings_of
from lessons.reconstruction.sweep import MEAN_ERROR
from teaching.widgets.controls import Slider
from teaching.widgets.explorer import Explorer, Lookup

BY: Final = ("questions", "noise")
FIRST: Final = {"questions": QUESTIONS.index(200), "noise": 2}
"""As many questions as people, and noise of a quarter of the root of their number."""

ASKED: Final = Slider(
    "questions",
    strings.QUESTIONS_LABEL,
    minimum=0,
    maximum=len(QUESTIONS) - 1,
    start=FIRST["questions"],
    texts={place: f"{number:,}" for place, number in enumerate(QUESTIONS)},
    landmarks={QUESTIONS.index(200): strings.AS_MANY},
    value_text=strings.QUESTIONS_VALUE,
)
NOISE: Final = Slider(
    "noise",
    strings.NOISE_LABEL,
    minimum=0,
    maximum=len(SPREADS) - 1,
    start=FIRST["noise"],
    texts={place: people(MEAN_ERROR * spread) for place, spread in enumerate(SPREADS)},
    value_text=strings.NOISE_VALUE,
)
"""Both sliders move in steps of a factor: twice as many questions, noise larger by the root of two."""


def explore_questions(watched: np.ndarray, share: float, *, seed: int = 53) -> Explorer:
    """Show what Ada says of each of some people, for every number of questions and every size of the noise.

    Args:
        watched: the secret of each person; shape (people,), bool.
        share: which part of everybody has watched; Ada knows it.
        seed: of groups and noise. All settings share the same draws, so that a move changes only what it is about.

    Returns:
        Two sliders, the field of people, the map, and the sentence of their setting, all computed beforehand.
        ``settings`` has one row per setting (see `lessons.reconstruction.settings.settings_of`).
    """
    settings = settings_of(watched, share, seed=seed)
    rows: list[dict[str, Any]] = settings.to_dict("records")  # type: ignore[assignment]
    found = {(row["questions"], row["noise"]): row for row in rows}
    first = FIRST | {"field": found[FIRST["questions"], FIRST["noise"]]["field"]}
    counted = round(float(watched.sum()) / 2)
    return Explorer(
        [[ASKED], [NOISE]],
        map_chart(settings, first, blind=rows[0]["blind"] / rows[0]["n"]),
        {"setting": {"lookup": "sentences"}},
        lookups={
            "field": Lookup(BY, {key: row["field"] for key, row in found.items()}),
            "sentences": Lookup(BY, {key: sentence(row, counted) for key, row in found.items()}),
        },
        results={"settings": settings},
    )


def sentence(row: dict[str, Any], counted: int) -> str:
    """What one setting means."""
    told = {"questions": f"{row['asked']:,}", "off": people(row["off"]), "counted": counted}
    return strings.SENTENCE.format(**row | told)
