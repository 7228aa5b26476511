import numpy as np
import pytest

from data_gen.remarks import sentence

FACTS = {"country": "Netherlands", "region": "Groningen", "device": "tv", "sex": "male", "age_from": 50}


@pytest.mark.parametrize("seed", range(8))
def test_a_sentence_says_what_it_is_given(seed):
    said = sentence(FACTS, np.random.default_rng(seed))
    assert " in Groningen in the Netherlands, in his fifties, " in said
    assert " on the television" in said
    assert said[0].isupper() and said.endswith(".") and said.count(".") == 1


@pytest.mark.parametrize("seed", range(8))
def test_and_nothing_else(seed):
    said = sentence({"country": "Norway"}, np.random.default_rng(seed))
    words = ("television", "computer", "phone", "tablet", "signed up", " her ", " his ", "teenager", "ties,")
    assert not any(word in said for word in words)


def test_a_week_is_told_by_its_monday():
    said = sentence({"joined_week": np.datetime64("2017-04-17")}, np.random.default_rng(1))
    assert ", who signed up in the week of 17 April 2017, " in said


def test_teenagers_are_teenagers():
    assert "still a teenager" in sentence({"age_from": 13}, np.random.default_rng(1))
