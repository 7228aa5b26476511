"""The survey of three viewers by hand, and two halves by lot."""

import pandas as pd

from lessons.synthetic.release import answers_of, known_of, public_tree, survey, two_halves
from tests.lessons.synthetic.small_survey import MEMBERS, OTHERS, small_survey

VIEWS = pd.DataFrame(
    {"viewer_id": [1, 1, 2, 3, 3], "title_id": [7, 8, 7, 7, 9], "minutes_watched": [10, 30, 90, 60, 60]}
)
VIEWERS = pd.DataFrame(
    {
        "viewer_id": [1, 2, 3, 4],
        "sex": list("fmff"),
        "plan": list("bbpb"),
        "device": list("xxyx"),
        "age": [17, 18, 80, 30],
    }
)
TITLES = pd.DataFrame({"title_id": [7, 8, 9], "title": list("ABC"), "genre": ["drama", "crime", "comedy"]})


def test_everybody_who_has_watched_something_is_asked():
    people = survey(VIEWS, VIEWERS, TITLES, n_titles=2)
    assert people.index.tolist() == [1, 2, 3]
    assert people.columns.tolist() == ["sex", "age_group", "plan", "device", "watches", "A", "B", "genre"]
    assert people["age_group"].tolist() == ["under 18", "18 to 24", "75 and over"]
    assert people["watches"].tolist() == ["little", "some", "much"]
    assert people["A"].tolist() == ["yes"] * 3 and people["B"].tolist() == ["yes", "no", "no"]
    assert people["genre"].tolist() == ["crime", "drama", "comedy"]  # the third: a tie, the first by name
    assert people["genre"].cat.categories.tolist() == ["comedy", "crime", "drama"]


def test_halves_are_as_large_as_each_other_and_have_nobody_in_common():
    assert len(MEMBERS) == len(OTHERS) == 400 and not set(MEMBERS.index) & set(OTHERS.index)
    one, other = two_halves(small_survey(9))
    assert len(one) == len(other) == 4


def test_neighbours_know_all_but_the_genre():
    known, truth = known_of(MEMBERS), answers_of(MEMBERS)
    assert known.columns.tolist() == ["target", *MEMBERS.columns[:-1]]
    assert truth["target"].tolist() == known["target"].tolist() == MEMBERS.index.tolist()
    assert truth["answer"].tolist() == MEMBERS["genre"].tolist()


def test_what_everybody_knows_names_columns_that_are_there():
    edges = public_tree(MEMBERS)
    assert ("watches", "title 0") in edges and ("genre", "plan") in edges
    assert {name for edge in edges for name in edge} <= set(MEMBERS.columns)
