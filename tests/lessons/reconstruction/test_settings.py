"""All settings at once are what the attack says one by one."""

from itertools import pairwise

import numpy as np

from lessons.reconstruction.defences import SameForEach
from lessons.reconstruction.settings import LINE, QUESTIONS, SPREADS, settings_of
from lessons.reconstruction.subset_sums import ask, decode

WATCHED = np.random.default_rng(53).random(80) < 0.35


def test_each_setting_is_what_the_attack_says():
    questions, spreads = (40, 80, 320), (1.0, 4.0, 20.0)
    found = settings_of(WATCHED, 0.35, questions=questions, spreads=spreads)
    for row in found.to_dict("records"):
        answers = SameForEach(spreads[row["noise"]])(ask(WATCHED, questions[row["questions"]]))
        right = (decode(answers, 0.35) > 0.5) == WATCHED
        assert row["field"] == "".join(np.where(right, "r", "w"))
        assert (row["right"], row["wrong"], row["n"]) == (right.sum(), 80 - right.sum(), 80)


def test_the_steps_are_factors_and_the_line_goes_through_settings():
    assert all(after == 2 * number for number, after in pairwise(QUESTIONS))
    on_it = [(q, s) for q in QUESTIONS for s in SPREADS if np.isclose(s / np.sqrt(q), LINE)]
    assert len(on_it) == 7
