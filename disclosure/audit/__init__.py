"""What a release with hidden cells determines: exact cells, intervals, and why.

A map of the audit, along the way of a release:

    attackers     who looks, and what they know of themselves
    reading/      from a release to a system: labels become codes once, cells and lines of all tables become one
    solving/      from a system to ranges: line by line, then as a network, then by integer programming
    explaining/   from ranges to sentences: which lines, added up, prove a bound
    wording       every word that a reader sees
    verdicts      `audit`: the way as a whole; exact, narrowed, open or not found, for each hidden cell
    edition_pairs two editions of a table, audited together where their relation says what one tells of the other
    suggestions   what differences between two editions suggest, and do not prove
    disclosure    facts about whole groups, and what hidden cells hold together
    states        a letter for each verdict, for charts
"""

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.disclosure import group_disclosure, merged_sums
from disclosure.audit.edition_pairs import audit_editions
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import audit, exact_cells, prepare

__all__ = [
    "Coalition",
    "ContradictionError",
    "Contributor",
    "Outsider",
    "audit",
    "audit_editions",
    "exact_cells",
    "group_disclosure",
    "merged_sums",
    "prepare",
]
