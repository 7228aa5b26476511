from dataclasses import replace

import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.repaired import Repaired, audited
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import question

TABLE = table_of([1, 6], [8, 7])
REPAIRED = Repaired(TABLE, price=20, least=20, cost="people", seconds=1.0, once=20)


def test_the_sentence_says_what_is_paid_and_how_good_that_is() -> None:
    assert REPAIRED.sentence == "Complementary cells hide 20 people; no repair hides fewer."
    assert "; a cheaper repair may exist." in replace(REPAIRED, least=0).sentence
    assert "at most 25% could be saved" in replace(REPAIRED, least=15).sentence
    assert "at most 1% could be saved" in replace(REPAIRED, price=10**10, least=10**10 - 25).sentence
    assert replace(REPAIRED, once=None).sentence.startswith("Complementary cells add up to 20 people")
    assert replace(REPAIRED, cut_short=True).sentence.startswith("The search was cut short after 1 seconds. ")
    own = replace(REPAIRED, cost="price", once=None, own_prices=True)
    assert own.sentence == "Complementary cells cost 20 by 'price'; no repair costs less."


def test_the_sentence_names_what_nothing_protects() -> None:
    told = replace(REPAIRED, printed_small=("A | N",), lost=("B | S", "B | N")).sentence
    assert "Small cells are printed, for they must be: A | N." in told
    assert told.endswith("Lost are cells that what is in print already gives away: B | S and B | N.")


def test_nothing_that_fails_the_audit_is_handed_out() -> None:
    problem = question(TABLE)
    with pytest.raises(ArithmeticError, match="does not pass the audit"):
        audited(problem, problem.always, 0, "people")
    done = audited(problem, problem.always | problem.may_hide, 0, "people")
    assert (done.price, done.cost, done.once) == (6 + 8 + 7 + 7 + 15 + 9 + 13 + 22, "people", 22)
    assert SuppressComplementary(5).repair(TABLE).once == 21
