"""Words and signs that tell what a line of a table is, in the languages of the offices whose tables were looked at.

They are hints: what a total is, is found by adding up, and what a mark means is asked.
"""

import re
from typing import Final

TOTAL_WORDS: Final = re.compile(
    r"(total|totals|grand total|all|sum|overall|subtotal|sub-total|gesamt|insgesamt|zusammen|summe|ensemble|totaal|"
    r"totale|totalt|i alt|"
    r"everybody|everyone|both sexes)\b(?!\s+care)|.*\b(total|insgesamt|gesamt|in all)$",
    re.IGNORECASE,
)
PERCENT_WORDS: Final = re.compile(
    r"%|\b(per\s?cent|percentages?|pct|shares?|proportions?|\w*prozent\w*|\w*anteile?|pourcentages?|pour cent|"
    r"part des?)\b",
    re.IGNORECASE,
)
RATE_WORDS: Final = re.compile(r"(?:\bper|\bje|\bpour|/)\s*(\d{1,3}(?:[ ,.'\u00a0\u202f]?000)+|100)\b", re.IGNORECASE)
STATISTIC_WORDS: Final = re.compile(
    r"\b(mean|average|median|rate|ratio|index|score|std|sd|rank|mittelwert|durchschnitt|moyenne|médiane|taux|\w*quote)\b",
    re.IGNORECASE,
)
LABEL_WORDS: Final = re.compile(
    r"\b(year|jahr|année|code|id|no|nr|ags|nuts|lau|fips|uprn|ons|age|alter|âge|grade|class|klasse|month|monat|mois|"
    r"quarter|period|time|date|ward|week)\b",
    re.IGNORECASE,
)
COUNT_WORDS: Final = re.compile(
    r"(n|count|counts|number|obs_value|value|persons|people|anzahl|effectif|nombre|zahl)", re.IGNORECASE
)
FLAG_WORDS: Final = re.compile(
    r"\b(flag|flags|symbol|status|obs_flag|obs_status|marker|note|notes|suppressed)\b", re.IGNORECASE
)
HIDES: Final = re.compile(r"c|s|conf\.?|confidential|suppressed|secret|hidden|withheld|geheim|redacted", re.IGNORECASE)
"""Flags that say that a number is not told: a 0 beside one of them only fills the cell."""

PART_WORDS: Final = re.compile(r"^\W*(of which|of whom|of these|davon|darunter|dont|thereof)\b", re.IGNORECASE)
UNCOVERED_WORDS: Final = re.compile(
    r"\b(includ\w*|unknown|not stated|not known|missing|unallocated|einschl\w*|unbekannt|inconnu\w*|y compris)\b",
    re.IGNORECASE,
)
ROUNDED_WORDS: Final = re.compile(r"\b(round\w*|gerundet|arrondi\w*|afgerond)\b", re.IGNORECASE)
MOST_WORDS: Final = 4
NOTE_WORDS: Final = re.compile(
    r"[:;=.©]|\b(notes?|footnotes?|sources?|data|table|provisional|revised|page|quelle|anmerkung\w*|hinweis\w*|remarque\w*)\b",
    re.IGNORECASE,
)
"""What stands in a footnote and hardly in the label of a line."""

BELOW: Final = re.compile(
    r"(?:<|(?:fewer|less|smaller|lower)\s+than|under|below|unter|weniger\s+als|moins\s+de|minder\s+dan|"
    r"(?:færre|mindre)\s+en[nd]|(?:färre|mindre)\s+än|menos\s+de|meno\s+di)\s*(\d+)",
    re.IGNORECASE,
)
AT_MOST: Final = re.compile(r"(?:≤|<=|at most|or fewer than)\s*(\d+)|\b[01]\s*(?:-|–|to|bis|à)\s*(\d+)", re.IGNORECASE)
SHORT_MARK: Final = re.compile(
    r"[*#~:.\-–—/†‡x×]{1,3}|[a-z]{1,2}|n/?[ap]|\[[a-z]{1,2}\]|\([a-z]{1,2}\)|s\.?|suppressed|confidential|secret|"
    r"hidden|withheld|geheim|redacted|…",
    re.IGNORECASE,
)

HIDING_MARK: Final = re.compile(
    r"[*#~:.\-–—/†‡×]{1,3}|[cxzs]|n/?[ap]|\[[a-z]{1,2}\]|\([a-z]{1,2}\)|suppressed|confidential|secret|hidden|withheld|"
    r"geheim|redacted|…",
    re.IGNORECASE,
)
"""Of these marks, those that hardly name anything, as ``m`` and ``f`` do."""


def is_total_word(label: str) -> bool:
    """Whether a label says that it is a total; a blank one says nothing.

    Examples:
        >>> [is_total_word(label) for label in ("All districts", "Insgesamt", "Total Care", "Allerton")]
        [True, True, False, False]
    """
    return bool(TOTAL_WORDS.match(label.strip()))


def names_a_line(text: str) -> bool:
    """Whether a text that stands alone below a table may be the label of a line: a footnote is longer, or a sentence.

    Examples:
        >>> [names_a_line(text) for text in ("Elm", "Not stated", "Source: register", "Provisional.", "* see Annex")]
        [True, True, False, False, False]
    """
    bare = text.strip()
    return bool(re.match(r"\w", bare)) and len(bare.split()) <= MOST_WORDS and not NOTE_WORDS.search(bare)


def is_mark(text: str) -> bool:
    """Whether a text in place of a number looks like a mark: ``<5``, ``fewer than 5``, ``*``, ``[c]``, ``1–4``.

    Examples:
        >>> [is_mark(text) for text in ("<5", "fewer than 5", "..", "1–4", "Ashfield")]
        [True, True, True, True, False]
    """
    bare = text.strip()
    patterns = (SHORT_MARK, BELOW, AT_MOST)
    return bool(bare) and len(bare) <= 30 and any(pattern.fullmatch(bare) for pattern in patterns)


def hides(text: str) -> bool:
    """Whether a text is a mark that hides a count, and surely no label.

    Examples:
        >>> [hides(text) for text in ("*", "c", "<5", "m", "1–4")]
        [True, True, True, False, False]
    """
    bare = text.strip()
    return bool(HIDING_MARK.fullmatch(bare) or BELOW.fullmatch(bare))


def threshold_in(text: str) -> int | None:
    """The threshold that a mark or a footnote names: 5 in ``<5``, in ``1 to 4`` and in ``fewer than 5 pupils``.

    Examples:
        >>> threshold_in("<5"), threshold_in("1–4"), threshold_in("* fewer than 10 pupils"), threshold_in("c")
        (5, 5, 10, None)
    """
    if below := BELOW.search(text):
        return int(below[1])
    if most := AT_MOST.search(text):
        return int(most[1] or most[2]) + 1
    return None


def rate_base(heading: str) -> int | None:
    """To how many people a rate refers, by its heading; None where the heading names no rate.

    Examples:
        >>> rate_base("Rate per 100,000"), rate_base("per 1000 births"), rate_base("Pupils")
        (100000, 1000, None)
    """
    found = RATE_WORDS.search(heading)
    return int(re.sub(r"\D", "", found[1])) if found else None
