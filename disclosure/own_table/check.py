"""One call for one's own table: read it, ask what must be asked, audit it, and say what was not checked."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import pandas as pd

from disclosure.own_table.answering import Explored, Leaf, differing, explore
from disclosure.own_table.findings import COLUMNS, DEPENDS, findings_of, groups_of, lines_of, together
from disclosure.own_table.layout.as_read import AsRead
from disclosure.own_table.layout.kinds import as_read
from disclosure.own_table.office import counts_of_office, own_counts
from disclosure.own_table.questions import Question
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.rules_file import read_rules, rules_of
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.opening import read_sheets, sheet_of_frame, sheets_in
from disclosure.own_table.sheets.sheet import Leak, Sheet
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.what_was_checked import checked_against, not_checked
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables

NOTHING_FOUND, SOMETHING_FOUND, NOT_READ = 0, 1, 2
"""Exit codes."""

CANNOT_BE: Final = "No whole numbers fit what is printed under the answers given: {why}"
ONLY: Final = "Only one answer to {name!r} fits what is printed: {answer!r}."
UNKNOWN_SHEET: Final = "{file} has no sheet {sheet!r}; it has: {sheets}."
NO_ANSWER: Final = "{answer!r} is no answer to {name!r}: choose one of {options}."
LINES: Final = ("line", "along", "hidden", "low", "high", "sentence", "addresses")


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
        release: what was audited; None while the table could not be read so far.
        addresses: the address of each cell of the release, by its labels.
        counted: the same cells as in ``release``, in the same order, with the true counts and nothing hidden: from the
            office's file, or where the table itself hides nothing. None else: then nothing can be repaired, nor another
            threshold tried.
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


def check_table(
    table: str | Path | FileInMemory | pd.DataFrame,
    *,
    answers: Mapping[str, str] | None = None,
    office: str | Path | FileInMemory | None = None,
    rules: str | Path | FileInMemory | None = None,
    sheet: str | None = None,
    kinds: Mapping[str, str] | None = None,
    groups: bool = True,
) -> Check:
    """Check a table that is published, or is about to be.

    Args:
        table: a file (CSV, XLSX, ODS, XLS), or a frame as it would be printed.
        answers: answers to questions, by their names.
        office: the office's own file of the same table, with the true counts; only a repair needs it.
        rules: the file with answers; by default the one beside the table, if it is there.
        sheet: the name of the sheet, where there are several.
        kinds: corrections: what cells are, by their addresses; that of a heading or of a line's label is about all of
            its column or line.
        groups: also look for groups of which all or none share a fact.

    Raises:
        UnreadableError: the file is no table that can be read; one sentence says why and what to do.

    Examples:
        >>> frame = pd.DataFrame({"district": ["Ashfield", "Dunmere", "All"], "n": ["12", "<5", "15"]})
        >>> check = check_table(frame)
        >>> check.findings[["address", "low", "high", "verdict"]].to_numpy().tolist()
        [['B3', 3, 3, 'exact']]
    """
    kept = read_rules(rules) if rules else rules_of(table)
    given = {"answers": {**kept["answers"], **(answers or {})}, "kinds": {**kept["kinds"], **(kinds or {})}}
    found = check_sheets(_sheets(table), sheet=sheet, groups=groups, **given)
    if office is None:
        return replace(found, counted=own_counts(found.release))
    true = check_sheets(_sheets(office), sheet=sheet, groups=False, answers=given["answers"])
    why = " ".join(true.sentences)
    return replace(found, counted=counts_of_office(found.release, found.addresses, true.release, why))


def _sheets(table: str | Path | FileInMemory | pd.DataFrame) -> tuple[Sheet, ...]:
    """The sheets of whatever was given."""
    if isinstance(table, pd.DataFrame):
        return (sheet_of_frame(table),)
    if isinstance(table, FileInMemory):
        return sheets_in(table.content, table.name)
    return read_sheets(Path(table))


def check_sheets(
    sheets: tuple[Sheet, ...],
    *,
    answers: Mapping[str, str] | None = None,
    sheet: str | None = None,
    kinds: Mapping[str, str] | None = None,
    groups: bool = True,
) -> Check:
    """Check a table whose file was read already; see `check_table`."""
    chosen, question = _chosen(sheets, sheet or (answers or {}).get("sheet"))
    reader = Reader(chosen, kinds or {})
    if question:
        return _asked(reader, (question,), dict(answers or {}), (question.sentence,))
    return _checked(reader, dict(answers or {}), groups=groups)


def _chosen(sheets: tuple[Sheet, ...], name: str | None) -> tuple[Sheet, Question | None]:
    """The sheet that is meant; or the question, where several hold tables."""
    if name is not None:
        if found := [sheet for sheet in sheets if sheet.name == name]:
            return found[0], None
        names = ", ".join(sheet.name for sheet in sheets)
        raise UnreadableError(UNKNOWN_SHEET.format(file=sheets[0].file, sheet=name, sheets=names))
    with_tables = []
    for sheet in sheets:
        try:
            Reader(sheet, {}).under({})
        except UnreadableError as error:
            refusal = error
        else:
            with_tables.append(sheet)
    if not with_tables:
        raise refusal
    if len(with_tables) == 1:
        return with_tables[0], None
    options = {sheet.name: f"the table on sheet {sheet.name!r}" for sheet in with_tables}
    return with_tables[0], Question("sheet", f"I see tables on {len(options)} sheets: which one?", options, always=True)


def _checked(reader: Reader, answers: dict[str, str], *, groups: bool) -> Check:
    """Ask, audit and tell."""
    first = reader.under(answers)
    for question in first.questions:
        if question.name in ("table", "decimal sign"):
            return _asked(reader, (question,), answers, (question.sentence,))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # labels that look alike are told apart by their addresses
        explored = explore(answers, lambda a: reader.under(a).questions, reader.verdicts, reader.cells)
        _refuse_unknown_answers(reader, answers)
        if not explored.leaves:
            why = explored.refused[0].refusal if explored.refused else ""
            return _asked(reader, (), answers, (CANNOT_BE.format(why=why),))
        return _told(reader, explored, answers, groups=groups)


def _refuse_unknown_answers(reader: Reader, answers: Mapping[str, str]) -> None:
    """Say which answer is none of those that can be given."""
    for name, question in reader.questions_seen.items():
        if name in answers and not question.accepts(answers[name]):
            options = ", ".join(map(repr, question.options))
            raise UnreadableError(NO_ANSWER.format(answer=answers[name], name=name, options=options))


def _told(reader: Reader, explored: Explored, answers: dict[str, str], *, groups: bool) -> Check:
    """The findings under the answers given, and what holds under all that are missing."""
    forced, mattering = explored.forced(), explored.mattering()
    questions = tuple(question for question in mattering if question.name not in forced)
    leaf = _widest(explored.leaves)
    tables, grid = reader.tables(leaf.answers), reader.under(leaf.answers).grid
    assert grid is not None
    texts = {cell.address: cell.text for cell in reader.sheet}
    cells = findings_of(tables, grid, texts)
    cells = _under_all(cells, explored.leaves)
    frames = [cells, groups_of(tables, grid, texts)] if groups else [cells]
    found = together(frames)
    nothing = {mark.removeprefix("mark "): means for mark, means in leaf.answers.items() if mark[:5] == "mark "}
    state = reader.under(leaf.answers)
    read = as_read(reader.sheet, state.blocks, grid, state.nestings, nothing if not questions else {}, reader.kinds)
    sentences = tuple(ONLY.format(name=name, answer=answer) for name, answer in forced.items())
    given = {**answers, **forced}
    return Check(
        read,
        found,
        lines_of(tables, grid),
        reader.sheet.leaks,
        questions,
        given,
        checked_against(groups=groups),
        not_checked(reader.sheet, grid, tables, tuple(question.name for question in questions)),
        sentences,
        _exit_code(found, reader.sheet.leaks, questions),
        tables.release,
        tables.addresses,
    )


def _widest(leaves: list[Leaf]) -> Leaf:
    """The answers under which the fewest cells are exact: their reasons claim the least."""
    return min(leaves, key=lambda leaf: sum(count is not None for _, count in (leaf.verdicts or {}).values()))


def _under_all(cells: pd.DataFrame, leaves: list[Leaf]) -> pd.DataFrame:
    """Findings as they hold under all answers: a verdict that depends on one says so."""
    unsure = differing(leaves)
    depends = cells["address"].isin(unsure)
    told = {
        address: sorted({_in_short(leaf, address) for leaf in leaves if address in (leaf.verdicts or {})})
        for address in cells.loc[depends, "address"]
    }
    why = [f"Depends on the answers: {', or '.join(told[address])}." for address in cells.loc[depends, "address"]]
    cells = cells.assign(verdict=cells["verdict"].mask(depends, DEPENDS))
    cells.loc[depends, "why"] = why
    cells.loc[depends, "given_away_by"] = ""
    return cells


def _in_short(leaf: Leaf, address: str) -> str:
    """A verdict in two words."""
    verdict, count = (leaf.verdicts or {})[address]
    return verdict if count is None else f"{verdict} ({count})"


def _asked(
    reader: Reader, questions: tuple[Question, ...], answers: dict[str, str], sentences: tuple[str, ...]
) -> Check:
    """A check that cannot go on."""
    state = reader.under({name: answer for name, answer in answers.items() if name in ("table", "decimal sign")})
    read = as_read(reader.sheet, state.blocks, state.grid, state.nestings, {}, reader.kinds)
    empty = pd.DataFrame(columns=list(COLUMNS)).astype({"low": "Int64", "high": "Int64"})
    nothing = ("Nothing was audited: the table is not read as far as that.",)
    lines = pd.DataFrame(columns=list(LINES))
    return Check(read, empty, lines, reader.sheet.leaks, questions, answers, (), nothing, sentences)


def _exit_code(findings: pd.DataFrame, leaks: tuple[Leak, ...], questions: tuple[Question, ...]) -> int:
    """0, 1 or 2; a figure that is only narrowed is something found as well."""
    if questions:
        return NOT_READ
    return (
        SOMETHING_FOUND
        if leaks or findings["verdict"].isin(["exact", "narrowed", "not found"]).any()
        else NOTHING_FOUND
    )
