"""Build copies of the lessons for those who teach: `python -m editions.copies slides --out dist/slides`."""

import argparse
from pathlib import Path

from data_gen.streams import seed_key
from disclosure.starting import start
from editions.copies.building import build_copies
from editions.copies.strings import KINDS
from editions.home import MADE
from editions.pages.__main__ import sentence
from editions.pages.building import PagesError


def main(arguments: list[str]) -> str:
    """Build copies as asked for; return where they are."""
    parser = argparse.ArgumentParser(description="Make copies of lessons for those who teach.")
    every = ", ".join(KINDS)
    parser.add_argument("kinds", nargs="+", choices=list(KINDS), metavar="KIND", help=f"one or more: {every}")
    parser.add_argument("--out", type=Path, help="the folder (dist/KIND); made anew")
    parser.add_argument("--seed", help="a nickname: the copies then show another world than everybody's")
    parser.add_argument("--lesson", metavar="NUMBERS", help='only these: "05", or "05 06"; what else is there stays')
    chosen = parser.parse_args(arguments)
    out: Path = chosen.out or MADE / chosen.kinds[0]
    try:
        if chosen.seed is not None:
            seed_key(chosen.seed)
        made = build_copies(list(dict.fromkeys(chosen.kinds)), out, chosen.seed, chosen.lesson)
    except (PagesError, OSError, ValueError) as failure:
        parser.exit(1, f"{sentence(failure)}\n")
    return f"{len(made)} files are in {out}."


if __name__ == "__main__":
    start(main)
