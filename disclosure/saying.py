"""Tell somebody at a terminal something, whatever signs the terminal has."""

import re
import sys
from typing import Final

SMALL_WORD: Final = re.compile(r"[a-z]+ ")
"""What begins a sentence that calls an argument by its name: a file's name has a point in it."""


def say(text: str) -> None:
    """Write a line, so that it is seen at once; signs that the terminal lacks become ``?``.

    Examples:
        >>> say("Written: report.html")
        Written: report.html
    """
    coding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(coding, "replace").decode(coding) + "\n")
    sys.stdout.flush()


def in_a_sentence(failure: Exception) -> str:
    """Say what failed, with a capital letter; what the system says of a file is put into a sentence.

    Examples:
        >>> in_a_sentence(OSError(13, "Permission denied", "dist/course"))
        'dist/course: Permission denied.'
        >>> in_a_sentence(ValueError("Name the term."))
        'Name the term.'
        >>> in_a_sentence(ValueError("threshold is 1: choose 2 or more.")), in_a_sentence(ValueError("t.csv is empty."))
        ('Threshold is 1: choose 2 or more.', 't.csv is empty.')
    """
    if not isinstance(failure, OSError) or failure.errno is None:
        text = str(failure)
        return text[:1].upper() + text[1:] if SMALL_WORD.match(text) else text
    return f"{failure.filename or 'What was to be shown or written'}: {failure.strerror}."
