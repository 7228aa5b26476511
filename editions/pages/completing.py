"""What an explorer would ask a kernel when it is first wanted, worked out beforehand: a page has nobody to ask."""

from itertools import product
from typing import Any

from teaching.widgets.explorer import Explorer, key_of


def completed(explorer: Explorer) -> dict[str, Any]:
    """Return an explorer's figure with all tables filled, for a page without a kernel.

    Args:
        explorer: as a lesson makes it. A button that searches for long is left out: what it finds hangs on a clock.

    Examples:
        >>> import altair as alt
        >>> from teaching.widgets.controls import Slider
        >>> from teaching.widgets.explorer import Lookup
        >>> asked = Lookup(("k",), asked=lambda k: f"{k} people")
        >>> slider = Slider("k", "At least", minimum=1, maximum=2)
        >>> chart, says = alt.Chart().mark_point(), {"setting": {"lookup": "said"}}
        >>> explorer = Explorer([[slider]], chart, says, lookups={"said": asked})
        >>> completed(explorer)["lookups"]["said"]["table"]
        {'[1]': '1 people', '[2]': '2 people'}
    """
    figure = dict(explorer.figure)
    offered = {control["name"]: _values(control) for control in figure["controls"]}
    if cells := figure.get("cells"):
        offered[cells["name"]] = list(range(len(cells["values"])))
    figure["lookups"] = {name: dict(table) for name, table in figure["lookups"].items()}
    for name, lookup in explorer.lookups.items():
        if lookup.asked is not None:
            table = dict(figure["lookups"][name]["table"])
            for values in product(*(offered[control] for control in lookup.by)):
                if key_of(values) not in table and (found := lookup.asked(*values)) not in ("", None):
                    table[key_of(values)] = found
            figure["lookups"][name] |= {"table": table, "asks": False}
    figure.pop("search", None)
    return figure


def _values(control: dict[str, Any]) -> list[Any]:
    """All values that a control can have."""
    if control["kind"] == "choice":
        return [value for value, _ in control["options"]]
    steps = round((control["maximum"] - control["minimum"]) / control["step"])
    return [control["minimum"] + step * control["step"] for step in range(steps + 1)]
