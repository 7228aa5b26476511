"""Build the pages: `python -m editions.pages --out dist/pages`."""

import argparse
from pathlib import Path

from disclosure.starting import start
from editions.builds import ALONE, ROOM
from editions.home import MADE
from editions.pages.building import Edition, PagesError, build_pages


def main(arguments: list[str]) -> str:
    """Build the pages as asked for; return where they are."""
    parser = argparse.ArgumentParser(description="Make every lesson a page that needs nothing but a browser.")
    parser.add_argument("--out", type=Path, default=MADE / "pages", help="the folder (dist/pages); made anew")
    parser.add_argument("--seed", help="a nickname: the pages then show another world than everybody's")
    parser.add_argument("--contact", default="", help="an e-mail or web address, shown where something is wrong")
    parser.add_argument("--room", action="store_true", help="pages that send guesses to the laptop that serves them")
    chosen = parser.parse_args(arguments)
    try:
        pages = build_pages(chosen.out, Edition(chosen.seed, chosen.contact, ROOM if chosen.room else ALONE))
    except (PagesError, OSError) as failure:
        parser.exit(1, f"{sentence(failure)}\n")
    return f"{len(pages)} pages are in {chosen.out}. Begin with {chosen.out / 'index.html'}."


def sentence(failure: Exception) -> str:
    """Say what is in the way; what the system says of a file is put into a sentence.

    Examples:
        >>> sentence(OSError(5, "Input/output error", "dist/pages"))
        'dist/pages: Input/output error. Nothing was written.'
    """
    if isinstance(failure, OSError) and failure.errno is not None:
        return f"{failure.filename or 'The folder'}: {failure.strerror}. Nothing was written."
    return str(failure)


if __name__ == "__main__":
    start(main)
