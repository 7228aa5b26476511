"""An explorer is data: two sliders in factors, a field for each setting, and its sentence."""

import numpy as np
import pytest

from lessons.reconstruction.explorer import ASKED, FIRST, NOISE, explore_questions

WATCHED = np.random.default_rng(53).random(200) < 0.35


@pytest.fixture(scope="module")
def explorer():
    return explore_questions(WATCHED, 0.35)


def test_it_begins_at_one_question_for_each_person(explorer):
    assert explorer.setting == FIRST and ASKED.texts[FIRST["questions"]] == "200"
    assert len(explorer.settings) == len(ASKED.texts) * len(NOISE.texts) == 99
    names = {param["name"] for param in explorer.figure["spec"]["params"]}
    assert names == {*explorer.setting, "field"}


def test_each_sentence_has_right_wrong_and_blind(explorer):
    row = explorer.settings.query("questions == 4 and noise == 2").iloc[0]
    said = explorer.lookups["sentences"].table[4, 2]
    assert said.startswith("800 questions, each answer off by 2.8 people on average (about ")
    assert f"Ada is right about {row['right']} of 200 people and wrong about {row['wrong']}. A blind guess: " in said
    assert said.endswith(f"{(~WATCHED).sum()} right.")


def test_fields_have_a_letter_for_each_person(explorer):
    fields = explorer.lookups["field"].table
    assert {len(field) for field in fields.values()} == {200} and set("".join(fields.values())) == {"r", "w"}
    assert fields[8, 0] == "r" * 200
