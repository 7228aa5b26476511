"""From copied rows to columns drawn one by one, with noise and without, of few people and of many: leak and use."""

from typing import Any, Final

import pandas as pd

from lessons.synthetic import strings
from lessons.synthetic.chart import synthetic_chart
from lessons.synthetic.side_by_side import of_100
from lessons.synthetic.sweep import CHOSEN, COPIES, all_settings
from lessons.synthetic.tree import Edge
from teaching.widgets.controls import Choice
from teaching.widgets.explorer import Explorer, Lookup

BY: Final = ("kind", "epsilon", "people")


def explore_synthetic(members: pd.DataFrame, others: pd.DataFrame, edges: tuple[Edge, ...]) -> Explorer:
    """Show whom Ada is right about, in the data and out of it, and what the file is good for.

    Args:
        members: the people in the data.
        others: as many real people who are not.
        edges: a tree from what is public.

    Returns:
        Three choices, the chart, and the sentence of the setting. All is computed beforehand. ``settings`` has one row
        per setting (see `lessons.synthetic.sweep.all_settings`); copied rows have no noise, and are the same with any.
    """
    settings = _with_every_noise(all_settings(members, others, edges))
    people = {int(size): strings.PEOPLE.format(n=size) for size in settings["people"].unique()}
    first = {"kind": next(iter(strings.KINDS)), "epsilon": 0.0, "people": max(people)}
    return Explorer(
        [
            [Choice("kind", strings.KIND_LABEL, strings.KINDS, drop_down=True)],
            [
                Choice("epsilon", strings.EPSILON_LABEL, strings.EPSILONS),
                Choice("people", strings.PEOPLE_LABEL, people, start=max(people)),
            ],
        ],
        synthetic_chart(settings, first),
        {"setting": {"lookup": "sentences"}},
        lookups={"sentences": Lookup(BY, sentences(settings))},
        results={"settings": settings},
    )


def _with_every_noise(settings: pd.DataFrame) -> pd.DataFrame:
    """Repeat the rows of copies, which know no noise, for each noise there is."""
    copies = settings["kind"].isin(COPIES)
    others = [settings[copies].assign(epsilon=each) for each in strings.EPSILONS if each]
    return pd.concat([settings, *others], ignore_index=True)


def sentences(settings: pd.DataFrame) -> dict[tuple[Any, ...], str]:
    """What each setting means: (kind, epsilon, people) -> sentence."""
    return {tuple(row[name] for name in BY): _sentence(row) for row in settings.to_dict("records")}


def _sentence(row: dict[Any, Any]) -> str:
    """What one setting means."""
    shares = {name: f"{100 * row[name]:.1f}" for name in ("error", "fresh")}
    return strings.SENTENCE.format(**{**row, **of_100(row), **shares, "promise": _promise(row)})


def _promise(row: dict[Any, Any]) -> str:
    """What is promised of the whole file."""
    if row["kind"] in COPIES:
        return strings.PROMISE["copies"]
    if not row["epsilon"]:
        return strings.PROMISE["none"]
    return strings.PROMISE["chosen" if row["kind"] == CHOSEN else "all"].format(**row)
