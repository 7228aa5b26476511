"""Words in place of the letters and column names that a legend would show."""

import json


def in_words(names: dict[str, str]) -> str:
    """Return the Vega expression that replaces each label of a legend by its words.

    Examples:
        >>> in_words({"p": "printed"})
        '{"p": "printed"}[datum.label]'
    """
    return f"{json.dumps(names)}[datum.label]"
