"""What is named is hidden, and nothing else."""

import pandas as pd
import pytest

from lessons.defences.by_hand import SuppressByHand
from lessons.defences.suppression import Suppress
from lessons.releases.from_counts import table_from_counts

COUNTS = pd.DataFrame({"N": [1, 0], "S": [4, 3]}, pd.Index(["A", "B"], name="film")).rename_axis(columns="region")
TABLE = table_from_counts(COUNTS)


def test_without_more_it_is_the_rule_alone():
    assert SuppressByHand(2)(TABLE).is_hidden.equals(Suppress(2)(TABLE).is_hidden)


def test_totals_can_be_named_and_get_the_second_mark():
    release = SuppressByHand(2, also=(("A", "total"),), complementary_mark="x")(TABLE)
    assert release.grid().loc["A"].tolist() == ["c", "4", "x"]


@pytest.mark.parametrize(("cell", "sentence"), [(("C", "N"), "no cell C | N"), (("B", "N"), "B | N is 0")])
def test_a_cell_that_cannot_be_hidden_gets_a_sentence(cell, sentence):
    with pytest.raises(ValueError, match=sentence.replace("|", r"\|")):
        SuppressByHand(2, also=(cell,))(TABLE)


def test_a_threshold_that_hides_nothing_gets_a_sentence():
    with pytest.raises(ValueError, match="threshold is 1"):
        SuppressByHand(1)
