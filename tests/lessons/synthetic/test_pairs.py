"""Tables of two columns that can be counted by eye."""

import pandas as pd
import pytest

from lessons.synthetic.pairs import coded, labelled, two_way_error

PEOPLE = pd.DataFrame({"plan": list("bbpp"), "device": list("xxyx"), "sex": list("fmfm")}, dtype="category")


def test_people_are_counted_by_two_columns():
    assert coded(PEOPLE).count(0, 1).tolist() == [[2, 0], [1, 1]]
    assert list(coded(PEOPLE).all_pairs()) == [(0, 1), (0, 2), (1, 2)]


def test_what_is_written_as_numbers_is_read_back_with_all_labels():
    wider = PEOPLE.assign(plan=PEOPLE["plan"].cat.add_categories("z"))
    assert labelled(coded(wider).places, wider).equals(wider)


def test_files_of_different_length_are_compared_by_shares():
    assert two_way_error(PEOPLE, pd.concat([PEOPLE, PEOPLE], ignore_index=True)) == 0
    torn = PEOPLE.assign(sex=PEOPLE["sex"].to_numpy()[[0, 2, 1, 3]]).astype(PEOPLE.dtypes)
    assert two_way_error(PEOPLE, torn) == pytest.approx((0 + 0.5 + 0.5) / 3)


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        (PEOPLE.head(0), "people is empty"),
        (PEOPLE.astype("str"), "column 'plan' has no list of labels"),
        (
            PEOPLE.assign(plan=PEOPLE["plan"].where([True, False, True, True])),
            "column 'plan' has no label for somebody",
        ),
    ],
)
def test_what_cannot_be_counted_gets_a_sentence(people, sentence):
    with pytest.raises(ValueError, match=sentence):
        coded(people)


def test_files_with_other_labels_are_not_compared():
    with pytest.raises(ValueError, match="same columns and labels"):
        two_way_error(PEOPLE, PEOPLE.assign(plan=PEOPLE["plan"].cat.add_categories("z")))
    with pytest.raises(ValueError, match="two columns or more"):
        two_way_error(PEOPLE[["plan"]], PEOPLE[["plan"]])
