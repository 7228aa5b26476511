"""Access: who inside the house can look, what do rules and audits stop, and who is wrongly accused by them?"""

from lessons.access.audits import (
    AnyOf,
    EmergencyDoor,
    FewApart,
    NoCase,
    SameSurnameOrArea,
    Unexplained,
    explained_by_case,
)
from lessons.access.chart import sizes_chart
from lessons.access.explorer import explore_access
from lessons.access.quarter import under, ways_taken
from lessons.access.release import evenings_of, looks_at, roles_of, story_of
from lessons.access.rules import ByRole, Fields, FourEyes, OnlyCounts, Rules, WithCase, employees_who_see
from lessons.access.scores import employees_flagged, looks_flagged
from lessons.access.side_by_side import (
    audits_in_words,
    fates_in_words,
    looks_in_words,
    plans_in_words,
    rules_in_words,
    staff_in_words,
)
from lessons.access.sweep import audits_at_sizes, cleared, expected_precision, fates, sample_of, what_rules_do

__all__ = [
    "AnyOf",
    "ByRole",
    "EmergencyDoor",
    "FewApart",
    "Fields",
    "FourEyes",
    "NoCase",
    "OnlyCounts",
    "Rules",
    "SameSurnameOrArea",
    "Unexplained",
    "WithCase",
    "audits_at_sizes",
    "audits_in_words",
    "cleared",
    "employees_flagged",
    "employees_who_see",
    "evenings_of",
    "expected_precision",
    "explained_by_case",
    "explore_access",
    "fates",
    "fates_in_words",
    "looks_at",
    "looks_flagged",
    "looks_in_words",
    "plans_in_words",
    "roles_of",
    "rules_in_words",
    "sample_of",
    "sizes_chart",
    "staff_in_words",
    "story_of",
    "under",
    "ways_taken",
    "what_rules_do",
]
