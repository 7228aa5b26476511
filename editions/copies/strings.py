"""What the copies for teachers say by themselves."""

from typing import Final

KINDS: Final = {
    "instructor": "Instructor's copy",
    "slides": "Slides",
    "handout": "Handout",
    "paper": "Paper pack",
}
INDEX: Final = {
    "instructor": "The instructor's copy of each lesson. It holds all answers: keep it to yourself.",
    "slides": "Slides, one file for each lesson: a browser is enough. Arrow keys turn them; Ctrl + P prints them.",
    "handout": "Handouts, to take home: the question, the pictures, the key points. They hold no answers.",
    "paper": "The paper pack, for a room without laptops: all that is asked, with room to write. It holds no answers.",
}
MINUTES: Final = "{minutes} min"
GOES_ON: Final = "For those who go on"
GUESS: Final = "Your guess"
FROM_TO: Final = "from {low} to {high}"
ANSWER: Final = "Answer"
RIGHT: Final = "right"
CASE: Final = "A small case, to be worked out by hand"
HINT: Final = "Hint {number}"
SOLUTION: Final = "One way to do it"
CODE: Final = "Code"
MOVES: Final = "In the notebook and on the page, this picture can be moved."
LATER: Final = (
    "In the lesson, a picture that can be moved stands here. It answers a guess: look at it once you have guessed."
)
CROSS_OUT: Final = (
    "Small counts are hidden (c). Cross out further cells, until nobody can work any of them out from what is left. "
    "Then add up: how many people stand in the cells that you crossed out?"
)
CHEAPEST: Final = "The cheapest way crosses out {cells}: {people} people."
HERE: Final = "What to do here"
GUIDE: Final = "The teacher's page"
ALL_ANSWERS: Final = "This copy holds all answers. Keep it to yourself."
QUESTION: Final = "The question"
KEY_POINTS: Final = "What to remember"
LEFT_OUT: Final = ("The claims of this lesson, checked",)
"""Sections that are for those who run the lesson."""
SLIDES_HOW: Final = "→ next, ← back"
NO_ANSWERS: Final = "No answers are in this copy. They stand in the lesson, once you have guessed."
TABLE: Final = "A table"
MADE: Final = "{kind} of {title}, version {version}, world: {world}"
EVERYBODYS: Final = "everybody's"
UNLIKE: Final = (
    "{folder} holds copies of another kind, version or world. They stay as they are: choose another folder, or name no "
    "lesson and all are made anew."
)
