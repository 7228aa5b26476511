"""Who learns what, on a table of four cells."""

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.defences.suppression import Suppress
from lessons.suppression.who_learns import insiders_learn, outsider_learns
from tests.lessons.suppression.tables import SQUARE, TABLE


def test_what_an_insider_knows_of_her_own_cell_does_not_count():
    release = Suppress(3)(SQUARE)
    learnt = insiders_learn(release, SQUARE, outsider_learns(release)).set_index("target")
    assert learnt.loc["A | n", "attacker"] == Contributor(("B", "s"), alone=True)  # not by the one person in A | n
    assert learnt.loc["A | n", "verdict"] == "exact"


def test_nobody_alone_means_no_insider():
    release = Suppress(5)(TABLE)
    learnt = insiders_learn(release, TABLE, outsider_learns(release))
    assert learnt["attacker"].tolist() == [Outsider()]
