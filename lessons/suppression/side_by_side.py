"""Defences x attackers -> one tidy frame, so that one chart can show what a stronger defence buys and costs.

What is learnt is judged by the exact audit, never by one method of attack: what it calls exact can be found out, and
nothing else can.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd

from disclosure.defences.coarsening import Coarsen
from disclosure.frames import guesses
from disclosure.measures import all_ranges, loss, order_preserved, score
from disclosure.tables.count_table import CountTable
from lessons.suppression import defence_strings as strings
from lessons.suppression.who_learns import Who, insiders_learn, outsider_learns

Defence = Callable[[CountTable], CountTable]
"""Takes a table, returns what is published of it."""

SMALL: Final = 10
"""Whoever stands in a cell of fewer people is learnt about when its count is known: ACRO's default threshold."""


def compare_defences(
    table: CountTable,
    defences: Sequence[Defence | tuple[Defence, ...]],
    *,
    who: Who = "outsider",
    small: int = SMALL,
    nothing_to_subtract: bool = False,
) -> pd.DataFrame:
    """Protect a table in one way after another, and count who is still learnt about and what the reader loses.

    The targets are the cells of 1 to ``small - 1`` people in the table that is published (merged, if labels are
    merged), printed or not. One is *right* where its count is known exactly.

    Args:
        table: the table as it was counted, nothing hidden.
        defences: what is tried; several in a row as a tuple, nothing at all as an empty one.
        who: who looks at it.
        small: the smallest cell in which nobody is taken to be learnt about, in people.
        nothing_to_subtract: must be said of a table without totals (see `disclosure.audit.verdicts.audit`).

    Returns:
        One row per defence: ``defence``; ``label`` and ``kind``: the same in words, and what is done; ``strength``
        (threshold, base, or labels merged into one; of the last step);
        ``n`` (targets), ``right``, ``wrong``, ``abstained``, ``baseline`` (a blind guess from 1 to ``small - 1``),
        ``low``, ``high`` (95 % interval of right / n); ``utility_lost`` (0 to 1, by `disclosure.measures.loss`; of
        several steps, what does not remain after all); ``people_learnt`` (people in the cells that are right);
        ``still_possible`` (how many counts a target can still have, median); ``order_preserved``: share of pairs of
        columns (say, regions) of which the reader can still tell the larger.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
        >>> table = count_table(people, by=("film", "region"))
        >>> judged = compare_defences(table, [(), Suppress(3), Coarsen("region", into=2)], small=3)
        >>> judged[["label", "n", "right", "people_learnt", "utility_lost"]].round(2)
                     label  n  right  people_learnt  utility_lost
        0          nothing  2      2              3          0.00
        1     hide below 3  2      2              3          0.38
        2  merge 2 regions  0      0              0          0.27
    """
    steps = [defence if isinstance(defence, tuple) else (defence,) for defence in defences]
    return pd.DataFrame([_judged(table, each, who, small, nothing_to_subtract=nothing_to_subtract) for each in steps])


def _judged(
    table: CountTable, steps: tuple[Defence, ...], who: Who, small: int, *, nothing_to_subtract: bool
) -> dict[str, Any]:
    """One row of the sweep."""
    release, truth, kept = table, table, 1.0
    for step in steps:
        before, release = release, step(release)
        kept *= 1 - loss(before, release)
        truth = step(truth) if isinstance(step, Coarsen) else truth
    learnt = outsider_learns(release, nothing_to_subtract=nothing_to_subtract)
    ranges = all_ranges(release, learnt if who == "outsider" else insiders_learn(release, truth, learnt))
    answers = pd.DataFrame({"target": truth.cell_names, "answer": truth.cells["count"]})
    targets = ~truth.is_total & truth.cells["count"].between(1, small - 1)
    known = ranges["low"] == ranges["high"]
    claims = guesses(truth.cell_names, ranges["low"], known, known)
    return {
        "defence": " then ".join(map(repr, steps)),
        "label": ", ".join(map(_in_words, steps)) or strings.NO_DEFENCE,
        "kind": strings.DEFENCE_KINDS[type(steps[0]).__name__ if len(steps) == 1 else len(steps) > 1],
        "strength": _strength(steps[-1]) if steps else 0,
        **vars(score(claims[targets], answers[targets], blind=1 / (small - 1))),
        "utility_lost": 1 - kept,
        "people_learnt": int(truth.cells.loc[targets & known, "count"].sum()),
        "still_possible": float((ranges["high"] - ranges["low"] + 1)[targets].median()),
        "order_preserved": order_preserved(table, release, ranges),
    }


def _strength(step: Defence) -> int:
    """The number that stands in a defence; of labels merged by name, how many there are."""
    strength = next(value for value in vars(step).values() if not isinstance(value, str))
    return strength if isinstance(strength, int) else len(strength)


def _in_words(step: Defence) -> str:
    """A defence in a few words."""
    return strings.DEFENCES[type(step).__name__].format(**vars(step) | {"number": _strength(step)})
