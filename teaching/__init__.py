"""What every lesson uses: exercises and their checks, progress, questions, predictions, charts and controls."""

from teaching.charts.offline import draw_offline
from teaching.charts.outcomes import outcome_bars
from teaching.charts.progress import progress_chart
from teaching.environment import check_environment
from teaching.exercise import Exercise
from teaching.handing_in import hand_in
from teaching.plain_table import plain_table
from teaching.progress import forget_everything, my_progress, what_next
from teaching.prose import prose
from teaching.source import show_code
from teaching.widgets.concept_questions import concept_questions
from teaching.widgets.prediction import predict

__all__ = [
    "Exercise",
    "check_environment",
    "concept_questions",
    "draw_offline",
    "forget_everything",
    "hand_in",
    "my_progress",
    "outcome_bars",
    "plain_table",
    "predict",
    "progress_chart",
    "prose",
    "show_code",
    "what_next",
]
