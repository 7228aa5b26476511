"""What the footnote tells of noise: numbers that can be meant, and nothing that the audit could not read beside it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.noise import AddNoise
from disclosure.defences.suppression import Suppress
from disclosure.tables.added_noise import AddedNoise
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.from_counts import table_from_counts
from disclosure.tables.linked_tables import LinkedTables

TABLE = count_table(pd.DataFrame({"film": list("AAAAAAAB"), "region": list("NNNSSSSS")}), by=("film", "region"))


@pytest.mark.parametrize(
    ("epsilon", "sensitivity", "sentence"),
    [
        (0, 1, "epsilon is 0: choose a number above 0"),
        ("1", 1, "epsilon is '1'"),
        (float("nan"), 1, "epsilon is nan"),
        (True, 1, "epsilon is True"),
        (1, 0, "sensitivity is 0: choose 1 or more"),
        (1, 1.5, "sensitivity is 1.5, which is no whole number"),
    ],
)
def test_what_is_no_noise_gets_a_sentence(epsilon, sensitivity, sentence):
    with pytest.raises(ValueError, match=sentence):
        AddedNoise(epsilon, sensitivity)


def test_of_a_table_with_noise_the_audit_proves_nothing_and_says_what_it_did_not_use():
    found = audit(AddNoise(1.0)(TABLE), Outsider())
    assert found["verdict"].eq("not found").all() and found["role"].eq("with noise").all()
    assert found["low"].eq(0).all() and found["high"].isna().all()
    assert found["why"].str.contains("nothing is certain").all()


def test_who_is_alone_in_a_cell_and_who_has_a_second_table_still_know_what_they_know():
    alone = audit(AddNoise(1.0)(TABLE), Contributor(("B", "S"), alone=True)).set_index("target")
    assert alone.loc["B | S", ["low", "high", "verdict"]].tolist() == [1, 1, "exact"]
    both = audit(LinkedTables((AddNoise(1.0)(TABLE), TABLE)), Outsider())
    assert both["verdict"].eq("exact").all() and both["low"].tolist() == TABLE.cells["count"].tolist()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=9, max_size=9), st.integers(0, 99))
def test_beside_a_table_that_hides_cells_noise_proves_nothing_more_and_takes_nothing_away(counts, seed):
    films, regions = pd.Index(list("ABC"), name="film"), pd.Index(list("NSE"), name="region")
    table = table_from_counts(pd.DataFrame(np.array(counts).reshape(3, 3), films, regions))
    hidden = Suppress(3)(table)
    alone = audit(hidden, Outsider(), why=False).set_index("target")
    found = audit(LinkedTables((AddNoise(1.0, seed=seed)(table), hidden)), Outsider(), why=False).set_index("target")
    both = found.loc[alone.index, ["low", "high"]]
    assert both.equals(alone[["low", "high"]])
    assert set(found["verdict"]) <= {"exact", "not found"}
    assert (found["verdict"].eq("exact") == found["low"].eq(found["high"]).fillna(False)).all()


@pytest.mark.parametrize("with_base", [{"base": 5}, {"noise": 1.0}])
def test_noise_is_told_as_such_and_stands_beside_no_rounding(with_base):
    cells = TABLE.cells.assign(count=5)
    with pytest.raises(ValueError, match=r"noise (beside rounding|is 1\.0: write it as)"):
        CountTable(cells, TABLE.by, **({"noise": AddedNoise(1.0)} | with_base))
