"""One table, three repairs, and whoever looks at it: what opens for her, and why."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final

import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Outsider
from disclosure.audit.states import LETTERS, OWN, PRINTED
from disclosure.audit.verdicts import EXACT, NARROWED, OPEN, audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.labels import cell_name
from disclosure.repair.protection import Singletons
from disclosure.tables.count_table import CountTable
from lessons.insiders import strings
from lessons.insiders.chart import STATE, insiders_chart
from lessons.insiders.sweep import insider_states, lookers, repair_prices
from teaching.charts.cell_table import renderer_for
from teaching.widgets.controls import Choice
from teaching.widgets.explorer import Cells, Explorer, Lookup, must_be_two_way

FIRST: Final = "outsiders"
"""The repair that is shown first."""


def explore_insiders(table: CountTable, *, threshold: int = 3) -> Explorer:
    """Show a table, repaired in three ways, as an outsider and each of its insiders see it, alone and in pairs.

    Args:
        table: a two-way table with totals as it was counted, nothing hidden.
        threshold: the smallest count that may be printed, in people.

    Returns:
        Two choices, the chart, the sentence of their setting, and a list of the hidden cells with the sentence of the
        one that is chosen. All is computed beforehand but the reasons of cells, which the kernel gives when they are
        asked for. ``prices`` has one row per repair (see `lessons.insiders.sweep.repair_prices`).

    Raises:
        UnreachableError: no choice of cells protects this table as asked.
        ValueError: nobody is alone in a hidden cell, or the table has not two dimensions.
    """
    must_be_two_way(table)
    releases = _repaired(table, threshold)
    attackers = list(lookers(table, releases["threshold"]).values())
    if len(attackers) == 1:
        raise ValueError(f"{strings.NOBODY_ALONE}: choose a table with a count of 1.")
    names = dict(enumerate(map(_name, attackers)))
    states = insider_states(table, releases, attackers)
    prices = repair_prices(table, releases, states, threshold=threshold)
    hidden = {letter: {"lookup": "why"} for letter in LETTERS.values()}
    words = {PRINTED: strings.CELL_PRINTED, OWN: strings.CELL_HERS, **hidden}
    return Explorer(
        [
            [Choice("repair", strings.REPAIR_LABEL, strings.REPAIRS, start=FIRST)],
            [Choice("who", strings.WHO_LABEL, names, drop_down=True)],
        ],
        insiders_chart(states, prices, repair=FIRST),
        {"setting": {"lookup": "sentences"}, "cell": {"states": words}},
        lookups={
            "sentences": Lookup(("repair", "who"), _sentences(states[~table.is_total], names, threshold)),
            "why": Lookup(("repair", "who", "cell"), asked=_reasons(table, releases, attackers)),
        },
        cells=Cells(strings.CELL_LABEL, states, {"state": STATE}, "".join([OWN, *LETTERS.values()])),
        renderer=renderer_for(states),
        results={"prices": prices},
    )


def _sentences(states: pd.DataFrame, names: Mapping[int, str], threshold: int) -> dict[tuple[str, int], str]:
    """The sentence of each setting: (repair, place of the one who looks) -> what she knows of the inner cells."""
    return {
        (repair, index): _sentence(states["count"], states[repair].str[index], strings.REPAIRS[repair], who, threshold)
        for repair in strings.REPAIRS
        for index, who in names.items()
    }


def _sentence(counts: pd.Series, letters: pd.Series, repair: str, who: str, threshold: int) -> str:
    """What one repair hides, and what somebody knows all the same."""
    hidden, exact = letters.ne(PRINTED), letters.eq(LETTERS[EXACT])
    return strings.SENTENCE.format(
        repair=repair.capitalize(),
        hidden=int(hidden.sum()),
        cells=len(letters),
        people=int(counts[hidden].sum()),
        everybody=int(counts.sum()),
        who=who,
        exact=int(exact.sum()),
        small=int((exact & counts.lt(threshold)).sum()),
        narrowed=int(letters.eq(LETTERS[NARROWED]).sum()),
        open=int(letters.eq(LETTERS[OPEN]).sum()),
    )


def _reasons(
    table: CountTable, releases: Mapping[str, CountTable], attackers: Sequence[Attacker]
) -> Callable[[str, int, int], str]:
    """Make a function that says what somebody knows of one hidden cell of one repair, and why."""

    @cache
    def words(repair: str, who: int) -> pd.Series:
        """What is said of all hidden cells."""
        rows = audit(releases[repair], attackers[who])
        sentences = [_about(row, _name(attackers[who])) for row in rows.to_dict("records")]
        return pd.Series(sentences, index=rows.index, dtype=object)

    return lambda repair, who, index: str(words(repair, who).get(table.cells.index[index], ""))


def _repaired(table: CountTable, threshold: int) -> dict[str, CountTable]:
    """One table, repaired in three ways."""
    repairs: dict[str, Callable[[CountTable], Any]] = {
        "threshold": Suppress(threshold),
        "outsiders": SuppressComplementary(threshold),
        "insiders": SuppressComplementary(threshold, against=(Outsider(), Singletons())),
    }
    return {name: repair(table) for name, repair in repairs.items()}


def _name(attacker: Attacker) -> str:
    """Who looks, in words: by her cell, for she has no name here."""
    match attacker:
        case Coalition(members=(one, other)):
            return strings.TOGETHER.format(one=cell_name(one.cell), other=cell_name(other.cell))
        case Contributor():
            return strings.ALONE.format(cell=cell_name(attacker.cell))
        case _:
            return strings.OUTSIDER


def _about(row: dict[Any, Any], who: str) -> str:
    """What is known of one cell, in words."""
    if pd.isna(row["high"]):
        people = strings.PEOPLE_AT_LEAST
    else:
        people = strings.PEOPLE_EXACTLY if row["low"] == row["high"] else strings.PEOPLE_BETWEEN
    return strings.CELL_HIDDEN.format(
        cell=row["target"], people=people.format(**row), verdict=row["verdict"], who=who, why=row["why"]
    )
