"""The answers are those of the lesson that was run; a teacher's own progress is not touched."""

import json

import pytest

from editions import answers
from editions.answers import answers_of
from editions.home import HOME
from teaching.progress import progress_file
from teaching.questions import questions

CODE = """
from teaching.widgets.concept_questions import concept_questions
from teaching.widgets.prediction import predict

guess = predict("example/how-many", "How many?", minimum=0, maximum=9)
display(guess)
guess.reveal(3 + 4)
guess = predict("example/which", "Which?", options=["this", "that"])
guess.reveal("that")
concept_questions("suppression")

from lessons.complementary_suppression.exercises import hide_ways
decision = hide_ways()
"""


@pytest.fixture
def notebook(tmp_path):
    path = tmp_path / "02_suppression.ipynb"
    cells = [
        {"cell_type": "markdown", "source": ["# 02 · An example\n", "\n", "Words."]},
        {"cell_type": "code", "source": CODE.splitlines(keepends=True)},
    ]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return path


def test_predictions_come_with_what_is_true_though_a_name_is_used_twice(notebook):
    found = answers_of(notebook)
    assert found.title == "02 · An example"
    assert found.predictions == [("How many?", 7), ("Which?", "that")]
    assert "- How many? **7**\n- Which? **that**" in found.markdown()


def test_of_each_question_the_right_answer_is_told(notebook):
    text = answers_of(notebook).markdown()
    for question in questions("suppression"):
        for answer in question.answers:
            assert (f"**{answer.text}**" in text) is answer.right


def test_of_a_decision_one_way_is_told(notebook):
    text = answers_of(notebook).markdown()
    assert "Which cells do you hide?" in text and "def cover_by_car()" in text


def test_a_lesson_is_run_its_exercises_are_solved_and_nothing_is_recorded():
    text = answers_of(HOME / "notebooks" / "00_start_here.ipynb").markdown()
    assert "**253**" in text and "return sum(count < k for count in counts)" in text
    assert not progress_file().exists()


def test_all_lessons_go_into_one_file(notebook, tmp_path, monkeypatch):
    (tmp_path / "notebooks").mkdir()
    notebook.rename(tmp_path / "notebooks" / notebook.name)
    monkeypatch.setattr(answers, "HOME", tmp_path)
    out = tmp_path / "new" / "answers.md"
    assert str(out) in answers.main(["--out", str(out)])
    assert out.read_text(encoding="utf-8").startswith("# Answers") and "## 02 · An example" in out.read_text()


def test_a_cell_that_fails_is_named_and_no_file_is_left(tmp_path, monkeypatch, capsys):
    (tmp_path / "notebooks").mkdir()
    book = {"cells": [{"cell_type": "code", "source": "1 / 0"}]}
    (tmp_path / "notebooks" / "02_suppression.ipynb").write_text(json.dumps(book), encoding="utf-8")
    monkeypatch.setattr(answers, "HOME", tmp_path)
    with pytest.raises(SystemExit):
        answers.main(["--out", str(tmp_path / "answers.md")])
    assert "02_suppression.ipynb fails: ZeroDivisionError" in capsys.readouterr().err
    assert not (tmp_path / "answers.md").exists()


def test_a_folder_is_refused_before_any_lesson_is_run(tmp_path, capsys):
    with pytest.raises(SystemExit):
        answers.main(["--out", str(tmp_path)])
    assert f"{tmp_path} is a folder: name a file" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["file/answers.md", "long" * 100, "circle"])
def test_a_place_that_cannot_be_written_is_told_before_any_lesson_is_run(place, tmp_path, capsys):
    (tmp_path / "file").touch()
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(SystemExit) as ended:
        answers.main(["--out", str(tmp_path / place)])
    assert ended.value.code == 2 and "cannot be written (" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["circle", "file"]
