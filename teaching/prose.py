"""Sentences that code has found out, shown as text: not in quotes, and never too wide for the screen."""

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Prose:
    """A few sentences, shown as one paragraph in a notebook.

    Args:
        text: the sentences; what looks like a tag in them is shown as it stands.

    Examples:
        >>> Prose("12 < 20, as it should be.")
        12 < 20, as it should be.
        >>> Prose("12 < 20")._repr_html_()
        '<p style="max-width: 46em">12 &lt; 20</p>'
    """

    text: str

    def __repr__(self) -> str:
        """Return the sentences as they are."""
        return self.text

    def _repr_html_(self) -> str:
        return f'<p style="max-width: 46em">{escape(self.text)}</p>'


def prose(*sentences: str) -> Prose:
    """Show sentences as one paragraph.

    Examples:
        >>> prose("One.", "Two.")
        One. Two.
    """
    return Prose(" ".join(sentences))
