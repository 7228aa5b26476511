"""Check what a class has handed in, and show what it found hard: `python -m editions.results FOLDER`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from disclosure.starting import start
from editions.home import HOME, MADE
from editions.pages.index import lesson_rows
from editions.pages.language import ENGLISH, languages
from editions.results import strings
from editions.results.counting import THRESHOLD
from editions.results.hand_ins import Damaged, FolderError, HandIn, read_folder
from editions.results.notes import notes_of
from editions.results.picture import as_table, picture, results_of
from editions.results.rechecking import recheck
from editions.results.running_code import NoGradingError, check_function


def main(arguments: list[str]) -> str:
    """Check a folder as asked for; return where the results are."""
    parser = argparse.ArgumentParser(description="Check what a class has handed in, and show what it found hard.")
    parser.add_argument("folder", type=Path, help="with the files that hand_in() has made, also in folders below it")
    parser.add_argument("--out", type=Path, default=MADE / "results", help="where the results go (dist/results)")
    parser.add_argument("--threshold", type=int, default=THRESHOLD, help=f"the smallest count shown ({THRESHOLD})")
    parser.add_argument("--run-code", action="store_true", help="also run the functions that learners wrote")
    chosen = parser.parse_args(arguments)
    if chosen.threshold < 2:
        parser.error(f"--threshold {chosen.threshold}: choose 2 or more, or nothing is hidden.")
    try:
        read = list(read_folder(chosen.folder))
        return write_results(read, chosen.out, chosen.threshold, run_code=chosen.run_code)
    except (FolderError, NoGradingError) as failure:
        parser.exit(1, f"{failure}\n")
    except OSError as failure:
        parser.exit(1, f"{failure.filename or chosen.out}: {failure.strerror}. Name another folder with --out.\n")


def write_results(read: Sequence[HandIn | Damaged], out: Path, threshold: int, *, run_code: bool) -> str:
    """Check hand-ins, and write what came of them into a folder; return a sentence.

    Args:
        read: what was found in the folder.
        out: where the results go.
        threshold: the smallest count that is shown.
        run_code: whether functions that learners wrote are run.
    """
    hand_ins = [each for each in read if isinstance(each, HandIn)]
    damaged = [each for each in read if isinstance(each, Damaged)]
    checked = recheck(hand_ins, check_function() if run_code else None)
    results = results_of(checked, threshold)
    rows = lesson_rows(sorted((HOME / "notebooks").glob("[0-9][0-9]_*.ipynb")), languages()[ENGLISH])
    titles = {row.name.split("_", 1)[1]: row.title for row in rows}
    out.mkdir(parents=True, exist_ok=True)
    page, table, notes = (out / name for name in ("class.html", "class.csv", "for-the-teacher.md"))
    page.write_text(picture(results, threshold, titles), encoding="utf-8")
    as_table(results).to_csv(table, index=False)
    notes.write_text(notes_of(hand_ins, damaged, checked), encoding="utf-8")
    told = ""
    if damaged:
        first, more = damaged[0], ", ..." * (len(damaged) > 1)
        told = strings.DAMAGED.format(count=len(damaged), first=f"{first.file}: {first.reason}", more=more)
    return strings.DONE.format(read=len(hand_ins), damaged=told, page=page, table=table, notes=notes)


if __name__ == "__main__":
    start(main)
