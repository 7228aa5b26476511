"""What the learner did is kept line by line; damage costs a line and is told; nothing is kept that is not needed."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from teaching import progress
from teaching.progress import forget_everything, happened, last, my_progress, progress_file, record, what_next


def test_lines_come_back_in_order():
    record("prediction", "a/b", 3)
    record("attempt", "a/c", "RIGHT")
    record("prediction", "a/b", "vielleicht <b>")
    assert happened().to_numpy().tolist() == [
        ["prediction", "a/b", 3], ["attempt", "a/c", "RIGHT"], ["prediction", "a/b", "vielleicht <b>"]
    ]  # fmt: skip
    assert last("prediction", "a/b") == "vielleicht <b>"
    assert last("hint", "a/b") is None


@pytest.mark.parametrize("odd", ["\u2028", "\x85", "\x0b", "\r\n", "“c”"])
def test_signs_that_some_take_for_the_end_of_a_line_are_no_damage(odd):
    record("prediction", "a/b", f"one{odd}two")
    assert happened()["said"].tolist() == [f"one{odd}two"]


def test_a_torn_line_does_not_take_the_next_one_with_it():
    record("hint", "a/b", 1)
    whole = progress_file().read_bytes()
    progress_file().write_bytes(whole + whole[:20])
    record("hint", "a/b", 2)
    with pytest.warns(UserWarning, match="kept as"):
        assert happened()["said"].tolist() == [1, 2]


def test_the_file_says_no_more_than_what_was_done():
    record("hint", "a/b", 1)
    assert json.loads(progress_file().read_text()) == {"kind": "hint", "name": "a/b", "said": 1}


def test_two_processes_at_once_lose_nothing():
    command = "from teaching.progress import record\nfor n in range(50): record('hint', 'a/b', n)"
    with ThreadPoolExecutor() as both:
        list(both.map(lambda _: subprocess.run([sys.executable, "-c", command], check=True), range(2)))
    assert sorted(happened()["said"]) == sorted([*range(50)] * 2)


@pytest.mark.parametrize("damage", ["{", '{"kind": "hint"}', "\x00\xff", "[]", '{"kind": 1, "name": "a/b", "said": 2}'])
def test_a_damaged_line_is_told_and_kept_aside_and_the_others_go_on(damage):
    record("hint", "a/b", 1)
    with progress_file().open("a") as file:
        file.write(damage)
    record("hint", "a/b", 2)
    with pytest.warns(UserWarning, match=r"kept as .*damaged-1"):
        assert happened()["said"].tolist() == [1, 2]
    assert happened()["said"].tolist() == [1, 2]  # and no second warning
    assert damage.split("\x00")[0] in progress_file().with_name(f"{progress_file().name}.damaged-1").read_text()


def test_a_folder_that_cannot_be_written_is_told_and_stops_nobody(monkeypatch, tmp_path):
    monkeypatch.setenv(progress.PLACE, str(tmp_path / "no such folder" / "progress.jsonl"))
    with pytest.warns(UserWarning, match="The lesson works all the same") as said:
        for number in range(3):
            record("hint", "a/b", number)
    assert len(said) == 1
    assert happened().empty


def test_everything_can_be_forgotten():
    record("hint", "a/b", 1)
    progress_file().with_name(f"{progress_file().name}.damaged-1").touch()
    other = progress_file().with_name("something_else.jsonl")
    other.touch()
    assert "damaged-1" in forget_everything()
    assert list(progress_file().parent.iterdir()) == [other]
    assert "nothing to delete" in forget_everything()


def test_how_things_stand():
    for kind, name, said in (
        ("prediction", "one/guess", 3),
        ("attempt", "one/try", "NOT_YET"),
        ("hint", "one/try", 1),
        ("attempt", "one/try", "RIGHT"),
        ("question", "two/why", "NOT_YET"),
        ("hint", "two/try", 1),
    ):
        record(kind, name, said)
    assert my_progress().to_numpy().tolist() == [
        ["one", "guess", "prediction", "guessed", 1, 0],
        ["one", "try", "exercise", "right", 2, 1],
        ["two", "why", "question", "not yet", 1, 0],
        ["two", "try", "exercise", "begun", 0, 1],
    ]
    assert "question “why” of the lesson “two”. Not done yet, in all: 2" in what_next()


def test_what_moved_to_another_lesson_still_counts():
    record("attempt", "insiders/p-percent", "RIGHT")
    record("question", "insiders/all-groups", "NOT_YET")
    assert happened()["name"].tolist() == ["amounts/p-percent", "insiders/all-groups"]
    assert last("attempt", "amounts/p-percent") == "RIGHT"


def test_all_done():
    record("attempt", "a/b", "RIGHT")
    assert "done" in what_next()


def test_bad_words_get_a_sentence():
    with pytest.raises(ValueError, match="kind is 'grade'"):
        record("grade", "a/b", 1)
    with pytest.raises(ValueError, match="name is 'b'"):
        record("hint", "b", 1)
