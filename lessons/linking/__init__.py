"""Linking: does a public review lead to a private log, and to whose?"""

from lessons.linking.attack import link, score_records, scoreboard
from lessons.linking.chart import board_chart, defences_chart
from lessons.linking.defences import BlurDays, DropRareTitles, SampleRows, SampleViewers
from lessons.linking.explorer import explore_linking
from lessons.linking.release import load_ratings, pseudonymise
from lessons.linking.scoreboard import weight
from lessons.linking.sweep import guesses_by_evidence, not_there, somebody_to_follow, sweep_logs, without

__all__ = [
    "BlurDays",
    "DropRareTitles",
    "SampleRows",
    "SampleViewers",
    "board_chart",
    "defences_chart",
    "explore_linking",
    "guesses_by_evidence",
    "link",
    "load_ratings",
    "not_there",
    "pseudonymise",
    "score_records",
    "scoreboard",
    "somebody_to_follow",
    "sweep_logs",
    "weight",
    "without",
]
