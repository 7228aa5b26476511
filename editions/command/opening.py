"""Open the first lesson in JupyterLab, in a copy that belongs to whoever opens it, or in the clone itself."""

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Final

from editions.command.lessons_folder import EDITION, KIT, own_copy
from editions.home import CLONE, HOME

FOLDER: Final = Path(KIT)
COPIED: Final = "The lessons are in {place}. Your answers will stay there, too."
OPENED: Final = "JupyterLab ends with Ctrl + C, twice."
BESIDE: Final = "{folder} holds another edition ({edition}), and stays as it is; this one lies beside it."


def main(arguments: list[str]) -> int | str:
    """Copy the lessons where they are not, and open them; return what to tell the shell."""
    parser = argparse.ArgumentParser(description="Copy the lessons into a folder, and open the first one.")
    parser.add_argument("--folder", type=Path, default=FOLDER, help=f"where your copy lies (./{FOLDER})")
    parser.add_argument("--in-place", action="store_true", help="copy nothing if this is a clone: open its own lessons")
    parser.add_argument("--copy-only", action="store_true", help="copy the lessons, and open nothing")
    parser.add_argument("--no-browser", action="store_true", help="print the address in place of opening it")
    parser.add_argument("--port", type=int, help="the number to listen to (any that is free)")
    wishes = parser.parse_args(arguments)
    if wishes.in_place and HOME == CLONE:
        return _jupyterlab(CLONE, wishes.port, browser=not wishes.no_browser)
    try:
        place = own_copy(wishes.folder)
    except OSError as failure:
        parser.exit(1, f"{failure}\n")
    if place != wishes.folder:
        edition = (wishes.folder / EDITION).read_text(encoding="utf-8").split()[0]
        sys.stderr.write(BESIDE.format(folder=wishes.folder, edition=edition) + "\n")
    told = COPIED.format(place=place.absolute())
    if wishes.copy_only:
        return told
    sys.stderr.write(f"{told} {OPENED}\n")
    return _jupyterlab(place, wishes.port, browser=not wishes.no_browser)


def _jupyterlab(place: Path, port: int | None, *, browser: bool) -> int:
    """Run JupyterLab on the copy, until it is closed."""
    command = [sys.executable, "-m", "jupyterlab", f"--config={place.absolute() / 'lab_config.py'}"]
    command += [f"--port={port}"] * (port is not None) + ["--no-browser"] * (not browser)
    with subprocess.Popen(command) as lab:
        while True:
            try:
                return lab.wait()
            except KeyboardInterrupt:  # JupyterLab was told the same, and asks whether it is meant
                continue
