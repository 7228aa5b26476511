"""The desk itself: two questions in the page, what is refused, and what is left when answers are subtracted."""

from itertools import product
from typing import Final

import pandas as pd

from lessons.trackers import strings
from lessons.trackers.chart import desk_chart
from lessons.trackers.conditions import Condition, Fact, all_of
from lessons.trackers.release import SECRET, Desk, facts_of
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Explorer, Lookup

ALL, ALL_WATCHED = "all", "all watched"
FIRST: Final = {"a": ALL, "op": "alone", "b": "sex"}
"""The first question at the beginning: directly for her."""

SECOND: Final = {"a": "sex", "op": "alone", "b": ALL}
PERCENT: Final = 10


def parts_of(person: pd.Series) -> dict[str, Condition]:
    """What a question is put together from: her facts, all of them, all and the secret, the secret.

    Args:
        person: one row of those behind the desk.
    """
    facts, watched = facts_of(person), Fact(SECRET, True)
    everything = all_of(facts)
    return {fact.column: fact for fact in facts} | {
        ALL: everything,
        ALL_WATCHED: everything & watched,
        SECRET: watched,
    }


def question(parts: dict[str, Condition], a: str, op: str, b: str) -> Condition:
    """Put a question together: one part alone, or two joined by "and", "and not" or "or"."""
    one, other = parts[a], parts[b]
    return {"alone": one, "and": one & other, "and not": one & ~other, "or": one | other}[op]


def explore_desk(people: pd.DataFrame, person: pd.Series) -> Explorer:
    """Let the learner ask a desk about one person, and subtract.

    Args:
        people: the rows behind the desk.
        person: one of them.

    Returns:
        Two questions of two parts each, a threshold, three steps, the chart and the sentence of the setting.
    """
    desk, parts = Desk(people, 1), parts_of(person)
    keys = list(product(parts, strings.JOINS, parts))
    counts = {key: desk.true_count(question(parts, *key)) for key in keys}
    names = {part: _name(part, condition) for part, condition in parts.items()}
    texts = {key: in_words(names, *key) for key in keys}
    first, second = ((each["a"], each["op"], each["b"]) for each in (FIRST, SECOND))
    setting = {f"{name}{place}": each[name] for place, each in ((1, FIRST), (2, SECOND)) for name in ("a", "op", "b")}
    start = setting | {"percent": PERCENT, "step": "first", "first": counts[first], "second": counts[second]}
    return Explorer(
        [_asking(1, names, FIRST), _asking(2, names, SECOND), [_threshold(), _step()]],
        desk_chart(desk.n, start),
        {"setting": {"states": strings.SAYS}},
        lookups={
            "first": Lookup(("a1", "op1", "b1"), counts),
            "second": Lookup(("a2", "op2", "b2"), counts),
            "question1": Lookup(("a1", "op1", "b1"), texts),
            "question2": Lookup(("a2", "op2", "b2"), texts),
        },
    )


def in_words(names: dict[str, str], a: str, op: str, b: str) -> str:
    """A question as the page writes it."""
    return names[a] if op == "alone" else f"{names[a]} {strings.JOINS[op]} {names[b]}"


def _name(part: str, condition: Condition) -> str:
    """How a part is called in the lists."""
    return {ALL: strings.ALL_SIX, ALL_WATCHED: strings.ALL_SIX_WATCHED}.get(part, str(condition))


def _asking(place: int, names: dict[str, str], start: dict[str, str]) -> list[Slider | Choice]:
    """The three lists of one question."""
    label = strings.FIRST_A if place == 1 else strings.SECOND_A
    return [
        Choice(f"a{place}", label, names, start=start["a"], drop_down=True),
        Choice(f"op{place}", f"{label}: {strings.JOIN}", strings.JOINS, start=start["op"], drop_down=True),
        Choice(f"b{place}", f"{label}: {strings.AND_WITH}", names, start=start["b"], drop_down=True),
    ]


def _threshold() -> Slider:
    """The smallest count that is told."""
    return Slider(
        "percent",
        strings.PERCENT_LABEL,
        minimum=1,
        maximum=50,
        start=PERCENT,
        landmarks=strings.LANDMARKS,
        value_text=strings.PERCENT_VALUE,
    )


def _step() -> Choice:
    """What Ada does."""
    return Choice("step", strings.STEP_LABEL, strings.STEPS)
