"""Weekly tests have the browser of the others."""

from tests.browser.conftest import browser, open_page

__all__ = ["browser", "open_page"]
