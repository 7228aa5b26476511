"""Pack the lessons for a learning platform: `python -m editions.scorm --out dist/scorm`."""

import argparse
from pathlib import Path

from disclosure.starting import start
from editions.builds import Build
from editions.home import MADE
from editions.pages.__main__ import sentence
from editions.pages.building import Edition, PagesError
from editions.scorm.lessons import build_packages


def main(arguments: list[str]) -> str:
    """Pack as asked for; return where the packages are."""
    parser = argparse.ArgumentParser(description="Make each lesson a package for a learning platform (SCORM 1.2).")
    parser.add_argument("--out", type=Path, default=MADE / "scorm", help="the folder (dist/scorm); made anew")
    parser.add_argument("--seed", help="a nickname: the lessons then show another world than everybody's")
    parser.add_argument("--contact", default="", help="an e-mail or web address, shown where something is wrong")
    parser.add_argument("--score", action="store_true", help="tell the platform the score (off)")
    parser.add_argument("--interactions", action="store_true", help="tell the platform each first answer (off)")
    chosen = parser.parse_args(arguments)
    build = Build("platform", chosen.score, chosen.interactions)
    try:
        packages = build_packages(chosen.out, Edition(chosen.seed, chosen.contact, build))
    except (PagesError, OSError) as failure:
        parser.exit(1, f"{sentence(failure)}\n")
    return f"{len(packages)} packages are in {chosen.out}, one for each lesson."


if __name__ == "__main__":
    start(main)
