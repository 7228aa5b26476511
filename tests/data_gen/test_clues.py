import numpy as np
import pandas as pd
import pytest

from data_gen import make_world
from data_gen.clues import CARDS, FACT_COLUMNS, choose_cards, facts_of, make_clues

PEOPLE = pd.DataFrame(
    {
        "viewer_id": [11, 12, 13, 14],
        "country": ["Norway", "Norway", "Chile", "Chile"],
        "region": ["Oslo", "Bergen", "Maule", "Maule"],
        "device": ["tv", "tv", "phone", "tv"],
        "sex": ["female", "male", "female", "female"],
        "joined_on": pd.to_datetime(["2017-04-19", "2017-04-17", "2016-01-03", "2016-01-04"]).astype("datetime64[s]"),
        "age": np.array([13, 29, 30, 88], dtype=np.int16),
    }
)


def test_facts_are_those_a_colleague_would_know():
    facts = facts_of(PEOPLE)
    assert facts["joined_week"].dt.strftime("%d %b").tolist() == ["17 Apr", "17 Apr", "28 Dec", "04 Jan"]
    assert facts["age_from"].tolist() == [13, 20, 30, 80] and facts["age_to"].tolist() == [19, 29, 39, 89]


def test_cards_are_about_three_people_who_stand_alone():
    cards = choose_cards(PEOPLE, 53)
    assert list(cards) == list(CARDS)
    assert cards["first"][0] in {11, 12} and cards["first"][1] == ("country", "region")
    assert len({viewer for viewer, _ in cards.values()}) == 3


def test_every_person_gets_one_clue_in_an_order_that_tells_nothing():
    clues, truth = make_clues(PEOPLE[:2], PEOPLE[2:], {}, 53)
    assert clues["clue_id"].tolist() == truth["target"].tolist() == [1, 2, 3, 4]
    assert set(truth["answer"].dropna()) == {11, 12}


@pytest.fixture(scope="module", params=[53, 1, 2, "ada", "zoë"])
def world(request):
    return make_world(700, seed=request.param)


def fitting(world):
    """For each clue, the viewers of the vigil whom its facts fit."""
    viewers, truth = world.viewers, world.truth.stories
    vigil = viewers[viewers["viewer_id"].isin(truth.loc[truth["target"] == "vigil", "answer"])]
    facts, found = facts_of(vigil), {}
    for clue in world.outside.clues.to_dict("records"):
        told = [column for column in FACT_COLUMNS if pd.notna(clue[column])]
        fits = np.all([facts[column] == clue[column] for column in told], axis=0)
        found[clue["clue_id"]] = vigil.loc[fits, "viewer_id"].tolist()
    return found


def test_clues_about_the_53_fit_their_person_and_many_fit_nobody_else(world):
    found, truth = fitting(world), world.truth.clues.set_index("target")["answer"].dropna()
    assert all(person in found[clue] for clue, person in truth.items())
    assert 0.4 < np.mean([len(found[clue]) == 1 for clue in truth.index]) < 0.8


def test_clues_about_others_sometimes_accuse_one_of_the_53(world):
    found, truth = fitting(world), world.truth.clues.set_index("target")["answer"]
    wrong = [len(found[clue]) == 1 for clue in truth.index[truth.isna()]]
    assert len(wrong) == 53 and 0 < np.mean(wrong) < 0.4


def test_the_three_cards_fit_exactly_one(world):
    found, clues = fitting(world), world.outside.clues
    for card in CARDS:
        clue = clues.loc[clues["card"] == card, "clue_id"].item()
        assert found[clue] == [world.people[f"{card} card"]]
