"""The file that a learner hands in holds her answers and nothing else; what is missing is told."""

import json
from types import SimpleNamespace

import numpy as np
import pytest

from lessons.suppression import exercises
from teaching import progress
from teaching.handing_in import hand_in


def my_hidden_count(line):
    return 0


@pytest.fixture
def notebook():
    names = {
        "world": SimpleNamespace(seed="otter"),
        "one": exercises.get_one_back(),
        "two": exercises.suppress(),
        "three": exercises.publish_courses(),
    }
    names["one"].check(my_hidden_count)
    names["three"].check(exercises.Plan(threshold=5))
    progress.record("choice", "suppression/no-lines", "Nothing at all.")
    progress.record("choice", "amounts/other", "Another lesson.")
    return names


def test_the_file_holds_answers_and_no_verdict(notebook, tmp_path):
    told = repr(hand_in(names=notebook, folder=tmp_path))
    whole = json.loads((tmp_path / "hand_in_suppression.json").read_text(encoding="utf-8"))
    assert (whole["lesson"], whole["world"], whole["name"], whole["format"]) == ("suppression", "otter", "", 1)
    assert [(each["kind"], each["said"]) for each in whole["answers"]] == [
        ("function", "def my_hidden_count(line):\n    return 0"),
        ("value", repr(exercises.Plan(threshold=5))),
        ("question", ["Nothing at all."]),
    ]
    assert "NOT_YET" not in json.dumps(whole)
    assert "Exercises: 2 of 3." in told and "suppression/write-the-rule" in told and "names nobody" in told
    assert "Questions: 1 of 8." in told and "otter" in told


def test_a_name_stands_there_only_where_it_was_given(notebook, tmp_path):
    assert "Your name: Bea." in repr(hand_in(names=notebook, folder=tmp_path, name="Bea"))
    assert json.loads((tmp_path / "hand_in_suppression.json").read_text(encoding="utf-8"))["name"] == "Bea"


def test_numbers_of_numpy_are_written_as_numbers(tmp_path):
    task = exercises.publish_courses()
    for answer, said in (
        (np.int64(3), "3"),
        ([np.str_("a"), {np.float64(2.5)}], "['a', {2.5}]"),
        (exercises.Plan(threshold=np.int64(5)), repr(exercises.Plan(threshold=5))),
    ):
        task.check(answer)
        hand_in(names={"task": task}, folder=tmp_path)
        whole = json.loads((tmp_path / "hand_in_suppression.json").read_text(encoding="utf-8"))
        assert whole["answers"][0]["said"] == said and whole["world"] == 53


def test_a_function_without_source_is_told(tmp_path):
    task, made = exercises.get_one_back(), {}
    exec("def my_hidden_count(line): return 0", made)
    task.check(made["my_hidden_count"])
    assert "no function that can be written down whole: suppression/get-one-back" in repr(
        hand_in(names={"task": task}, folder=tmp_path)
    )


def test_what_cannot_be_handed_in_is_said_in_a_sentence(notebook, tmp_path):
    from lessons.amounts import exercises as others

    assert "nothing to hand in" in repr(hand_in(names={}))
    assert "amounts, suppression" in repr(hand_in(names=notebook | {"other": others.p_percent()}, folder=tmp_path))
    assert "cannot be written" in repr(hand_in(names=notebook, folder=tmp_path / "nowhere"))
