"""Linking: does a public review lead to a private log, and to whose?"""

from lessons.linking.attack import link, score_records, scoreboard
from lessons.linking.chart import board_chart, defences_chart
from lessons.linking.defences import BlurDays, DropRareTitles, SampleRows, SampleViewers
from lessons.linking.exact_search import exact_search
from lessons.linking.explorer import explore_linking
from lessons.linking.release import load_ratings, pseudonymise
from lessons.linking.scoreboard import weight
from lessons.linking.side_by_side import attackers_compared, defences_compared, evidence_compared
from lessons.linking.story import agreements, extremes, never_written, some_reviews, women_to_follow
from lessons.linking.sweep import guesses_by_evidence, not_there, somebody_to_follow, sweep_logs, without

__all__ = [
    "BlurDays",
    "DropRareTitles",
    "SampleRows",
    "SampleViewers",
    "agreements",
    "attackers_compared",
    "board_chart",
    "defences_chart",
    "defences_compared",
    "evidence_compared",
    "exact_search",
    "explore_linking",
    "extremes",
    "guesses_by_evidence",
    "link",
    "load_ratings",
    "never_written",
    "not_there",
    "pseudonymise",
    "score_records",
    "scoreboard",
    "some_reviews",
    "somebody_to_follow",
    "sweep_logs",
    "weight",
    "without",
    "women_to_follow",
]
