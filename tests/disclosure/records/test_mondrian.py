"""QuerySets by hand, and what holds for every box of every extract."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.records.anonymity import k_anonymity, l_diversity, t_closeness
from disclosure.records.equivalence_classes import class_of, classes_of
from disclosure.records.mondrian import Mondrian

BORN = pd.DataFrame({"born": ["1961", "1962", "1963", "1964", "1965", "1966"], "late_nights": list("aabbab")})


def labels(rows, **how):
    return Mondrian(by=[column for column in rows if column != "late_nights"], **how)(rows)


def test_one_column_is_cut_at_the_median_until_nothing_is_left_to_cut():
    assert labels(BORN, k=2)["born"].tolist() == ["1961 to 1963"] * 3 + ["1964 to 1966"] * 3
    assert labels(BORN, k=1)["born"].tolist() == BORN["born"].tolist()
    assert labels(BORN, k=4)["born"].tolist() == ["any"] * 6


def test_equals_stay_together():
    rows = pd.DataFrame({"born": ["1961", "1962", "1962", "1962"]})
    assert labels(rows, k=2)["born"].tolist() == ["any"] * 4  # one against three, or nobody against four
    assert labels(rows, k=1)["born"].tolist() == ["1961", "1962", "1962", "1962"]


def test_the_widest_column_is_cut_first():
    rows = pd.DataFrame({"born": ["1961", "1961", "1962", "1969"], "sex": ["f", "m", "f", "m"]})
    cut = labels(rows, k=2)  # both span everything: the first is cut, and then neither half can be cut again
    assert cut["born"].tolist() == ["1961", "1961", "1962 to 1969", "1962 to 1969"]
    assert cut["sex"].tolist() == ["any"] * 4
    swapped = labels(rows[["sex", "born"]], k=2)
    assert swapped["sex"].tolist() == ["f", "m", "f", "m"]


def test_after_a_cut_another_column_may_be_the_widest():
    rows = pd.DataFrame({"born": [f"196{i}" for i in range(1, 9)], "sex": list("fmfmfmfm")})
    cut = labels(rows, k=2)  # born in two; then each half spans 3 of 7 steps of born, and all of sex
    assert cut["born"].tolist()[:4] == ["1961 to 1963", "1962 to 1964"] * 2
    assert cut["sex"].tolist() == list("fmfmfmfm")


def test_where_the_widest_cannot_be_cut_the_next_one_is():
    rows = pd.DataFrame({"born": ["1961", "1962", "1962", "1962"], "sex": ["f", "f", "m", "m"]})
    cut = labels(rows, k=2)
    assert cut["sex"].tolist() == ["f", "f", "m", "m"]
    assert cut["born"].tolist() == ["any", "any", "1962", "1962"]


def test_different_facts_are_demanded_of_each_half():
    assert labels(BORN, k=1, distinct=2)["born"].tolist() == [
        "1961 to 1963", "1961 to 1963", "1961 to 1963", "1964 to 1966", "1964 to 1966", "1964 to 1966"
    ]  # fmt: skip
    same = BORN.assign(late_nights=list("aaabbb"))
    assert labels(same, k=2, distinct=2)["born"].tolist() == ["any"] * 6


def test_closeness_is_demanded_of_each_half():
    assert labels(BORN, k=2, closeness=0.17)["born"].nunique() == 2  # two of three against three of six: 1/6
    assert labels(BORN, k=2, closeness=0.16)["born"].nunique() == 1


@pytest.mark.parametrize(
    ("how", "words"), [({"k": 7}, "not even all 6 rows"), ({"k": 2, "distinct": 3}, "cannot be met")]
)
def test_what_cannot_be_met(how, words):
    with pytest.raises(ValueError, match=words):
        labels(BORN, **how)


@pytest.mark.parametrize("how", [{"k": 0}, {"k": 2, "distinct": 0}, {"k": 2, "closeness": 1.5}])
def test_what_cannot_be_meant(how):
    with pytest.raises(ValueError, match=r"must be 1 or more|from 0 to 1"):
        Mondrian(**how)


def test_nobody_and_everybody_the_same():
    assert labels(BORN.iloc[:0], k=3).empty
    assert labels(BORN.assign(born="1961"), k=2)["born"].tolist() == ["1961"] * 6
    assert labels(pd.DataFrame({"born": ["1961"]}), k=1)["born"].tolist() == ["1961"]


def test_it_prints_as_it_is_written():
    assert repr(Mondrian(k=5, distinct=2)) == "Mondrian(k=5, distinct=2)"


@settings(max_examples=60)
@given(st.integers(1, 60), st.integers(1, 6), st.integers(1, 3), st.integers(0, 99))
def test_every_box(n, k, distinct, seed):
    rng = np.random.default_rng(seed)
    rows = pd.DataFrame(
        {
            "born": (1950 + rng.integers(0, 40, n)).astype(str),
            "place": rng.choice(["North, 1", "North, 2", "South, 1"], n),
            "late_nights": rng.choice(list("abcd"), n),
        }
    )
    by = ["born", "place"]
    if n < k or rows["late_nights"].nunique() < distinct:
        return
    cut = Mondrian(k=k, distinct=distinct, by=by)(rows)
    assert k_anonymity(cut, by) >= k and l_diversity(cut, by) >= distinct
    numbers, classes = classes_of(cut, by)
    assert class_of(rows, classes).tolist() == numbers.tolist()  # everybody is in her own box, and in no other
    assert t_closeness(Mondrian(k=k, closeness=0.4, by=by)(rows), by) <= 0.4 + 1e-9
