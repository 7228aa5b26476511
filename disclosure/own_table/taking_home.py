"""The files that an office takes home: the repaired table, the report, the findings, the answers."""

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

import pandas as pd

from disclosure.own_table.alternatives import other_ways
from disclosure.own_table.check import Check
from disclosure.own_table.repairing import Proposal
from disclosure.own_table.report import report
from disclosure.own_table.rules_file import rules_beside, rules_text
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.opening import content_of
from disclosure.own_table.wishes import Wishes
from disclosure.own_table.writing.folder import put_into
from disclosure.own_table.writing.formulas import neutralised
from disclosure.own_table.writing.same_shape import same_shape

REPORT: Final = "report.html"
FINDINGS: Final = "findings.csv"
CHANGED: Final = "{file} was changed after it was checked: check it again."


def files_of(
    check: Check,
    content: bytes,
    *,
    day: date | None = None,
    proposal: Proposal | None = None,
    wishes: Wishes | None = None,
    decided: str = "",
) -> list[FileInMemory]:
    """Make all files of a check.

    Args:
        check: of the table.
        content: the bytes of the table's file; empty where there is none.
        day: the day of the check; by default today.
        proposal: a repair; without one there is no repaired table.
        wishes: what was asked for.
        decided: who decides.
    """
    ways = other_ways(check, wishes) if wishes else []
    text = report(check, day=day or date.today(), proposal=proposal, ways=ways, decided=decided)
    files = [FileInMemory(REPORT, text.encode()), FileInMemory(FINDINGS, findings_file(check.findings))]
    answers = dict(check.answers)
    if proposal is not None and proposal.footnote:
        answers[f"mark {proposal.mark}"] = "covers"
    if answers or check.as_read.corrections:
        files.append(FileInMemory(rules_name(check), rules_text(answers, check.as_read.corrections).encode()))
    if proposal is not None:
        files.insert(0, same_shape(check.as_read.sheet, content, proposal.changes))
    return files


def take_home(
    check: Check,
    table: str | Path | FileInMemory | pd.DataFrame,
    folder: str | Path,
    *,
    proposal: Proposal | None = None,
    wishes: Wishes | None = None,
    decided: str = "",
) -> list[Path]:
    """Write all files of a check into a folder, all of them or none.

    Args:
        check: of the table.
        table: what was checked; its shape is kept.
        folder: where the files go; made if it is not there.
        proposal, wishes, decided: as in `files_of`.

    Raises:
        ValueError: nothing can be written there, or the file was changed meanwhile.
    """
    content = b"" if isinstance(table, pd.DataFrame) else content_of(table)
    if check.as_read.sheet.checksum not in ("", sha256(content).hexdigest()):
        raise ValueError(CHANGED.format(file=check.as_read.sheet.file))
    return put_into(Path(folder), files_of(check, content, proposal=proposal, wishes=wishes, decided=decided))


def rules_name(check: Check) -> str:
    """The name under which the answers are found again beside the table."""
    sheet = check.as_read.sheet
    return rules_beside(Path(sheet.file or sheet.name)).name


def findings_file(findings: pd.DataFrame) -> bytes:
    """The findings as a CSV that spreadsheets open rightly (UTF-8 with a BOM) and run nothing of.

    Examples:
        >>> findings_file(pd.DataFrame({"labels": ["=cmd()"], "low": [3]})).decode("utf-8-sig")
        "labels,low\\n'=cmd(),3\\n"
    """
    texts = findings.map(lambda value: neutralised(value) if isinstance(value, str) else value)
    return texts.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
