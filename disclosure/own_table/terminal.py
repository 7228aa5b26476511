"""The same check in a terminal: it asks what must be asked, prints what was found, and ends in an exit code."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from tqdm import tqdm

from disclosure.own_table.check import Check, check_table
from disclosure.own_table.exit_codes import NOT_READ, NOTHING_FOUND, SOMETHING_FOUND
from disclosure.own_table.in_words import known_of, summary
from disclosure.own_table.insiders import Look
from disclosure.own_table.questions import Question
from disclosure.own_table.rules_file import rules_beside, rules_text
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.saying import in_a_sentence

ENDINGS: Final = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".ods", ".xls")
MOST_PRINTED: Final = 30
AT_ONCE: Final = 5
NO_TABLES: Final = "{folder} holds no tables: files whose names end in {endings}."
ANSWERS_GO: Final = "Answers go into {file}, one line each; an answer to the first question would be:\n{written}"
IN_WORDS: Final = {NOTHING_FOUND: "nothing found", SOMETHING_FOUND: "something found", NOT_READ: "not read so far"}

Say = Callable[[str], object]
Ask = Callable[[str], str]
"""Puts a line before somebody and returns what was typed."""


def check_in_terminal(
    table: Path,
    say: Say,
    ask: Ask | None = None,
    *,
    office: Path | None = None,
    earlier: Path | None = None,
    rules: Path | None = None,
    look: Look = "readers",
) -> tuple[Check | None, int]:
    """Check one file, ask what is open, and print what was found.

    Args:
        table: the file.
        say: prints a line.
        ask: asks somebody; None where nobody is there: then questions are printed, and the exit code is 2.
        office, earlier, rules, look: as in `check_table`.

    Returns:
        The check, None if the file could not be read, and the exit code.
    """
    try:
        check = check_table(table, office=office, earlier=earlier, rules=rules, look=look)
        while ask is not None and check.questions:
            given = answered(check.questions[:AT_ONCE], say, ask)
            given = {**check.answers, **given}
            keep(table, rules, given)
            check = check_table(table, answers=given, office=office, earlier=earlier, rules=rules, look=look)
    except UnreadableError as refusal:
        say(in_a_sentence(refusal))
        return None, NOT_READ
    for line in in_lines(check):
        say(line)
    if check.questions:
        first = check.questions[0]
        example = {first.name: next(iter(first.options))}
        _, written = rules_text(example).split("\n", 1)
        say(ANSWERS_GO.format(file=rules or rules_beside(table), written=written.rstrip()))
    return check, check.exit_code


def answered(questions: Sequence[Question], say: Say, ask: Ask) -> dict[str, str]:
    """Put some questions and return the answers; whoever types something else is asked again."""
    given: dict[str, str] = {}
    for question in questions:
        for line in question_lines(question):
            say(line)
        options = list(question.options)
        while question.name not in given:
            typed = ask("  Your answer: ").strip()
            if typed.isdecimal() and 1 <= int(typed) <= len(options):
                given[question.name] = options[int(typed) - 1]
            elif question.accepts(typed):
                given[question.name] = typed
            else:
                own = ", or a range of your own such as 1 to 6" if question.takes_range else ""
                say(f"  Type a number from 1 to {len(options)}{own}.")
    return given


def question_lines(question: Question) -> list[str]:
    """A question as it is printed: the sentence, its cells, the footnote, the answers with their numbers."""
    cells = ", ".join(question.addresses[:8]) + (" …" if len(question.addresses) > 8 else "")
    lines = ["", question.sentence + (f" (cells {cells})" if cells else "")]
    lines += [f"  The table says: {question.quote}"] if question.quote else []
    return lines + [f"  {k}  {name}: {means}" for k, (name, means) in enumerate(question.options.items(), 1)]


def keep(table: Path, rules: Path | None, answers: dict[str, str]) -> None:
    """Save answers beside the table, so that the next edition asks nothing."""
    (rules or rules_beside(table)).write_text(rules_text(answers), encoding="utf-8")


def in_lines(check: Check) -> list[str]:
    """What was found, line by line: how the table was read, the verdict, the worst cells, what was not checked."""
    lines = [f"Read: {check.as_read.in_words()}.", *check.sentences]
    lines += [leak.sentence for leak in check.leaks]
    lines.append(summary(check))
    for row in check.findings.head(MOST_PRINTED).to_dict("records"):
        where = row["address"] or "not printed"
        lines.append(f"  {where}  {row['labels']}: {known_of(row)} ({row['verdict']}). {row['why']}")
    if (more := len(check.findings) - MOST_PRINTED) > 0:
        lines.append(f"  and {more} more: --out FOLDER writes all of them.")
    lines += [line for question in check.questions for line in question_lines(question)]
    lines += [f"Checked against: {' '.join(check.checked_against)}"] if check.checked_against else []
    return [*lines, f"Not checked: {' '.join(check.not_checked)}"]


def check_folder(folder: Path, say: Say) -> int:
    """Check all tables of a folder, with a bar, and print one line for each.

    Returns:
        2 if one was not read or leaves a question, else 1 if something was found in one, else 0.
    """
    tables = sorted(file for file in folder.iterdir() if file.suffix.casefold() in ENDINGS)
    if not tables:
        say(NO_TABLES.format(folder=folder, endings=", ".join(ENDINGS)))
        return NOT_READ
    told = [(file.name, *_in_short(file)) for file in tqdm(tables, unit="table", leave=False)]
    for name, code, words in told:
        say(f"{code}  {name}: {words}")
    say(", ".join(f"{sum(code == each for _, code, _ in told)} {words}" for each, words in IN_WORDS.items()) + ".")
    return worst(code for _, code, _ in told)


def _in_short(file: Path) -> tuple[int, str]:
    """The exit code of one table, and its verdict in a line."""
    try:
        check = check_table(file)
    except UnreadableError as refusal:
        return NOT_READ, in_a_sentence(refusal)
    return check.exit_code, summary(check)


def worst(codes: Iterable[int]) -> int:
    """The exit code of several tables: not read is worse than found, for then nobody knows.

    Examples:
        >>> worst([0, 1, 0]), worst([1, 2]), worst([])
        (1, 2, 0)
    """
    return max(codes, default=NOTHING_FOUND)
