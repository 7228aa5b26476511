"""Six people in two classes, solved by hand, and a literal count over random extracts."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.records import anonymity
from disclosure.records.anonymity import (
    class_sizes,
    entropy_l_diversity,
    information_lost,
    k_anonymity,
    l_diversity,
    t_closeness,
)
from disclosure.records.mondrian import Mondrian

ROWS = pd.DataFrame({"born": list("AAABBB"), "pay": [1, 1, 2, 1, 2, 3]})
"""Shares of pay: all 3/6, 2/6, 1/6; A 2/3, 1/3, 0; B 1/3 each."""


def test_by_hand():
    assert k_anonymity(ROWS, ["born"]) == 3
    assert l_diversity(ROWS, ["born"], "pay") == 2
    assert entropy_l_diversity(ROWS, ["born"], "pay") == pytest.approx(3 / 4 ** (1 / 3))  # H = log 3 - 2/3 log 2
    # A: 1/6, 0, -1/6; B: -1/6, 0, 1/6. Half the sum of sizes: 1/6. Running sums: 1/6, 1/6, 0, over two steps: 1/6
    assert t_closeness(ROWS, ["born"], "pay") == pytest.approx(1 / 6)
    assert t_closeness(ROWS, ["born"], "pay", distance="ordered") == pytest.approx(1 / 6)


def test_neighbouring_values_are_near_in_order_and_as_far_as_others_without():
    """Li et al. 2007, section 4: to have all the low salaries is worse than to have some of all."""
    low, spread = [3, 4, 5], [6, 8, 11]
    pay = [3, 4, 5, 6, 7, 8, 9, 10, 11]
    for three, ordered in ((low, 0.375), (spread, 0.167)):
        rest = [value for value in pay if value not in three]
        rows = pd.DataFrame({"born": ["A"] * 3 + ["B"] * 6, "pay": three + rest})
        only_a = rows.assign(born=rows["born"].where(rows["born"] == "A", rows["pay"].astype(str)))
        assert t_closeness(rows, ["born"], "pay") == pytest.approx(2 / 3)
        assert ordered_of("A", rows) == pytest.approx(ordered, abs=1e-3)
        assert t_closeness(only_a, ["born"], "pay", distance="ordered") >= ordered


def ordered_of(one, rows):
    """The ordered distance of one class, written out."""
    values = sorted(rows["pay"].unique())
    mine = rows.loc[rows["born"] == one, "pay"]
    gaps = [(mine == value).mean() - (rows["pay"] == value).mean() for value in values]
    return sum(abs(sum(gaps[: place + 1])) for place in range(len(gaps))) / (len(values) - 1)


def test_a_category_has_its_own_order():
    often = pd.CategoricalDtype(["seldom", "often", "always"], ordered=True)
    words = pd.Series(["seldom", "seldom", "often", "seldom", "often", "always"]).astype(often)
    assert t_closeness(ROWS.assign(pay=words), ["born"], "pay", distance="ordered") == pytest.approx(1 / 6)
    # by the alphabet: always, often, seldom; the same distances backwards. A category that nobody has is no step
    unused = words.cat.add_categories("never")
    assert t_closeness(ROWS.assign(pay=unused), ["born"], "pay", distance="ordered") == pytest.approx(1 / 6)


def test_one_class_one_value_no_rows():
    same = ROWS.assign(born="A")
    assert k_anonymity(same, ["born"]) == 6 and t_closeness(same, ["born"], "pay") == pytest.approx(0)
    one_value = ROWS.assign(pay=7)
    assert (l_diversity(one_value, ["born"], "pay"), entropy_l_diversity(one_value, ["born"], "pay")) == (1, 1)
    assert t_closeness(one_value, ["born"], "pay", distance="ordered") == 0
    none = ROWS.iloc[:0]
    assert k_anonymity(none, ["born"]) == l_diversity(none, ["born"], "pay") == 0
    assert entropy_l_diversity(none, ["born"], "pay") == t_closeness(none, ["born"], "pay") == 0
    assert class_sizes(none, ["born"]).empty


def test_missing_values_are_values():
    rows = pd.DataFrame({"born": ["A", "A", None, None], "pay": ["x", None, None, None]})
    assert k_anonymity(rows, ["born"]) == 2
    assert l_diversity(rows, ["born"], "pay") == 1  # in the class without a birth date


def test_an_unknown_distance():
    with pytest.raises(ValueError, match="distance is 'far'"):
        t_closeness(ROWS, ["born"], "pay", distance="far")


@pytest.mark.parametrize(
    ("after", "lost"),
    [
        (["1961", "1962", "1963", "1964", "1965"], 0),
        (["any"] * 5, 1),
        (["1961 to 1962", "1961 to 1962", "1963 to 1965", "1963 to 1965", "1963 to 1965"], (2 * 1 + 3 * 2) / (5 * 4)),
        (["1961", "1962"], 3 / 5),  # three are left out
        (["1960 to 1969"] * 5, 1),
    ],
)
def test_information_lost_by_hand(after, lost):
    before = pd.DataFrame({"born": ["1961", "1962", "1963", "1964", "1965"]})
    assert information_lost(before, pd.DataFrame({"born": after}), ["born"]) == pytest.approx(lost)


def test_all_columns_count_alike_and_a_column_of_one_value_cannot_be_lost():
    before = pd.DataFrame({"born": ["1961", "1962"], "sex": ["f", "m"], "planet": ["Earth", "Earth"]})
    after = before.assign(sex="any", planet="any")
    assert information_lost(before, after, ["born", "sex", "planet"]) == pytest.approx(1 / 3)
    assert information_lost(before.iloc[:0], after.iloc[:0], ["born"]) == 0


rows_of = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.integers(1, 4)), min_size=1, max_size=40)


@given(rows_of)
def test_against_a_literal_count(table):
    rows = pd.DataFrame(table, columns=["sex", "born", "pay"])
    classes = [list(pay) for _, pay in rows.groupby(["sex", "born"])["pay"]]
    values = sorted(set(rows["pay"]))
    shares = {value: list(rows["pay"]).count(value) / len(rows) for value in values}
    equal, ordered, entropy = [], [], []
    for pay in classes:
        gaps = [pay.count(value) / len(pay) - shares[value] for value in values]
        equal.append(sum(map(abs, gaps)) / 2)
        ordered.append(sum(abs(sum(gaps[: place + 1])) for place in range(len(gaps))) / max(1, len(values) - 1))
        entropy.append(-sum(pay.count(v) / len(pay) * math.log(pay.count(v) / len(pay)) for v in set(pay)))
    by = ["sex", "born"]
    assert k_anonymity(rows, by) == min(map(len, classes))
    assert l_diversity(rows, by, "pay") == min(len(set(pay)) for pay in classes)
    assert entropy_l_diversity(rows, by, "pay") == pytest.approx(math.exp(min(entropy)))
    assert t_closeness(rows, by, "pay") == pytest.approx(max(equal), abs=1e-9)
    assert t_closeness(rows, by, "pay", distance="ordered") == pytest.approx(max(ordered), abs=1e-9)


def test_a_few_classes_at_a_time_give_the_same(monkeypatch):
    rng = np.random.default_rng(1)
    rows = pd.DataFrame({"born": rng.integers(0, 40, 300), "pay": rng.integers(0, 9, 300)})
    whole = t_closeness(rows, ["born"], "pay", distance="ordered")
    monkeypatch.setattr(anonymity, "CELLS_AT_A_TIME", 20)
    assert t_closeness(rows, ["born"], "pay", distance="ordered") == pytest.approx(whole)


@pytest.mark.parametrize("measure", [l_diversity, entropy_l_diversity, t_closeness])
def test_columns_of_ones_own_are_named_by_argument(measure):
    own = pd.DataFrame({"age": [30, 31], "illness": ["yes", "no"]})
    with pytest.raises(ValueError, match=r"no column 'birth_date'; they have: age, illness. Name yours with by=\.\.\."):
        measure(own, fact="illness")
    with pytest.raises(ValueError, match=r"no column 'late_nights'; .* Name yours with fact=\.\.\."):
        measure(own, by="age")
    assert measure(own, by="age", fact="illness") == measure(own, by=["age"], fact="illness")
    with pytest.raises(ValueError, match=r"no column 'birth_date'; .* Name yours with by=\.\.\."):
        Mondrian(2)(own)
    with pytest.raises(ValueError, match=r"no column 'late_nights'; .* Name yours with fact=\.\.\."):
        Mondrian(2, distinct=2, by="age")(own)
