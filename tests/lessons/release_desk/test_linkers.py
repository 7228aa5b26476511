"""Linking: three rows and a register that can be joined in the head; reviews that fit one row; who is behind them."""

from types import SimpleNamespace

import pandas as pd

from lessons.release_desk.extract import LOG, ROWS
from lessons.release_desk.linkers import (
    REGISTER,
    REVIEWS,
    WRITTEN,
    listed,
    read_register,
    read_reviews,
    some_reviews,
    writers,
)
from lessons.release_desk.scores import attacked
from tests.lessons.release_desk.small_office import of, released, small_office


def test_an_entry_and_a_row_that_are_alone_with_each_other_are_one():
    rows = pd.DataFrame(
        {"row_id": [1, 2, 3], "birth_date": ["1961", "1961", "1970"], "sex": "male", "postcode": "Texas"}
    )
    entries = {"register_id": [7, 8, 9], "sex": "male", "postcode": "73301", "region": "Texas"}
    birth = pd.to_datetime(["1961-03-04", "1970-05-06", "1970-05-06"])
    register = pd.DataFrame(entries).assign(birth_date=birth, country=["United States"] * 2 + ["France"])
    known = SimpleNamespace(outside=SimpleNamespace(register=register))
    told = read_register((released({ROWS: rows}),), known)
    assert told["claim"].fillna(0).tolist() == [0, 3], "1961 fits two rows; France is not asked"


def test_reviews_lead_to_the_row_that_has_these_titles_on_these_days():
    day = pd.Timestamp("2017-03-01")
    titles = {row: range(10 * row, 10 * row + 9) for row in range(1, 6)}
    log = pd.DataFrame([(row, title, "A film", day) for row, its in titles.items() for title in its])
    log.columns = ["row_id", "title_id", "title", "day"]
    reviews = pd.DataFrame({"handle": "bea", "title_id": list(titles[3])[:WRITTEN], "day": day})
    known = SimpleNamespace(outside=SimpleNamespace(reviews=reviews))
    told = read_reviews((released({LOG: log}),), known)
    assert told[["target", "claim"]].to_numpy().tolist() == [["bea", 3]]


def test_eight_reviews_of_each_who_wrote_so_many():
    some = some_reviews(small_office().world.outside.reviews)
    assert some["target"].value_counts().eq(WRITTEN).all() and set(some) == {"target", "title_id", "day"}


def test_days_and_birth_years_find_people_and_nothing_is_left_to_link_where_both_are_gone():
    found = attacked(small_office(), [of("extract", "as asked")], (REGISTER, REVIEWS))
    assert all(one.beyond_blind and one.risk.wrong > 0 for one in found.outcomes)
    gone = attacked(small_office(), [of("extract", "coarser"), of("extract", "on site")], (REGISTER, REVIEWS))
    assert gone.found == 0 and [one.attack for one in gone.outcomes] == [REGISTER.name]


def test_behind_a_handle_and_an_entry_stands_a_viewer_or_nobody():
    truth = small_office().world.truth
    for behind, answers in ((writers, truth.reviews), (listed, truth.register)):
        told = behind(small_office(), (), answers[["target"]])
        assert told.answers["answer"].isna().any() and told.answers["answer"].notna().any()
        person = answers.dropna().iloc[0]
        assert told.people[person["target"]] == {person["answer"]}
