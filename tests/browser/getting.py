"""Find a Chromium for the tests, or get one: `python -m tests.browser.getting` prints where it is.

What is on this machine comes first; then Debian's package, where whoever asks may install it; then the browser that
Playwright offers, which goes into that person's own folder.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence

from playwright.sync_api import sync_playwright

from tests.browser.chromium import chromium_path

NONE = (
    "The tests open the lessons in Chromium: none was found, and none could be fetched. "
    "On Debian or Ubuntu: sudo apt install chromium. Elsewhere: make test CHROMIUM=/path/to/chromium"
)
Run = Callable[[Sequence[str]], bool]


def on_this_machine() -> str | None:
    """The browser named by CHROMIUM, one on the path, or one that Playwright has fetched before."""
    try:
        return chromium_path()
    except FileNotFoundError:
        if os.environ.get("CHROMIUM"):
            return None
    with sync_playwright() as playwright:
        return shutil.which(playwright.chromium.executable_path)


def ways() -> Iterator[tuple[str, list[list[str]]]]:
    """How one can be had here, the dearest last: what is said, and the commands."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        install = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "chromium"]
        yield "Installing Debian's package chromium.", [["apt-get", "update", "-qq"], install]
    fetch = [sys.executable, "-m", "playwright", "install", "chromium"]
    yield "Fetching the Chromium that Playwright offers.", [fetch]


def get_chromium(run: Run, say: Callable[[str], object]) -> str | None:
    """Where a Chromium is, after getting one if need be.

    Args:
        run: runs a command, and tells whether it went well.
        say: is told what is being done.

    Returns:
        The path; None if CHROMIUM names none, or if there is none and none can be had.
    """
    if (found := on_this_machine()) or os.environ.get("CHROMIUM"):
        return found
    for words, commands in ways():
        say(words)
        if all(map(run, commands)) and (found := on_this_machine()):
            return found
    return None


def _run(command: Sequence[str]) -> bool:
    """Run a command; what it says goes where complaints go, for the path alone is the answer."""
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def main() -> str | None:
    """Print where the browser is; return a sentence if there is none."""
    found = get_chromium(_run, lambda words: sys.stderr.write(f"{words}\n"))
    if found is None:
        return NONE
    sys.stdout.write(f"{found}\n")
    return None


if __name__ == "__main__":
    sys.exit(main())
