"""A table of one's own: `python -m disclosure check FILE`, or `python -m disclosure page`."""

import argparse
import sys
from pathlib import Path
from typing import Any

from disclosure.own_table.check import Check
from disclosure.own_table.exit_codes import NOT_READ
from disclosure.own_table.page.opening import open_page
from disclosure.own_table.repair_marks import rule_of
from disclosure.own_table.repairing import Proposal, propose
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.opening import content_of
from disclosure.own_table.taking_home import take_home
from disclosure.own_table.terminal import check_folder, check_in_terminal
from disclosure.own_table.wishes import Wishes
from disclosure.own_table.writing.folder import refuse_unwritable
from disclosure.saying import in_a_sentence, say
from disclosure.starting import command, start

FURTHER = ("office", "earlier", "rules")


def main(arguments: list[str]) -> int:
    """Do what is asked for; return the exit code: 0 nothing found, 1 something found, 2 not read, answers missing."""
    wishes = _parser().parse_args(arguments)
    try:
        if wishes.doing == "page":
            open_page(say, port=wishes.port)
            return 0
        return _check(wishes)
    except ValueError as refusal:
        print(refusal, file=sys.stderr)
        return NOT_READ


def _check(wishes: Any) -> int:
    """Check a file here or on the page, or all files of a folder."""
    files = {name: getattr(wishes, name) for name in FURTHER if getattr(wishes, name)}
    if wishes.file.is_dir():
        return check_folder(wishes.file, say)
    if not wishes.no_page and not wishes.out:
        every = {"table": wishes.file, **files}
        open_page(say, files={name: FileInMemory(file.name, content_of(file)) for name, file in every.items()})
        return 0
    if wishes.out:
        refuse_unwritable(wishes.out)
    there = sys.stdin.isatty() and sys.stdout.isatty()
    check, code = check_in_terminal(wishes.file, say, input if there else None, look=wishes.look, **files)
    if check is not None and wishes.out:
        proposal, asked = _proposal(check)
        for path in take_home(check, wishes.file, wishes.out, proposal=proposal, wishes=asked):
            say(f"Written: {path}")
    return code


def _proposal(check: Check) -> tuple[Proposal | None, Wishes | None]:
    """A repair by the table's own rule, where the office's counts are there; what cannot be had is said."""
    rule = rule_of(check)
    if check.counted is None or rule is None:
        return None, None
    wishes = Wishes(rule.threshold)
    try:
        found = propose(check, wishes)
    except ValueError as refusal:
        say(in_a_sentence(refusal))
        return None, wishes
    say(found.sentence)
    return found, wishes


def _parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    called = command()
    parser = argparse.ArgumentParser(prog=called or "python -m disclosure", description="What does a table give away?")
    doings = parser.add_subparsers(dest="doing", required=True)
    check = doings.add_parser(
        "check",
        prog=called,
        help="check a table on a page; with --no-page or --out here: exit code 0 nothing found, 1 something found, "
        "2 not read or an answer missing",
    )
    check.add_argument("file", type=Path, help="the table (CSV, XLSX, ODS, XLS), or a folder of tables")
    check.add_argument("--office", type=Path, help="the office's own file of the same shape, for a repair")
    check.add_argument("--earlier", type=Path, help="an earlier edition of the table")
    who = "who looks: whoever reads the table (readers), also somebody alone in a cell, also two of these who talk"
    check.add_argument("--look", choices=("readers", "alone", "two"), default="readers", help=who)
    check.add_argument("--rules", type=Path, help="the file with answers (by default the one beside the table)")
    taken = "the repaired table (with --office), the report, the findings, the answers"
    check.add_argument("--out", type=Path, help=f"a folder for what is taken home: {taken}")
    check.add_argument("--no-page", action="store_true", help="print what was found here, and open no page")
    page = doings.add_parser("page", prog=called, help="open a page on this machine: choose a file, no code needed")
    page.add_argument("--port", type=int, default=0, help="the number to listen to (any that is free)")
    return parser


if __name__ == "__main__":
    start(main)
