"""Moving a slider as people do: a named range input, by key or by mouse."""

from playwright.sync_api import Locator, Page


def slider(page: Page, label: str) -> Locator:
    """The slider that a screen reader calls by this name."""
    return page.get_by_role("slider", name=label, exact=True)


def drag(control: Locator, fraction: float, steps: int = 4) -> None:
    """Take the thumb where it is, pull it to this fraction of the scale, and let go."""
    mouse, start, end = control.page.mouse, thumb(control), thumb(control, fraction)
    mouse.move(*start)
    mouse.down()
    mouse.move(*end, steps=steps)
    mouse.up()


def thumb(control: Locator, fraction: float | None = None) -> tuple[float, float]:
    """Where the middle of the thumb is, or would be at a fraction of the scale, in pixels of the page."""
    control.scroll_into_view_if_needed()
    box = control.bounding_box()
    assert box is not None, "the slider is not visible"
    now = "(input) => (input.value - input.min) / (input.max - input.min)"
    at = control.evaluate(now) if fraction is None else fraction
    size = control.evaluate("(input) => parseFloat(getComputedStyle(input).getPropertyValue('--ft-thumb')) || 16")
    return box["x"] + size / 2 + at * (box["width"] - size), box["y"] + box["height"] / 2
