"""Eighteen questions are answered from what is out, and no answer is told."""

from lessons.release_desk.answering import CANNOT, RIGHT, WRONG, answers
from lessons.release_desk.decisions import published
from lessons.release_desk.letters import REQUESTS
from tests.lessons.release_desk.small_desk import office


def test_eighteen_questions():
    found = answers(office(), published(office(), {"joke": "as asked"}))
    assert list(found) == ["request", "question", "verdict"] and len(found) == 3 * len(REQUESTS) == 18
    assert found["verdict"].tolist() == [RIGHT] * 3 + [CANNOT] * 15


def test_a_coarse_extract_answers_little():
    found = answers(office(), published(office(), {"extract": "coarser"}))
    verdicts = found.loc[found["request"] == "extract", "verdict"].tolist()
    assert set(verdicts) <= {RIGHT, WRONG, CANNOT} and verdicts.count(CANNOT) == 2
