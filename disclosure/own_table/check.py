"""One call for one's own table: read it, ask what must be asked, audit it, and say what was not checked."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import pandas as pd

from disclosure.own_table.answering import Explored, Leaf, explore
from disclosure.own_table.earlier_edition import BesideEarlier, EarlierEdition, beside_earlier
from disclosure.own_table.edition_questions import once_asked
from disclosure.own_table.exit_codes import NOT_READ, exit_code
from disclosure.own_table.findings import COLUMNS as FINDINGS
from disclosure.own_table.findings import LINES, findings_of, first_only, groups_of, lines_of, together
from disclosure.own_table.insiders import QUESTION as COUNTED
from disclosure.own_table.insiders import ByInsiders, Look, by_insiders
from disclosure.own_table.layout.as_read import AsRead
from disclosure.own_table.layout.kinds import as_read
from disclosure.own_table.left_open import Reading, readings_of
from disclosure.own_table.lines_of_people import NAME as LINES_QUESTION
from disclosure.own_table.meaning import BEHIND, BLANK
from disclosure.own_table.office_answers import leaf_for_repair, refuse_contradicted
from disclosure.own_table.office_counts import counted
from disclosure.own_table.open_questions import open_questions
from disclosure.own_table.questions import Question, rounding_question
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.rules_file import read_rules, rules_beside
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.opening import read_sheets, sheet_of_frame
from disclosure.own_table.sheets.sheet import Leak, Sheet
from disclosure.own_table.tables import Tables
from disclosure.own_table.under_all_answers import under_all, widest
from disclosure.own_table.what_was_checked import checked_against, left_in_words, not_as_noted, not_checked
from disclosure.own_table.which_sheet import chosen_sheet, same_sheet
from disclosure.own_table.workbook_leaks import leaks_of
from disclosure.own_table.wrong_answers import refuse_wrong_answers
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables

FIRST_ASKED: Final = ("table", "decimal sign", LINES_QUESTION)
"""Without an answer to one of these, there are no counts to audit."""

NOTHING_FITS: Final = "No whole numbers fit "
CANNOT_BE: Final = "No whole numbers fit what is printed under the answers given: {why}"


@dataclass(frozen=True)
class Check:
    """What was found in a table, and what was not looked at.

    Args:
        as_read: the table as it was read.
        findings: one row per cell that is hidden, rounded, printed although small or not covered, and per group of
            which all or none share a fact; the worst first. Columns: ``address`` (``"B7"``), ``labels`` (one text),
            ``printed`` (as it stands there), ``role`` (of `disclosure.audit.audit`, or "everybody in it", "nobody in
            it"), ``low`` and ``high`` (Int64; ``high`` missing where there is no limit), ``verdict`` (exact, narrowed,
            open, not found, or "depends on the answer"), ``why``, ``given_away_by`` (addresses, separated by spaces),
            ``to_whom``.
        lines: one row per line with two or more hidden cells: ``line``, ``along``, ``hidden``, ``low``, ``high``,
            ``sentence``, ``addresses`` (of the hidden cells, separated by spaces).
        leaks: what the file gives away before any arithmetic.
        questions: what is still open and changes a verdict, the most cells first.
        answers: the answers that were given or are the only ones that fit.
        checked_against: sentences: who was thought to look at the table.
        not_checked: sentences: what was not checked.
        sentences: what a reader of the table must know besides: lines that do not add up, answers that cannot be true.
        exit_code: 0 nothing found, 1 something found, 2 not read or an answer missing.
        release: what was audited; None while the table could not be read so far. What a mark stands for on which no
            verdict depends is as the office's counts tell, if they are there.
        addresses: the address of each cell of the release, by its labels.
        counted: the same cells as in ``release``, in the same order, with the true counts and nothing hidden: from the
            office's file, or where the table itself hides nothing. None else: then nothing can be repaired, nor another
            threshold tried.
        earlier: the earlier edition, where one was laid beside the table; a repair begins with what it hides.
        not_beside: why an earlier edition that was given was not laid beside it; empty if it was, or none was given.
        readings: what the table can mean by the office's counts; first what ``release`` takes it to mean.
    """

    as_read: AsRead
    findings: pd.DataFrame
    lines: pd.DataFrame
    leaks: tuple[Leak, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    checked_against: tuple[str, ...] = ()
    not_checked: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    exit_code: int = NOT_READ
    release: CountTable | LinkedTables | None = None
    addresses: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    counted: CountTable | LinkedTables | None = None
    earlier: EarlierEdition | None = None
    not_beside: str = ""
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Beside:
    """What is laid beside a table: the office's sheet, an earlier edition; whether groups are looked for; who looks."""

    office: Sheet | None
    earlier: Sheet | None
    groups: bool
    look: Look = "readers"


