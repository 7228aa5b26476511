"""Whom the lesson begins with: a remark that fits one printed person alone, and is about her."""

from lessons.release_desk.story import story_of_bea
from tests.lessons.release_desk.small_desk import office


def test_one_remark_and_one_printed_person():
    story = story_of_bea(office())
    assert len(story.remark) == len(story.printed) == 1 and "viewer_id" not in story.printed
    assert story.remark["sentence"].iloc[0]
