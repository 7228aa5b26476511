"""What every guess looks like, whoever makes it; and what is said of frames that lack something."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.frames import guesses, one_in, require


def test_all_columns_that_are_there_are_fine():
    assert require(pd.DataFrame({"film": ["A"], 7: [1]}), ["film", 7], "people") is None


def test_a_frame_without_columns():
    with pytest.raises(ValueError, match=r"^people has no column 'film'; it has: none\.$"):
        require(pd.DataFrame(), ["film"], "people")


def test_whole_numbers_stay_whole_numbers():
    made = guesses(["a", "b", "c"], [1, None, 3], [1, 0, 0.5], [True, False, False])
    assert str(made["claim"].dtype) == "Int64" and made["claim"].fillna(0).tolist() == [1, 0, 0]
    assert made.dtypes.map(str).tolist()[2:] == ["float64", "bool"]


def test_fractions_and_words_stay_what_they_are():
    assert guesses(["a"], [0.5], [1], [True])["claim"].tolist() == [0.5]
    for nothing in (None, float("nan"), pd.NA):
        words = guesses(["a", "b"], pd.Series(["comedy", nothing], dtype=object), [1, 0], [True, False])["claim"]
        assert words.dropna().tolist() == ["comedy"] and str(words.dtype) == "str"


def test_the_index_of_the_targets_is_kept_and_all_else_goes_by_position():
    targets = pd.Series(["x", "y"], index=[5, 3])
    made = guesses(targets, pd.Series([1, 2], index=[3, 5]), [1, 1], [True, True], crowd=pd.Series([8, 9]))
    assert made.index.tolist() == [5, 3] and made["claim"].tolist() == [1, 2] and made["crowd"].tolist() == [8, 9]


def test_nobody_to_guess_about():
    made = guesses([], [], [], [])
    assert made.empty and made.columns.tolist() == ["target", "claim", "confidence", "declared"]
    assert made.dtypes.map(str).tolist()[2:] == ["float64", "bool"]


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ((["a"], [1], [1.5], [True]), "the confidence about 'a' is not between 0 and 1."),
        ((["a"], [1], [None], [True]), "the confidence about 'a' is not between 0 and 1."),
        ((["a", "b"], [1, None], [1, 1], [True, True]), "the guess about 'b' is declared and claims nothing."),
        ((["a", "b"], [1, 2], [1, 1], [None, True]), "it is not said whether the guess about 'a' is declared."),
        ((["a"], [1, 2], [1], [True]), "claim has 2 values for 1 targets."),
    ],
)
def test_what_is_no_guess(columns, sentence):
    with pytest.raises(ValueError, match=sentence):
        guesses(*columns)


@given(st.lists(st.tuples(st.integers(), st.booleans(), st.floats(0, 1)), max_size=8))
def test_what_is_not_declared_is_not_claimed(rows):
    claim, declared, confidence = ([row[place] for row in rows] for place in range(3))
    made = guesses(range(len(rows)), pd.array(claim, dtype=object), confidence, declared)
    assert made["claim"].isna().tolist() == [not each for each in declared]
    assert made["claim"].dropna().tolist() == [one for one, aloud in zip(claim, declared, strict=True) if aloud]
    assert one_in([len(rows)])[0] * len(rows) == (1 if rows else 0)