def check_table(
    table: str | Path | FileInMemory | pd.DataFrame,
    *,
    answers: Mapping[str, str] | None = None,
    office: str | Path | FileInMemory | None = None,
    earlier: str | Path | FileInMemory | None = None,
    rules: str | Path | FileInMemory | None = None,
    sheet: str | None = None,
    kinds: Mapping[str, str] | None = None,
    groups: bool = True,
    look: Look = "readers",
) -> Check:
    """Check a table that is published, or is about to be.

    Args:
        table: a file (CSV, XLSX, ODS, XLS), by its path or in memory, or a frame as it would be printed.
        answers: answers to questions, by their names.
        office: the office's own file of the same shape, with the true counts; only a repair needs it.
        earlier: an earlier edition of the same shape.
        rules: the file with answers; by default the one beside the table, if it is there.
        sheet: the name of the sheet, where there are several.
        kinds: corrections: what cells are, by their addresses; that of a heading or of a line's label is about all of
            its column or line.
        groups: also look for groups of which all or none share a fact.
        look: who looks: ``"readers"``, also somebody ``"alone"`` in a hidden cell, or also ``"two"`` of these who talk.

    Raises:
        UnreadableError: the file is no table that can be read; one sentence says why and what to do.

    Examples:
        >>> frame = pd.DataFrame({"district": ["Ashfield", "Dunmere", "All"], "n": ["12", "<5", "15"]})
        >>> check = check_table(frame, answers={"cover district": "yes"})
        >>> check.findings[["address", "low", "high", "verdict"]].to_numpy().tolist()
        [['B3', 3, 3, 'exact']]
    """
    given = {"answers": dict(answers or {}), "kinds": dict(kinds or {})}
    if isinstance(table, pd.DataFrame):
        sheets: tuple[Sheet, ...] = (sheet_of_frame(table),)
    else:
        sheets = read_sheets(table)
    kept = rules or (_beside(Path(table)) if isinstance(table, str | Path) else None)
    given = {part: {**(read_rules(kept)[part] if kept else {}), **values} for part, values in given.items()}
    return check_sheets(
        sheets,
        office=read_sheets(office) if office else (),
        earlier=read_sheets(earlier) if earlier else (),
        sheet=sheet,
        groups=groups,
        look=look,
        **given,
    )


def _beside(table: Path) -> Path | None:
    """The file of answers beside a table, if there is one."""
    beside = rules_beside(table)
    return beside if beside.is_file() else None


def check_sheets(
    sheets: tuple[Sheet, ...],
    *,
    office: tuple[Sheet, ...] = (),
    earlier: tuple[Sheet, ...] = (),
    answers: Mapping[str, str] | None = None,
    sheet: str | None = None,
    kinds: Mapping[str, str] | None = None,
    groups: bool = True,
    look: Look = "readers",
) -> Check:
    """Check a table whose file was read already; see `check_table`."""
    chosen, question = chosen_sheet(sheets, sheet or (answers or {}).get("sheet"))
    chosen = replace(chosen, leaks=leaks_of(sheets))
    reader = Reader(chosen, kinds or {})
    if question:
        return _asked(reader, (question,), dict(answers or {}), (question.sentence,))
    beside = Beside(same_sheet(chosen, office), same_sheet(chosen, earlier), groups, look)
    return _checked(reader, dict(answers or {}), beside)


def _checked(reader: Reader, answers: dict[str, str], beside: Beside) -> Check:
    """Ask, audit and tell."""
    refuse_wrong_answers(answers, {})
    first = reader.under(answers)
    for question in first.questions:
        if question.name in FIRST_ASKED:
            return _asked(reader, (question,), answers, (question.sentence,))
    refuse_wrong_answers(answers, reader.questions_seen)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # labels that look alike are told apart by their addresses
        explored = explore(answers, lambda a: reader.under(a).questions, reader.verdicts, reader.cells)
        refuse_wrong_answers(answers, reader.questions_seen)
        if not explored.leaves:
            return _cannot_be(reader, explored, answers)
        return _told(reader, explored, answers, beside)


def _cannot_be(reader: Reader, explored: Explored, answers: dict[str, str]) -> Check:
    """A check of numbers that cannot be: unless they were rounded, which is asked if it could be."""
    why = explored.refused[0].refusal if explored.refused else ""
    grid, said = reader.under(answers).grid, CANNOT_BE.format(why=why.removeprefix(NOTHING_FITS))
    rounding = rounding_question(grid, nothing_fits=True) if grid and "rounding" not in answers else None
    return _asked(reader, (rounding,) if rounding else (), answers, (said,))


