"""What a label stands for, and who falls into which class."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.records.equivalence_classes import class_of, classes_of, positions, span

DAYS = np.array(["1959-12-31", "1960-01-01", "1960-06-30", "1969-12-31", "1970-01-01"])
PLACES = np.array(["New York, 10001", "Texas, 10001", "Texas, 73301", "Texasville, 10001"])


@pytest.mark.parametrize(
    ("label", "domain", "inside"),
    [
        ("1960", DAYS, ["1960-01-01", "1960-06-30"]),
        ("1960-06", DAYS, ["1960-06-30"]),
        ("1960 to 1969", DAYS, ["1960-01-01", "1960-06-30", "1969-12-31"]),
        ("1959-12-31 to 1960-01-01", DAYS, ["1959-12-31", "1960-01-01"]),
        ("1960-01-02 to 1960-01-31", DAYS, []),
        ("any", DAYS, DAYS.tolist()),
        ("Texas", PLACES, ["Texas, 10001", "Texas, 73301"]),
        ("New York, 10001 to Texas, 10001", PLACES, ["New York, 10001", "Texas, 10001"]),
        ("", PLACES, []),
        ("Utah to Ohio", PLACES, []),  # the wrong way round: nobody
    ],
)
def test_what_a_label_stands_for(label, domain, inside):
    first, stop = span(pd.Series([label]), domain)
    assert domain[first[0] : stop[0]].tolist() == inside


def test_a_missing_label_stands_for_nobody_and_changes_no_other():
    first, stop = span(pd.Series(["1960", None]), DAYS)
    assert (stop - first).tolist() == [2, 0]


def test_classes_by_hand():
    rows = pd.DataFrame({"sex": ["f", "m", "f", "f"], "born": ["1961", "1961", "1962", "1961"]})
    numbers, classes = classes_of(rows, ["sex", "born"])
    assert numbers.tolist() == [0, 1, 2, 0]
    assert classes.to_numpy().tolist() == [["f", "1961"], ["m", "1961"], ["f", "1962"]]
    assert classes_of(rows, [])[0].tolist() == [0, 0, 0, 0]
    assert len(classes_of(rows.iloc[:0], ["sex"])[1]) == 0


def test_a_missing_value_is_a_value_of_its_own():
    assert classes_of(pd.DataFrame({"born": ["1961", None, None]}), ["born"])[0].tolist() == [0, 1, 1]


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="no column 'age'; they have: born"):
        classes_of(pd.DataFrame({"born": ["1961"]}), ["age"])


def test_who_fits_no_class_and_who_fits_two():
    people = pd.DataFrame({"born": ["1961-03-04", "1970-01-01", None]}, index=["Ada", "Grace", "Zoë"])
    assert class_of(people, pd.DataFrame({"born": ["1961"]})).tolist() == [0, -1, -1]
    with pytest.raises(ValueError, match="person 'Ada' fits two classes"):
        class_of(people, pd.DataFrame({"born": ["1961", "1960 to 1969"]}))


def test_many_classes():
    values = pd.Series([f"{number:04}" for number in range(1_300)])
    people = pd.DataFrame({"code": values.iloc[::-1]})
    assert class_of(people, pd.DataFrame({"code": values})).tolist() == list(range(1_300))[::-1]


codes = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xy")), min_size=1, max_size=20)


@given(codes)
def test_with_fine_values_it_is_a_join(pairs):
    rows = pd.DataFrame(pairs, columns=["born", "sex"])
    numbers, classes = classes_of(rows, ["born", "sex"])
    assert class_of(rows, classes).tolist() == numbers.tolist()
    assert len(classes) == len(set(pairs))
    assert positions(rows["born"])[0].tolist() == sorted(set(rows["born"]))


def test_numbers_that_text_orders_otherwise_are_refused():
    domain, place = positions(pd.Series([1970, 1961]))
    assert domain.tolist() == ["1961", "1970"] and place.tolist() == [1, 0]
    with pytest.raises(ValueError, match=r"column 'age' holds numbers, .*\.str\.zfill\(3\)"):
        positions(pd.Series([9, 10], name="age"))
