"""One browser and one JupyterLab for all browser tests (of a worker); every test gets a fresh page."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import opened_browser
from tests.browser.example import write_example
from tests.browser.lab_server import LabServer, started_lab
from tests.browser.notebook import Notebook
from tests.browser.watch import Watch

MILLISECONDS = 90_000  # until a test gives up on a condition


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with opened_browser() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabServer]:
    home: Path = tmp_path_factory.mktemp("lab")
    with started_lab(home) as server:
        yield server


@contextmanager
def watched_page(browser: Browser, expected: tuple[str, ...] = (), **options: Any) -> Iterator[Notebook]:
    """A fresh page and what listens to it; its kernel, if it has one, is shut down at the end."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(MILLISECONDS)
    watch = Watch(context, expected)
    notebook = Notebook(context.new_page(), watch)
    yield notebook
    notebook.shut_down()
    context.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Notebook]]:
    """open_page(expected=(), **context_options): a fresh page, closed after the test."""
    with ExitStack() as stack:
        yield lambda *args, **options: stack.enter_context(watched_page(browser, *args, **options))


@pytest.fixture
def run_notebook(
    lab: LabServer, open_page: Callable[..., Notebook], record_property: Callable[[str, object], None]
) -> Callable[..., Notebook]:
    """run_notebook("notebooks/01_singling_out.ipynb"): opened, run and checked in JupyterLab; once more if too slow."""

    def run(path: str, **options: Any) -> Notebook:
        notebook = open_page(**options)
        try:
            notebook.run(lab, path)
        except AssertionError:
            if not notebook.watch.was_too_slow():
                raise
            notebook.shut_down()
            notebook = open_page(**options)
            notebook.run(lab, path)
        record_property("seconds", notebook.seconds)
        return notebook

    return run


@pytest.fixture(scope="module")
def example(lab: LabServer, browser: Browser) -> Iterator[Notebook]:
    """The example notebook, run once for all tests of a module."""
    with watched_page(browser) as notebook:
        notebook.run(lab, write_example(lab.folder))
        yield notebook
