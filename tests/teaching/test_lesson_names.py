"""A lesson is called as on its notebook, also where that is not there, or the folder is gone."""

from teaching.lesson_names import lesson_name
from tests.test_structure import LESSONS, ROOT


def test_each_lesson_is_called_by_its_number_and_its_words():
    for lesson in LESSONS:
        assert lesson_name(lesson.split("_", 1)[1], ROOT / "notebooks") == lesson.replace("_", " ")


def test_without_its_notebook_a_lesson_has_no_number(tmp_path):
    (tmp_path / "xx_noise.ipynb").touch()
    (tmp_path / "12_noise.md").touch()
    assert lesson_name("noise", tmp_path) == lesson_name("noise", tmp_path / "gone") == "noise"
