"""The columns of an extract that functions of this package look at where nothing else is said."""

from typing import Final

QUASI_IDENTIFIERS: Final = ("birth_date", "sex", "postcode")
"""Everyday facts that others know, too, and that narrow down who somebody is (Dalenius 1986 coined the word)."""

FACT: Final = "late_nights"
"""The sensitive fact of the extract: what its readers study, and what nobody wants the neighbours to read."""
