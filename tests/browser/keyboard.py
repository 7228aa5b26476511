"""Somebody who goes through a page with the Tab key."""

from typing import Any

STRIDE = 10
"""Presses between two looks at what is left."""


def tab_through(page: Any, not_reached: str, most: int) -> list[str]:
    """Press Tab until every control has had the focus; the controls that never had it.

    Args:
        page: where; whatever gets the focus is marked there.
        not_reached: a function in JavaScript that names the controls without that mark.
        most: presses after which whatever is left is out of reach.
    """
    left: list[str] = page.evaluate(not_reached)
    for _ in range(0, most, STRIDE):
        if not left:
            break
        for _ in range(STRIDE):
            page.keyboard.press("Tab")
        left = page.evaluate(not_reached)
    return left
