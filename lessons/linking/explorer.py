"""Phi under the learner's finger: who is named rightly, who is accused wrongly, with more and less evidence."""

import pandas as pd

from lessons.linking import strings
from lessons.linking.attack import PHI
from lessons.linking.chart import outcome_chart, sentences
from lessons.linking.sweep import PHIS, outcomes_by_phi
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Explorer, Lookup


def explore_linking(guesses: pd.DataFrame, truth: pd.DataFrame) -> Explorer:
    """Show what comes of linking at each phi, with more and less evidence, with the people in the log and out of it.

    Args:
        guesses: the guesses with each kind of evidence (see `lessons.linking.sweep.guesses_by_evidence`).
        truth: ``target`` and ``answer``.

    Returns:
        A slider and two choices, the chart, and the sentence of their setting; it begins with that of the paper. All
        is computed beforehand. ``outcomes`` is what it is made of (see `lessons.linking.sweep.outcomes_by_phi`).
    """
    outcomes = outcomes_by_phi(guesses, truth)
    phi = Slider(
        "phi",
        strings.PHI_LABEL,
        minimum=float(PHIS[0]),
        maximum=float(PHIS[-1]),
        step=float(PHIS[1] - PHIS[0]),
        start=PHI,
        landmarks={PHI: strings.PHI_LANDMARK},
        value_text=strings.PHI_VALUE,
    )
    evidence = Choice("evidence", strings.EVIDENCE_LABEL, strings.EVIDENCE, start=list(strings.EVIDENCE)[-1])
    return Explorer(
        [[phi], [evidence, Choice("presence", strings.PRESENCE_LABEL, strings.PRESENCE)]],
        outcome_chart(outcomes),
        {"setting": {"lookup": "sentences"}},
        lookups={"sentences": Lookup(("evidence", "presence", "phi"), sentences(outcomes))},
        results={"outcomes": outcomes},
    )
