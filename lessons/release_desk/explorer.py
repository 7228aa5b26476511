"""The desk in a page: what one or two published requests do is shown at once; more are attacked in notebooks only."""

from typing import Any, Final

from lessons.release_desk import strings
from lessons.release_desk.chart import DECLINED, desk_chart
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.sweep import Swept, all_settings, control_of
from teaching.widgets.controls import Choice
from teaching.widgets.explorer import Explorer, Lookup

IN_A_ROW: Final = 3
"""Controls side by side."""


def explore_desk(office: Office) -> Explorer:
    """Show what each decision about one or two requests does; all others are declined.

    Args:
        office: what is held, as a desk has it (`ReleaseDesk(...).office`).

    Returns:
        A control for each request, which begins with "decline", the chart and the sentence of the setting. All is
        worked out beforehand. ``settings`` and ``attacks``: see `lessons.release_desk.sweep.Swept`.
    """
    swept = all_settings(office)
    controls = [
        Choice(
            control_of(request),
            strings.REQUEST.format(number=request.number, whom=request.from_whom),
            {str(place): choice.name for place, choice in enumerate(request.choices)},
            start=DECLINED,
            drop_down=True,
        )
        for request in REQUESTS
    ]
    rows = [controls[place : place + IN_A_ROW] for place in range(0, len(controls), IN_A_ROW)]
    names = tuple(control_of(request) for request in REQUESTS)
    return Explorer(
        rows,
        desk_chart(swept),
        {"setting": {"states": {"few": {"lookup": "sentences"}, "many": strings.MANY}}},
        lookups={"sentences": Lookup(names, sentences(swept))},
        results={"settings": swept.settings, "attacks": swept.attacks},
    )


def sentences(swept: Swept) -> dict[tuple[Any, ...], str]:
    """What each setting does, in words: the places of its choices -> sentence."""
    rows = swept.settings.to_dict("index").values()
    return {tuple(row["key"]): _sentence(dict(row)) for row in rows}


def _sentence(row: dict[Any, Any]) -> str:
    """What one setting does. An empty hand is said in full."""
    asked = row["right"] + row["false"] + row["open"]
    found = strings.NOBODY if row["found"] == 0 else strings.ONE if row["found"] == 1 else strings.SOMEBODY
    words = [strings.PUBLISHED[row["published"]], found, strings.BESIDE, strings.ANSWERED]
    return " ".join(words).format(asked=asked, requests=len(REQUESTS), **row)
