"""What checks and exercises say."""

from typing import Final

RIGHT: Final = "Right."
NOT_YET: Final = "Not yet."
NOT_ATTEMPTED: Final = "Not attempted."
NOT_ATTEMPTED_HELP: Final = "Put your answer in place of the three dots and run this cell again."
SMALL_CASE: Final = "Try it on this small case:"
VALUE_CASE: Final = "There, the answer is {expected}. Count yours in the same way."
FUNCTION_CASE: Final = "There, the answer is {expected}; yours gives {answer}."
FUNCTION_FAILS: Final = "There, yours stops with {error}: {message}"
FUNCTION_RIGHT: Final = "It agrees with the reference on {cases} random small cases."
COLUMNS_DIFFER: Final = "There, the two columns are not the same (labels count, too):"
THE_ANSWER: Final = "the answer"
YOURS: Final = "yours"
RETURNS_NOTHING: Final = "Your function returns nothing: end it with a line that begins with return."
A_COLUMN: Final = "a column (a pandas Series, with its labels)"
A_SET: Final = "a set of labels"
WRONG_TYPE: Final = "The answer is {expected}; yours is {answer}."
NOT_A_FUNCTION: Final = "The answer is a function; yours is {answer}."
HINT: Final = "Hint {number} of {count}."
NO_MORE_HINTS: Final = "That was the last hint. The next step is the solution."
SOLUTION: Final = "One solution; yours may look different."
EXERCISE_FOOTER: Final = (
    "*About {minutes} minutes. `.check(answer)` looks at your answer, `.hint()` gives the next hint, "
    "`.solution()` shows one way to do it.*"
)
