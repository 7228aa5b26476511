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
THRESHOLD_AXIS: Final = "k, the smallest count that is published"
PEOPLE_AXIS: Final = "people"
CELL_STATES: Final = {"p": "printed", "h": "hidden, not found by subtraction", "r": "hidden, found by subtraction"}
PEOPLE_CURVES: Final = {"people_hidden": "in hidden cells", "people_recovered": "of these, found by subtraction"}
SUPPRESSION_CHART: Final = (
    "A table of counts with totals. As the threshold rises, more cells are hidden, and some of the hidden ones are "
    "found by subtraction from the totals. Beside it, the number of people in hidden cells and in found ones, over all "
    "thresholds."
)
SUPPRESSION_SENTENCE: Final = (
    "With k = {strength}, {n} of {cells} cells are hidden; {right} of these are found by subtraction, {not_found} are "
    "not. In the hidden cells stand {people_hidden} people, and {people_recovered} of them are counted again. The "
    "reader of the table loses {lost:.1%} of its people."
)
THRESHOLD_VALUE: Final = "k = {value}"

# --- singling out -----------------------------------------------------------------------------------------------------

CROWDS: Final = ("alone", "among 2 to 4", "among 5 or more")
CROWD_LEGEND: Final = "For this onlooker, the person stands"
ALONE: Final = "{n} alone"
CROWD_CHART: Final = (
    "One row of dots for each onlooker, one dot for each person behind the count. The more an onlooker knows, the more "
    "people stand alone."
)
OUTCOMES: Final = {"right": "rightly found", "wrong": "wrongly accused", "abstained": "no claim made"}
OUTCOME_AXIS: Final = "remarks (the black tick: what a blind guess gets right)"
BLIND_GUESS: Final = "blind guess"
OUTCOME_CHART: Final = (
    "For each group of remarks: how many led to the right person, how many to a wrong one, and how many to no claim; "
    "with a tick where a blind guess stands."
)
