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
