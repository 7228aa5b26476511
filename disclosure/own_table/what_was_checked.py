"""Checked against whom, and what was not checked: computed from what was given, and on every page."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from disclosure.audit.verdicts import EXACT, NARROWED
from disclosure.own_table.answering import Explored
from disclosure.own_table.footnotes import clause_on, note_on
from disclosure.own_table.known_ranges import known
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.layout.signs import threshold_in
from disclosure.own_table.meaning import BEHIND, BLANK
from disclosure.own_table.open_questions import small_only_refuted
from disclosure.own_table.questions import Question
from disclosure.own_table.sheets.sheet import Sheet, WorkbookSource
from disclosure.own_table.tables import Tables

READER = "Any reader who has this table, with all its totals, percentages and footnotes, and nothing else."
GROUPS = "Rows and columns whose people are all in one cell, or none in a hidden one: then something is known of each."
NOBODY_FOUND = "That nobody was found by these attacks says nothing of others."
OTHER_TABLES = "Other tables of the same people: a total or a cell that stands there was not used."
EARLIER = "Earlier editions of this table."
UNUSED = "Not used: {what}."
UNUSED_COLUMNS = "{names}: numbers of which nothing is known but their heading."
NONE_HIDDEN = "No cell is hidden: looked for were only rows and columns whose people are all in one cell."
NO_COUNT_HIDDEN = "No count is hidden: of what is, nothing was looked for."

CANNOT_BE_ONLY: Final = "{mark!r} cannot be only {what} here: {why} It must cover others, too, if no number is wrong."
ONLY: Final = "{question} Only one answer fits what is printed: {answer} ({meaning})."
NOT_AS_NOTED: Final = (
    "{mark!r} is said to stand for a small count (“{quote}”), "
    "and {cell} is {known}: it covers others, too, if no number is wrong."
)
UNKNOWN: Final = "{question} Of the usual answers only this fits: {meaning}. So it was taken for that."
NOT_ALL: Final = (
    "All sets of answers: too many questions are open, and only some sets were tried. A range holds for these; the "
    "more you answer, the surer it is."
)


def checked_against(*, groups: bool, earlier: str = "", insiders: Sequence[str] = ()) -> tuple[str, ...]:
    """Who was thought to look at the table.

    Args:
        groups: whether groups were looked for of which all or none share a fact.
        earlier: the reader who has an earlier edition; empty if none was laid beside it.
        insiders: people who are counted in the table.
    """
    return (READER, *((GROUPS,) if groups else ()), *((earlier,) if earlier else ()), *insiders)


def not_checked(
    sheet: Sheet, grid: Grid, tables: Tables, open_questions: Sequence[Question], earlier: str = "", used: str = ""
) -> tuple[str, ...]:
    """What was not looked at, or not used.

    Args:
        sheet: the sheet.
        grid: its counts.
        tables: what was audited.
        open_questions: those that are not answered.
        earlier: why an earlier edition was not used; empty if none was given or it was.
        used: the reader of an earlier edition that was used.
    """
    found = [earlier or ("" if used else EARLIER), OTHER_TABLES]
    if isinstance(sheet.source, WorkbookSource):
        found.append(sheet.source.not_looked_at)
    unused = [measure.name for measure in grid.measures if measure.holds in ("statistic", "not used")]
    if unused:
        found.append(UNUSED_COLUMNS.format(names=", ".join(map(repr, unused))))
    found += [UNUSED.format(what=what) for what in tables.loosened]
    found += [f"Not answered: {question.sentence}" for question in open_questions]
    if {*grid.marks.values()} <= {BEHIND}:
        found.append(NO_COUNT_HIDDEN if tables.hidden_beside else NONE_HIDDEN)
    return (*filter(None, found), NOBODY_FOUND)


def not_as_noted(cells: pd.DataFrame, grid: Grid, answers: Mapping[str, str], told: Sequence[str]) -> list[str]:
    """The marks whose footnote names a threshold, and that stand in a cell which holds more, whatever is answered.

    Args:
        cells: the findings.
        grid: the counts.
        answers: what was answered; who says what a mark stands for knows that.
        told: what was said of marks before.
    """
    found: dict[str, str] = {}
    for row in cells[cells["verdict"].isin([EXACT, NARROWED])].to_dict("records"):
        mark = grid.marks.get(row["address"], "")
        if f"mark {mark or BLANK}" in answers or any(repr(mark) in each for each in told):
            continue
        quote = note_on(mark, grid.notes) if row["address"] in grid.marks else ""
        threshold = threshold_in(mark) or threshold_in(clause_on(quote, mark))
        if threshold and row["low"] >= threshold:
            words = {"quote": quote or mark, "cell": row["address"], "known": known(row["low"], row["high"])}
            found.setdefault(mark, NOT_AS_NOTED.format(mark=mark, **words))
    return [*found.values()]


def left_in_words(explored: Explored, forced: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What only one answer fits, and what stays unknown although nothing is asked.

    Args:
        explored: what comes out under all open answers.
        forced: the questions that only one answer fits, and that answer.
    """
    only, unknown = (
        [CANNOT_BE_ONLY.format(**words) for words in small_only_refuted(explored).values()],
        [] if explored.complete else [NOT_ALL],
    )
    for name, answer in forced.items():
        question = explored.questions[name]
        words = {"question": question.sentence, "answer": answer, "meaning": question.options[answer]}
        if answer == question.unknown:
            unknown.append(UNKNOWN.format(**words))
        else:
            only.append(ONLY.format(**words))
    return only, unknown
