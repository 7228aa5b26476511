"""The people whom the notebook follows are what the text says of them."""

import pandas as pd
import pytest

from disclosure.records.generalisation import Generalise
from disclosure.records.mondrian import Mondrian
from lessons.quasi_identifiers.persons import (
    known_to_be_in,
    late_sleeper,
    one_neighbour,
    one_secret,
    wrongly_accused,
)
from tests.lessons.quasi_identifiers.small_extract import EXTRACT, REGISTER, TRUTH

NIGHTS = pd.CategoricalDtype(["hardly ever", "now and then", "every week"], ordered=True)
ROWS = EXTRACT.astype({"late_nights": NIGHTS}).assign(plan="basic", favourite_genre="drama")
NAMED = REGISTER.assign(name=[f"person {number}" for number in REGISTER["register_id"]])
MEMBERS = known_to_be_in(NAMED, TRUTH)


def test_bea_is_a_woman_in_both_whom_one_row_fits():
    bea = late_sleeper(ROWS, NAMED, TRUTH)
    fits = (ROWS[["birth_date", "sex", "postcode"]] == bea[["birth_date", "sex", "postcode"]]).all(axis="columns")
    assert bea["sex"] == "female" and fits.sum() == 1


def test_the_accused_and_the_row_agree_in_what_is_told_and_are_two_people():
    entry, row = wrongly_accused(Generalise("year", postcode="area"), ROWS, NAMED, TRUTH).to_dict("records")
    assert entry["birth_date"][:4] == row["birth_date"][:4] and entry["sex"] == row["sex"]
    assert (entry["birth_date"], entry["postcode"]) != (row["birth_date"], row["postcode"])


def test_a_crowd_with_one_secret_says_the_same():
    person, crowd = one_secret(Mondrian(2)(ROWS), MEMBERS)
    assert len(crowd) >= 2 and crowd["late_nights"].nunique() == 1
    assert person["name"] in set(MEMBERS["name"])


def test_of_the_neighbour_one_row_is_left():
    rows = ROWS.assign(plan=ROWS["row_id"].astype("str"))
    crowd = one_neighbour(Mondrian(3)(rows), Mondrian(3)(rows.iloc[30:]), MEMBERS)
    assert len(crowd) >= 3 and crowd["also in the second"].eq("yes").sum() == 1


def test_where_nobody_is_alone_it_says_so():
    boxes = Mondrian(3)(ROWS.assign(late_nights="hardly ever"))
    with pytest.raises(ValueError, match="nobody of these keeps a crowd of one"):
        one_neighbour(boxes, boxes, MEMBERS)


def test_members_of_two_extracts_are_in_both():
    nobody = TRUTH.assign(answer=pd.array([None] * len(TRUTH), dtype="Int64"))
    assert len(MEMBERS) == 30 and known_to_be_in(NAMED, TRUTH, nobody).empty
