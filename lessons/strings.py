"""What widgets, checks and exercises say: the one module to translate. Braces are filled in by the caller."""

from typing import Final

# --- checks -----------------------------------------------------------------------------------------------------------

RIGHT: Final = "Right."
NOT_YET: Final = "Not yet."
NOT_ATTEMPTED: Final = "Not attempted."
NOT_ATTEMPTED_HELP: Final = "Put your answer in place of the three dots and run this cell again."
SMALL_CASE: Final = "Try it on this small case:"
VALUE_CASE: Final = "There, the answer is {expected}. Count yours in the same way."
FUNCTION_CASE: Final = "There, the answer is {expected}; yours gives {answer}."
FUNCTION_FAILS: Final = "There, yours stops with {error}: {message}"
FUNCTION_RIGHT: Final = "It agrees with the reference on {cases} random small cases."
WRONG_TYPE: Final = "The answer is {expected}; yours is {answer}."
NOT_A_FUNCTION: Final = "The answer is a function; yours is {answer}."
HINT: Final = "Hint {number} of {count}."
NO_MORE_HINTS: Final = "That was the last hint. The next step is the solution."
SOLUTION: Final = "One solution; yours may look different."
EXERCISE_FOOTER: Final = (
    "*About {minutes} minutes. `.check(answer)` looks at your answer, `.hint()` gives the next hint, "
    "`.solution()` shows one way to do it.*"
)

# --- controls ---------------------------------------------------------------------------------------------------------

NO_LABEL: Final = "label is empty: a control needs a name that can be read and heard."
NOT_A_NUMBER: Final = "{name} is {value!r}: it must be a number."
NONE_GIVEN: Final = "none"
RANGE_VALUE: Final = "{value}"
RANGE_LANDMARKS: Final = "{label}: landmarks"
RANGE_AT_LANDMARK: Final = "{text}, {landmark}"
RANGE_NO_VALUE_IN_TEXT: Final = 'value_text is {value_text!r}: it must have "{{value}}" where the number goes.'
RANGE_STEP: Final = "step is {step}: it must be above 0."
RANGE_NO_LENGTH: Final = "minimum is {minimum} and maximum is {maximum}: the maximum must be the larger."
RANGE_OUTSIDE: Final = "{name} is {point}: it must lie between {minimum} and {maximum}."
RANGE_BETWEEN_STEPS: Final = (
    "{name} is {point}: the slider moves in steps of {step} from {minimum} and never stands there."
)
CHOICE_OPTIONS: Final = "options: {options}. A choice needs at least two, no two the same."
CHOICE_NOT_AN_OPTION: Final = "value is {value}: choose one of {options}."

# --- suppression ------------------------------------------------------------------------------------------------------

THRESHOLD_LABEL: Final = "Publish no count below k"
PEOPLE_AXIS: Final = "people"
CELL_STATES: Final = {"p": "printed", "h": "hidden, not found by subtraction", "r": "hidden, found by subtraction"}
PEOPLE_CURVES: Final = {"people_hidden": "in hidden cells", "people_recovered": "of them, counted again by subtraction"}
SUPPRESSION_CHART: Final = (
    "A table of counts with totals. As the threshold rises, more cells are hidden, and some of the hidden ones are "
    "found by subtraction from the totals. Beside it, the number of people in hidden cells and in found ones, over all "
    "thresholds."
)
SUPPRESSION_SENTENCE: Final = (
    "With k = {threshold}, {hidden} of {cells} cells are hidden. Subtraction gives {recovered} of them back exactly: "
    "{people_recovered} of the {people_hidden} people who stand in hidden cells are counted again, and the other "
    "{not_found} cells are not found by subtraction. The reader of the table loses {lost} % of the people in it."
)
THRESHOLD_VALUE: Final = "k = {value}"
