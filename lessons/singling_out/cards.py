"""Remarks as cards: who said it, and the sentence."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from teaching.charts import colours


@dataclass(frozen=True)
class ClueCards:
    """Some remarks, shown as cards in a notebook and as lines of text elsewhere.

    Args:
        clues: one row per remark, with ``speaker`` and ``sentence``.

    Examples:
        >>> ClueCards(pd.DataFrame({"speaker": ["a baker"], "sentence": ["My aunt loves it."]}))
        A baker: “My aunt loves it.”
    """

    clues: pd.DataFrame

    def __repr__(self) -> str:
        """Return one line per remark."""
        return "\n".join(f"{speaker.capitalize()}: “{sentence}”" for speaker, sentence in self._said())

    def _repr_html_(self) -> str:
        """Return one card per remark."""
        cards = "".join(
            f'<figure style="{_CARD}"><blockquote style="margin: 0; font-size: 1.1em">“{escape(sentence)}”</blockquote>'
            f'<figcaption style="margin-top: 0.6em">{escape(speaker)}</figcaption></figure>'
            for speaker, sentence in self._said()
        )
        return f'<div style="display: flex; flex-wrap: wrap; gap: 1em">{cards}</div>'

    def _said(self) -> list[tuple[str, str]]:
        """Speaker and sentence of each remark."""
        return list(zip(self.clues["speaker"], self.clues["sentence"], strict=True))


_CARD = (
    f"max-width: 22em; margin: 0; padding: 1em 1.2em; background: {colours.QUIET}; color: {colours.INK}; "
    f"border-left: 5px solid {colours.FOUND}; border-radius: 4px"
)
