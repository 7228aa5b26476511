"""Whom the lesson follows, by hand."""

import pandas as pd

from lessons.linking.story import agreements, extremes, never_written, some_reviews, women_to_follow

TRUTH = pd.DataFrame({"target": ["bea", "dan", "eve"], "answer": pd.array([7, 8, None], dtype="Int64")})
TITLES = pd.DataFrame({"title_id": range(8), "title": list("ABCDEFGH"), "genre": "drama"})
LOG = pd.DataFrame(
    {
        "viewer_id": [7] * 8 + [8],
        "title_id": [*range(8), 0],
        "stars": [3, 3, 1, 2, 2, 5, 5, 5, 3],
        "day": pd.Timestamp("2017-12-01"),
    }
)
REVIEWS = pd.DataFrame(
    {
        "target": ["bea", "bea", "dan", "eve"],
        "title_id": [0, 1, 0, 0],
        "stars": [3, 4, 3, 3],
        "day": pd.Timestamp("2017-12-01"),
    }
)
VIEWERS = pd.DataFrame({"handle": ["bea", "dan"], "sex": ["female", "male"], "age": [40, 40]})
PRIVATE = never_written(LOG, REVIEWS, TRUTH)
AGREEING = agreements(LOG, REVIEWS, TRUTH)


def test_some_reviews_of_those_who_wrote_enough():
    known, truth = some_reviews(REVIEWS, TRUTH, pd.Series({7: 70, 8: 80}), each=2)
    assert known["target"].tolist() == ["bea", "bea"]
    assert truth.to_dict("list") == {"target": ["bea"], "answer": [70]} and truth["answer"].dtype == "Int64"


def test_a_title_that_is_reviewed_twice_counts_once():
    again = pd.concat([REVIEWS, REVIEWS.iloc[[2]]])
    assert "dan" not in some_reviews(again, TRUTH, pd.Series({7: 70, 8: 80}), each=2)[0]["target"].tolist()


def test_agreements_count_title_stars_and_day():
    assert AGREEING.to_dict() == {"bea": 1, "dan": 1}


def test_what_somebody_never_wrote_about():
    assert PRIVATE["title_id"].tolist() == [2, 3, 4, 5, 6, 7] and set(PRIVATE["target"]) == {"bea"}


def test_a_grown_woman_with_opinions_is_followed():
    assert women_to_follow(VIEWERS, PRIVATE, AGREEING, TRUTH)["target"].tolist() == ["bea"]


def test_where_there_is_none_anybody_in_the_log_may_be():
    young = VIEWERS.assign(age=16)
    assert women_to_follow(young, PRIVATE, AGREEING, TRUTH)["target"].tolist() == ["bea", "dan"]


def test_what_she_liked_least_and_most():
    told = extremes(PRIVATE, TITLES, "bea")
    assert told["title"].tolist() == list("CDEFGH") and told["stars"].tolist() == [1, 2, 2, 5, 5, 5]
