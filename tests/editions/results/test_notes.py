"""What is for the teacher alone."""

from editions.results.hand_ins import Answer, Damaged, HandIn
from editions.results.notes import notes_of
from editions.results.rechecking import Checked
from teaching.coincidences import Coincidence, Look

HAND_IN = HandIn("a.json", "suppression", 53, "", {"suppression/get-one-back": Answer("function", ("def f(): pass",))})


def test_damage_functions_and_unknown_answers_are_named():
    text = notes_of([HAND_IN], [Damaged("b.json", "it is no text")], Checked({}, {}, ("a.json",)))
    assert "- b.json: it is no text." in text and "a.json: it answers something" in text
    assert "`make results FOLDER=... CODE=1`" in text
    assert "Nothing to compare" in text
    assert "CODE=1" not in notes_of([HAND_IN], [], Checked({}, ran_code=True))


def test_coincidences_stand_under_their_heading_with_what_chance_brings():
    look = Look((Coincidence("a.json", "b.json", "w", 977, 0.01),), 0.4, 380, 200)
    text = notes_of([], [], Checked({}, {"w": look}))
    assert text.index("this is no proof") < text.index("found 1; expected by chance alone 0.40; pairs compared 380")
    assert "a.json answered 977, which is right in the world of b.json (and in 1.0% of all worlds)" in text
