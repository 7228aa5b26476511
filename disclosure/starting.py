"""Start a command, and end it in a sentence whatever is in its way: a reader who leaves, a full disk, Ctrl + C."""

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final, NoReturn

from disclosure.saying import in_a_sentence, say

STOPPED: Final = "Stopped. What was not finished is not there."
NOT_WRITTEN: Final = 74
"""The exit code where the output had no place (EX_IOERR of sysexits.h)."""

INTERRUPTED: Final = 130
READER_LEFT: Final = 141
"""The exit codes that a shell gives whoever is ended by SIGINT, and by SIGPIPE."""


def start(main: Callable[[list[str]], Any]) -> NoReturn:
    """Do what the command line says, then leave Python.

    Args:
        main: takes the words of the command line; returns a sentence that is shown, or an exit code.

    Raises:
        SystemExit: always. Its code is that of `main`, else one of the three above.
    """
    _prepare_output()
    sys.exit(_outcome(main))


def command() -> str | None:
    """The command by which this program was called, for its help, such as ``fifty-three table``; None: by a module."""
    name = Path(sys.argv[0]).name
    return name if " " in name else None


def _outcome(main: Callable[[list[str]], Any]) -> int:
    """The exit code, once all that is shown has arrived, or cannot."""
    try:
        try:
            outcome = main(sys.argv[1:])
            if isinstance(outcome, str):
                say(outcome.rstrip())
            return outcome if isinstance(outcome, int) else 0
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _show_no_more()
        return READER_LEFT
    except KeyboardInterrupt:
        sys.stderr.write(f"\n{STOPPED}\n")
        return INTERRUPTED
    except OSError as failure:
        _show_no_more()
        sys.stderr.write(f"{in_a_sentence(failure)}\n")
        return NOT_WRITTEN


def _prepare_output() -> None:
    """Give a closed output a place to go to, and let signs that a terminal lacks become ``?``."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open until Python ends
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace" if name == "stdout" else "backslashreplace")


def _show_no_more() -> None:
    """Let what is still kept for the output go nowhere, or Python fails at its end once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
