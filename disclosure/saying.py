"""Tell somebody at a terminal something, whatever signs the terminal has."""

import sys


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
    """Say what failed; what the system says of a file is put into a sentence.

    Examples:
        >>> in_a_sentence(OSError(13, "Permission denied", "dist/course"))
        'dist/course: Permission denied.'
        >>> in_a_sentence(ValueError("Name the term."))
        'Name the term.'
    """
    if not isinstance(failure, OSError) or failure.errno is None:
        return str(failure)
    return f"{failure.filename or 'What was to be shown or written'}: {failure.strerror}."
