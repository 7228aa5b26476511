"""Each answer that is checked is recorded as right or not yet."""

from teaching import progress
from teaching.questions import Answer, Question
from teaching.widgets.concept_questions import concept_questions


def test_what_is_tried_is_recorded():
    first = concept_questions("suppression").children[0]
    right = [answer["right"] for answer in first.asked["answers"]].index(True)
    first.tried = [1 - min(right, 1)]
    first.tried = [*first.tried, right]
    assert progress.happened().query("kind == 'question'")["said"].tolist() == ["NOT_YET", "RIGHT"]
    assert progress.happened()["name"].str.startswith("suppression/").all()


def test_every_explanation_is_there_without_a_kernel():
    for control in concept_questions("suppression").children:
        assert all(answer["why"] for answer in control.asked["answers"])


def test_before_a_lesson_an_answer_is_kept_and_not_explained(monkeypatch):
    asked = Question("n", "t", (Answer("yes", True, "w"), Answer("no", False, "v")), "before")
    monkeypatch.setattr(
        "teaching.widgets.concept_questions.questions", lambda lesson, when: (asked,) * (when == "before")
    )
    [control] = concept_questions("suppression", "before").children
    assert "kept" in control.asked["words"] and concept_questions("suppression").children == ()
