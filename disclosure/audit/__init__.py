"""What a release with hidden cells determines: exact cells, intervals, and why."""

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.disclosure import group_disclosure, merged_sums
from disclosure.audit.reading.system import ContradictionError
from disclosure.audit.verdicts import audit, exact_cells, prepare

__all__ = [
    "Coalition",
    "ContradictionError",
    "Contributor",
    "Outsider",
    "audit",
    "exact_cells",
    "group_disclosure",
    "merged_sums",
    "prepare",
]
