"""No names, facts that follow from the log, and a key that leads back."""

import pandas as pd
import pytest

from lessons.quasi_identifiers.release import (
    as_in_an_extract,
    favourite_genres,
    in_words,
    late_nights,
    research_extract,
    who_is_who,
)

VIEWERS = pd.DataFrame(
    {
        "viewer_id": [70, 80, 90],
        "name": ["A", "B", "C"],
        "birth_date": pd.to_datetime(["1961-03-04", "1970-05-06", "1990-12-11"]),
        "sex": ["female", "male", "female"],
        "country": "United States",
        "region": ["Texas", "New York", "Texas"],
        "postcode": ["73301", "10001", "73301"],
        "time_zone": ["America/Chicago", "America/New_York", "America/Chicago"],
        "plan": ["basic", "standard", "premium"],
    }
)
TITLES = pd.DataFrame({"title_id": [7, 8], "genre": ["drama", "crime"]})
VIEWS = pd.DataFrame(
    [
        (70, 7, "2017-12-01", "2017-12-01 06:00", 30),  # midnight in Chicago: late
        (70, 8, "2017-12-01", "2017-12-01 10:59", 40),  # 4:59, the same night
        (70, 7, "2017-12-02", "2017-12-02 11:00", 20),  # 5:00: early
        (80, 8, "2017-12-01", "2017-12-01 06:00", 50),  # 1:00 in New York: late
        (80, 8, "2017-12-02", "2017-12-02 04:59", 50),  # 23:59 of the day before: not late
    ],
    columns=["viewer_id", "title_id", "day", "started_at", "minutes_watched"],
).astype({"day": "datetime64[s]"})
VIEWS["started_at"] = pd.to_datetime(VIEWS["started_at"], utc=True)


def test_nights_are_counted_by_the_viewers_own_clock_and_once():
    assert late_nights(VIEWS, VIEWERS).sort_index().to_dict() == {70: 1, 80: 1}


def test_words_at_their_edges():
    nights = pd.Series([0, 2, 3, 11, 12, 51, 52, 400])
    assert in_words(nights).cat.codes.tolist() == [0, 0, 1, 1, 2, 2, 3, 3]


def test_equal_genres_go_to_the_first_in_the_alphabet():
    assert favourite_genres(VIEWS, TITLES)[70] == "drama"
    assert favourite_genres(VIEWS.head(2).assign(minutes_watched=5), TITLES)[70] == "crime"


def test_the_extract_has_no_names_and_the_key_leads_back():
    rows, key = research_extract(VIEWERS, VIEWS, TITLES)
    assert rows.columns.tolist() == [
        "row_id", "birth_date", "sex", "postcode", "plan", "favourite_genre", "late_nights"
    ]  # fmt: skip
    found = rows.merge(key).set_index("viewer_id").loc[70]
    assert found[["birth_date", "postcode", "favourite_genre"]].tolist() == ["1961-03-04", "Texas, 73301", "drama"]
    silent = rows.merge(key).set_index("viewer_id").loc[90]
    assert (silent["favourite_genre"], silent["late_nights"]) == ("none", "hardly ever")


def test_the_share_and_the_seed():
    drawn = [set(research_extract(VIEWERS, VIEWS, TITLES, share=0.34, seed=seed)[1]["viewer_id"]) for seed in range(9)]
    assert {len(viewers) for viewers in drawn} == {1} and len(set.union(*drawn)) > 1
    again = [research_extract(VIEWERS, VIEWS, TITLES, seed=4)[0] for _ in range(2)]
    pd.testing.assert_frame_equal(*again)


@pytest.mark.parametrize("share", [0, -1, 1.01, float("nan")])
def test_a_share_that_cannot_be_drawn(share):
    with pytest.raises(ValueError, match="share is"):
        research_extract(VIEWERS, VIEWS, TITLES, share=share)


def test_a_register_is_written_in_the_same_way():
    register = VIEWERS[["name", "birth_date", "sex", "country", "region", "postcode"]]
    assert as_in_an_extract(register).columns.tolist() == ["name", "birth_date", "sex", "postcode"]


def test_who_is_not_in_the_extract_has_no_answer():
    register = pd.DataFrame({"target": [1, 2, 3], "answer": pd.array([90, 70, None], dtype="Int64")})
    truth = who_is_who(register, pd.DataFrame({"row_id": [5, 6], "viewer_id": [70, 80]}))
    assert truth["answer"].isna().tolist() == [True, False, True] and truth["answer"][1] == 5