def _told(reader: Reader, explored: Explored, answers: dict[str, str], beside: Beside) -> Check:
    """The findings under the answers given, and what holds under all that are missing."""
    forced, leaf, questions = explored.forced(), widest(explored.leaves), open_questions(explored)
    tables, grid, leaks = reader.tables(leaf.answers), reader.grid(leaf.answers), reader.sheet.leaks
    cells = under_all(findings_of(tables, grid, reader.texts), explored.leaves, is_open=bool(questions))
    groups, lines = beside.groups and not questions, lines_of(tables, told=not questions)
    as_meant = leaf_for_repair(leaf, explored.leaves, reader, beside.office)
    repairable, counts = _to_repair(as_meant.answers, reader, beside.office)
    pair, insiders = _by_others(cells, explored, reader, beside, as_meant.answers, counts, is_open=bool(questions))
    questions += (*pair.questions, *((COUNTED,) if beside.look != "readers" and COUNTED.name not in answers else ()))
    found = together(insiders.findings, groups_of(tables, grid, reader.texts)) if groups else insiders.findings
    unchecked = not_checked(reader.sheet, grid, tables, questions, pair.unchecked, pair.against)
    only, unknown = left_in_words(explored, forced)
    return Check(
        _as_read(reader, leaf, answered=not questions),
        found,
        lines,
        leaks,
        questions,
        answers | {name: told for name, told in forced.items() if told != explored.questions[name].unknown},
        checked_against(groups=groups, earlier=pair.against, insiders=insiders.against),
        (*first_only(cells), *insiders.unchecked, *unknown, *unchecked),
        (*only, *not_as_noted(cells, grid, answers, only), *pair.sentences),
        exit_code(found, leaks=bool(leaks), is_open=bool(questions or pair.not_beside)),
        repairable.release,
        repairable.addresses,
        counts,
        pair.edition,
        pair.not_beside,
        readings_of(as_meant, explored, reader, beside.office),
    )


def _to_repair(
    answers: Mapping[str, str], reader: Reader, office: Sheet | None
) -> tuple[Tables, CountTable | LinkedTables | None]:
    """The tables that a repair begins with, and the same with all counts, which must be what their marks stand for."""
    tables, grid = reader.tables(answers), reader.grid(answers)
    counts = counted(tables, grid.block, grid.decimal, office)
    refuse_contradicted(tables, counts, grid, reader.sheet, office)
    return tables, counts


def _by_others(
    cells: pd.DataFrame,
    explored: Explored,
    reader: Reader,
    beside: Beside,
    answers: Mapping[str, str],
    counts: CountTable | LinkedTables | None,
    *,
    is_open: bool,
) -> tuple[BesideEarlier, ByInsiders]:
    """What readers of an earlier edition find, and after them people who are counted in the table."""
    pair, tables = BesideEarlier(cells), reader.tables(widest(explored.leaves).answers)
    if beside.earlier:
        earlier = Reader(beside.earlier, reader.kinds)

        def lay(told: Mapping[str, str]) -> BesideEarlier:
            """Lay the edition beside the table under some answers."""
            return beside_earlier(cells, reader.tables(told), earlier, told, is_open=is_open)

        pair = once_asked(lay(answers), explored, reader, beside.office, lay)
    return pair, by_insiders(pair.findings, tables, beside.look, counts, answers.get(COUNTED.name))


def _as_read(reader: Reader, leaf: Leaf, *, answered: bool) -> AsRead:
    """How a table was read; once all is answered, with the marks that stand for nobody."""
    state, grid = reader.under(leaf.answers), reader.grid(leaf.answers)
    marks = {mark: leaf.answers[f"mark {mark or BLANK}"] for mark in {*grid.marks.values()} - {BEHIND} if answered}
    beside = reader.tables(leaf.answers).hidden_beside
    return as_read(reader.sheet, state.blocks, grid, state.nestings, marks, reader.kinds, beside)


def _asked(
    reader: Reader, questions: tuple[Question, ...], answers: dict[str, str], sentences: tuple[str, ...]
) -> Check:
    """A check that cannot go on."""
    state = reader.under({name: answer for name, answer in answers.items() if name in FIRST_ASKED})
    read = as_read(reader.sheet, state.blocks, state.grid, state.nestings, {}, reader.kinds)
    empty = pd.DataFrame(columns=list(FINDINGS)).astype({"low": "Int64", "high": "Int64"})
    nothing = ("Nothing was audited: the table is not read as far as that.",)
    lines = pd.DataFrame(columns=list(LINES))
    return Check(read, empty, lines, reader.sheet.leaks, questions, answers, (), nothing, sentences)
