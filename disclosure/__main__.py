"""A table of one's own: `python -m disclosure page`, or `python -m disclosure check FILE`."""

import argparse
import sys

from disclosure.own_table.page.opening import open_page


def main(arguments: list[str]) -> int:
    """Do what is asked for; return the exit code."""
    wishes = _parser().parse_args(arguments)
    try:
        open_page(_say, port=wishes.port)
    except ValueError as refusal:
        sys.exit(str(refusal))
    return 0


def _parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    parser = argparse.ArgumentParser(prog="python -m disclosure", description="What does a table give away?")
    doings = parser.add_subparsers(dest="doing", required=True)
    page = doings.add_parser("page", help="open a page on this machine: choose a file, no code needed")
    page.add_argument("--port", type=int, default=0, help="the number to listen to (any that is free)")
    return parser


def _say(text: str) -> None:
    """Tell somebody at the terminal something, whatever signs it has."""
    coding = sys.stdout.encoding or "utf-8"
    print(text.encode(coding, "replace").decode(coding), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
