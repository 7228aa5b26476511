"""The browser of these tests: the machine's own Chromium, cut off from every host but this one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
NOT_FOUND = (
    "These tests open the lessons in Chromium and found none. On Debian: sudo apt install chromium "
    "(or name one: CHROMIUM=/path/to/chromium make test)"
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def chromium_path() -> str:
    """The browser named by CHROMIUM, else the first one on the path.

    Raises:
        FileNotFoundError: there is none; the message says how to install one.
    """
    candidates = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    found = next(filter(None, map(shutil.which, candidates)), None)
    if found is None:
        raise FileNotFoundError(NOT_FOUND)
    return found


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """A headless browser, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        yield browser
        browser.close()
