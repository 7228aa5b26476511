"""The tables beside each other, on the log of six people."""

from lessons.linking import strings
from lessons.linking.defences import BlurDays
from lessons.linking.side_by_side import attackers_compared, defences_compared, evidence_compared
from lessons.linking.sweep import guesses_by_evidence, outcomes_by_phi, sweep_logs
from tests.lessons.linking.test_sweep import KNOWN, LOG, TRUTH


def test_attackers_beside_each_other():
    """Ada's and Eve's reviews agree with their own records in everything; once these are out, with nobody's."""
    table = attackers_compared(LOG, KNOWN, TRUTH, [0, 9])
    assert table.index.tolist() == ["scores, phi = 0", "scores, phi = 9", "exact search, 2 reviews or more"]
    assert table[strings.IN_LOG].eq(2).all() and table[strings.NOT_IN_LOG].eq(2).all()
    assert table[strings.FOUND].tolist() == [2, 0, 2]
    assert table[strings.ACCUSED].tolist()[1:] == [0, 0]


def test_evidence_in_the_order_of_its_words():
    outcomes = outcomes_by_phi(guesses_by_evidence(LOG, KNOWN, TRUTH), TRUTH, [1.0, 9.0])
    table = evidence_compared(outcomes, [1.0, 9.0])
    assert table.index.tolist() == list(strings.EVIDENCE.values())
    assert table.loc["the title"].tolist() == ["100%", "0%", "50%", "0%"]


def test_defences_beside_each_other():
    """Blurred days keep both reviews of Ada from agreeing, and those of Eve."""
    table = defences_compared(sweep_logs(LOG, KNOWN, TRUTH, [(), BlurDays(7)]))
    assert table.index.tolist() == ["nothing", "days in blocks of 7"]
    assert table[strings.FOUND_EXACTLY].tolist() == ["100%", "0%"]
    assert table[strings.IN_IT].tolist() == [2, 2]
