"""The small audit of a page beside the audit in Python, at many random tables; a few of them in `make test`."""

import pytest

from tests.browser.chromium import opened_browser
from tests.browser.test_small_audit import compare

MANY = 10_000
KINDS = {"exact", "narrowed", "open", "contradiction", "none hidden"}


@pytest.mark.weekly
def test_at_many_random_small_tables_the_page_says_what_python_says():
    with opened_browser() as browser:
        seen = compare(browser.new_page(), MANY, seed=1953)
    assert set(seen) == KINDS and min(seen.values()) > MANY // 50
