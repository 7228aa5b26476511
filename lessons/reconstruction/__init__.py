"""Reconstruction: only statistics are printed, of a block or of groups drawn by lot. Do the rows come back?"""

from lessons.reconstruction.attack import rebuild
from lessons.reconstruction.chance import beside_chance, seats_by_chance
from lessons.reconstruction.chart import blocks_chart
from lessons.reconstruction.defences import OneBudget, SameForEach
from lessons.reconstruction.explorer import explore_questions
from lessons.reconstruction.people import guesses_by_seat, seated, the_same_in_all
from lessons.reconstruction.release import blocks_to_rebuild, labels_of, print_block, secrets_of
from lessons.reconstruction.side_by_side import (
    answers_in_words,
    blocks_in_words,
    chance_in_words,
    estimates_in_words,
    lists_in_words,
    print_in_words,
    shares_in_words,
    steps_in_words,
    tables_in_words,
)
from lessons.reconstruction.steps import blocks_left
from lessons.reconstruction.subset_sums import ask, decode, says
from lessons.reconstruction.sweep import (
    blind_right,
    block_sweep,
    block_with_few_lists,
    budget_sweep,
    crowd_sweep,
    guesses_of,
    noise_sweep,
    rebuild_all,
    right_of,
    tables_sweep,
    truth_of,
    truth_of_people,
)

__all__ = [
    "OneBudget",
    "SameForEach",
    "answers_in_words",
    "ask",
    "beside_chance",
    "blind_right",
    "block_sweep",
    "block_with_few_lists",
    "blocks_chart",
    "blocks_in_words",
    "blocks_left",
    "blocks_to_rebuild",
    "budget_sweep",
    "chance_in_words",
    "crowd_sweep",
    "decode",
    "estimates_in_words",
    "explore_questions",
    "guesses_by_seat",
    "guesses_of",
    "labels_of",
    "lists_in_words",
    "noise_sweep",
    "print_block",
    "print_in_words",
    "rebuild",
    "rebuild_all",
    "right_of",
    "says",
    "seated",
    "seats_by_chance",
    "secrets_of",
    "shares_in_words",
    "steps_in_words",
    "tables_in_words",
    "tables_sweep",
    "the_same_in_all",
    "truth_of",
    "truth_of_people",
]
