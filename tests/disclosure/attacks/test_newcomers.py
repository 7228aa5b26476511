"""All neighbours of a year at once, held against the attack on each pair of tables."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from disclosure.attacks.newcomers import guess_newcomers
from disclosure.defences.publishing import ForEachTable, PublishEvery
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.tables.running_totals import members, newcomers, running_totals
from lessons.differencing.attack import tell_apart
from tests.disclosure.measures.test_rhythm import MONDAYS, random_people


@pytest.mark.parametrize("counted", [running_totals, members])
@pytest.mark.parametrize(
    "rules", [[], [ForEachTable(Suppress(8))], [PublishEvery(2)], [ForEachTable(RoundTo(5))]], ids=repr
)
def test_it_guesses_as_the_attack_on_each_pair_of_tables_does(counted, rules):
    people = random_people(1)
    weekly = counted(people, by=("genre", "region"), days=MONDAYS)
    published = weekly
    for rule in rules:
        published = rule(published)
    new = newcomers(people, weekly, wanted="genre")
    guesses = guess_newcomers(published, new.drop(columns="answer"), wanted="genre")
    one_by_one = []
    for before, after in pairwise(published):
        of_step = new[(new["day"] > before.day) & (new["day"] <= after.day)]
        one_by_one.append(tell_apart(after.table, before.table, of_step[["target", "region"]], wanted="genre"))
    expected = pd.concat(one_by_one).set_index("target")
    assert guesses["declared"].any()
    seen = guesses.set_index("target").loc[expected.index]
    assert (seen["declared"] == expected["declared"]).all()
    assert (seen["claim"].fillna("") == expected["claim"].fillna("")).all()
    assert np.allclose(seen["confidence"], expected["confidence"])
    assert not guesses[~guesses["target"].isin(expected.index)]["declared"].any()
