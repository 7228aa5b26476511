"""One call for one's own table: read it, ask what must be asked, audit it, and say what was not checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pandas as pd

from disclosure.own_table.layout.as_read import AsRead
from disclosure.own_table.questions import Question
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.sheet import Leak
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables

FINDINGS: Final = (
    "address",
    "labels",
    "printed",
    "role",
    "low",
    "high",
    "verdict",
    "why",
    "given_away_by",
    "to_whom",
)
"""The columns of the findings, see `Check`."""

NOTHING_FOUND, SOMETHING_FOUND, NOT_READ = 0, 1, 2
"""Exit codes."""


@dataclass(frozen=True)
class Check:
    """What was found in a table, and what was not looked at.

    Args:
        as_read: the table as it was read.
        findings: one row per cell that is hidden, rounded, printed although small or not covered, and per group of
            which all or none share a fact; the worst first. Columns: ``address`` (``"B7"``; with ``"Sheet!"`` before
            it where the file has several), ``labels`` (one text), ``printed`` (as it stands there), ``role`` (of
            `disclosure.audit.audit`, or "everybody in it", "nobody in it", or "sum of hidden cells"), ``low`` and
            ``high`` (Int64; ``high`` missing where there is no limit), ``verdict`` (exact, narrowed, open, not found,
            or "depends on the answer"), ``why``, ``given_away_by`` (addresses, separated by spaces), ``to_whom``.
        lines: one row per line with two or more hidden cells: ``line``, ``along``, ``hidden``, ``low``, ``high``,
            ``sentence``, ``addresses`` (of the hidden cells, separated by spaces).
        leaks: what the file gives away before any arithmetic.
        questions: what is still open and changes a verdict, the most cells first.
        answers: the answers that were used.
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
    table: "str | Path | FileInMemory | pd.DataFrame",
    *,
    answers: Mapping[str, str] | None = None,
    office: "str | Path | FileInMemory | None" = None,
    earlier: "str | Path | FileInMemory | None" = None,
    rules: "str | Path | FileInMemory | None" = None,
    sheet: str | None = None,
    kinds: Mapping[str, str] | None = None,
) -> Check:
    """Check a table that is published, or is about to be.

    Args:
        table: a file (CSV, XLSX, ODS, XLS), by its path or in memory, or a frame as it would be printed.
        answers: answers to questions, by their names.
        office: the office's own file of the same shape, with the true counts; only a repair needs it.
        earlier: an earlier edition.
        rules: the file with answers; by default the one beside the table, if it is there.
        sheet: the name of the sheet, where there are several.
        kinds: corrections: what cells are, by their addresses.

    Raises:
        UnreadableError: the file is no table that can be read; one sentence says why and what to do.
    """
    raise NotImplementedError
