"""Two extracts of the same people, by hand and against a literal search."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from disclosure.measures import score
from lessons.quasi_identifiers.intersection import intersect

FIRST = pd.DataFrame(
    {
        "row_id": [1, 2, 3, 4, 5, 6],
        "born": ["1960 to 1964"] * 3 + ["1965 to 1969"] * 3,
        "ill": ["flu", "flu", "gout", "flu", "gout", "mumps"],
    }
)
SECOND = pd.DataFrame({"born": ["1960 to 1962"] * 2 + ["1963 to 1969"] * 2, "ill": ["gout", "mumps", "flu", "mumps"]})
REGISTER = pd.DataFrame(
    {"register_id": [11, 12, 13, 14], "born": ["1961-01-01", "1964-01-01", "1966-01-01", "1980-01-01"]}
)


def found(register=REGISTER, first=FIRST, second=SECOND):
    return intersect(first, second, register, by=["born"], facts=["ill"])


def test_by_hand():
    guesses = found()
    assert guesses["first_crowd"].tolist() == [3, 3, 3, 0]
    assert guesses["second_crowd"].tolist() == [2, 2, 2, 0]
    assert guesses["crowd"].tolist() == [1, 2, 2, 0]  # gout; flu twice; flu and mumps; in neither
    assert guesses["claim"].fillna(0).tolist() == [3, 0, 0, 0]
    assert guesses["confidence"].tolist() == [1, 0.5, 0.5, 0]


def test_who_is_in_one_extract_only_is_wrongly_accused():
    truth = pd.DataFrame({"target": [11], "answer": pd.array([2], dtype="Int64")})  # not in the second extract
    assert score(found(REGISTER.head(1)), truth, blind=1 / 6).wrong == 1


def test_the_same_extract_twice_tells_nothing_new():
    guesses = found(second=FIRST)
    assert (guesses["crowd"] == guesses["first_crowd"]).all()


def test_empty_tables():
    assert found(REGISTER.iloc[:0]).empty
    assert found(first=FIRST.iloc[:0])["crowd"].eq(0).all()
    assert not found(second=SECOND.iloc[:0])["declared"].any()


rows = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("pq")), max_size=12)


@given(rows, rows, st.lists(st.sampled_from("abc"), min_size=1, max_size=5))
def test_against_a_literal_search(first, second, people):
    tables = [
        pd.DataFrame(table, columns=["born", "ill", "plan"]).assign(row_id=range(len(table)))
        for table in (first, second)
    ]
    register = pd.DataFrame({"register_id": range(len(people)), "born": people})
    guesses = intersect(*tables, register, by=["born"], facts=["ill", "plan"])
    for person, guess in zip(people, guesses.itertuples(), strict=True):
        said = {tuple(row[1:]) for row in second if row[0] == person}
        left = [place for place, row in enumerate(first) if row[0] == person and tuple(row[1:]) in said]
        assert guess.crowd == len(left)
        assert (guess.claim == left[0]) if len(left) == 1 else pd.isna(guess.claim)
