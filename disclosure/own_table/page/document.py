"""The page itself: one template, filled with the words of one language."""

import json
from typing import Any

from markupsafe import Markup

from disclosure.own_table.documents import filled, words
from disclosure.own_table.page.looks import KINDS, VERDICTS
from disclosure.own_table.page.requests import MOST_FILE
from disclosure.own_table.thresholds import THRESHOLDS
from disclosure.rules import THRESHOLDS_IN_USE


def page() -> str:
    """The page, with nothing in it yet."""
    script = {
        "say": words()["script"],
        "kinds": KINDS,
        "verdicts": VERDICTS,
        "most_file": MOST_FILE,
        "landmarks": {rule.k: rule.who for rule in THRESHOLDS_IN_USE},
    }
    return filled("page", "page", script=in_page(script), thresholds=THRESHOLDS)


def in_page(value: Any) -> Markup:
    """A value as JSON that may stand in a page's script element: nothing in it can end that element.

    Examples:
        >>> "</script>" in in_page({"a": "</script>"})
        False
    """
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))
