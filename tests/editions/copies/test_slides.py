"""Slides by rule: the question, and for each section how it begins, what is asked, a table, its charts."""

from editions.copies.sections import sections
from editions.copies.slides import slides
from tests.editions.copies.lesson import ANSWERS, cells


def test_the_slides_of_a_lesson():
    made = slides(sections(cells()))
    assert [(slide.heading, slide.kind) for slide in made] == [
        ("02 · A lesson", "title"),
        ("One person", "words"),
        ("One person", "picture"),
        ("One person", "question"),
        ("One person", "picture"),
        ("One person", "question"),
        ("One person", "question"),
        ("One person", "question"),
        ("One person", "question"),
        ("“More” of *it*", "words"),
        ("Check yourself", "words"),
        ("Check yourself", "question"),
        ("Check yourself", "picture"),
        ("Check yourself", "question"),
        ("What to remember", "points"),
    ]
    assert "Who is found? Term" in made[0].body and "do another." in made[0].body
    assert "Ada asks: who? Bea is there." in made[1].body and "third" not in made[1].body
    assert "A second one." in made[-1].body and "Next" not in made[-1].body
    whole = "".join(slide.body for slide in made)
    assert [answer for answer in ANSWERS if answer in whole] == [] and "given" not in whole
