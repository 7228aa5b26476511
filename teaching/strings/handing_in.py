"""What is said where a learner hands in what she did."""

from typing import Final

NO_TASKS: Final = (
    "There is nothing to hand in yet: no exercise stands in this notebook. Run its cells, then this one again."
)
TWO_LESSONS: Final = "This notebook holds exercises of {lessons}: hand in one lesson at a time, from its own notebook."
HEAD: Final = "**{file}** is ready. Open it and read it before you hand it in: it is all that is handed in."
EXERCISES: Final = "Exercises: {given} of {all}."
MISSING: Final = "Not in it, for nothing was checked since the notebook was started: {missing}."
NO_SOURCE: Final = (
    "Not in it, for it is no function that can be written down whole: {missing}. Write it with `def`, and let it use "
    "nothing of the notebook but its arguments, imports and functions."
)
QUESTIONS: Final = "Questions: {given} of {all}."
WORLD: Final = "Your world: {world}."
EVERYBODYS: Final = "everybody's"
NAMED: Final = "Your name: {name}."
NAMELESS: Final = 'It names nobody. (If your teacher wants a name: `hand_in(name="...")`.)'
NOT_WRITTEN: Final = (
    "{file} cannot be written ({reason}), so nothing is ready. Name another folder: `hand_in(folder=...)`."
)
