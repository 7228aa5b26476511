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
CHOICE_NO_OPTION: Final = "options: {options}. A drop-down list needs at least one, no two the same."
CHOICE_NOT_AN_OPTION: Final = "value is {value}: choose one of {options}."

# --- suppression ------------------------------------------------------------------------------------------------------

THRESHOLD_LABEL: Final = "Publish no count below k"
THRESHOLD_VALUE: Final = "k = {value}"
THRESHOLD_AXIS: Final = "k, the smallest count that is published"
TOTALS_LABEL: Final = "Totals"
TOTALS: Final = {"printed": "printed", "left out": "left out"}
WHO_LABEL: Final = "Who looks at the table?"
WHO: Final = {"outsider": "an outsider", "insider": "anybody who is alone in a hidden cell"}
CELL_LABEL: Final = "Why? Choose a hidden cell, here or with a click in the table"
PEOPLE_AXIS: Final = "people"
NARROWED_MARK: Final = "{mark}~"
CELL_STATES: Final = {
    "p": "printed",
    "x": "hidden, and known exactly",
    "n": "hidden, and narrowed down",
    "o": "hidden, and open: all that the rule allows",
}
PEOPLE_CURVES: Final = {
    "people_hidden": "in hidden cells",
    "people_narrowed": "of these, narrowed or exact",
    "people_exact": "of these, exact",
}
SUPPRESSION_CHART: Final = (
    "A table of counts. As the threshold rises, more cells are hidden. Some of these are still known exactly, "
    "some are narrowed down, some are open. Beside it, the number of people in hidden, narrowed and exact cells, over "
    "all thresholds."
)
SUPPRESSION_SENTENCE: Final = (
    "With k = {strength}, {hidden} of {cells} cells are hidden. {who} knows {exact} of these exactly (people in them: "
    "{people_exact}) and narrows {narrowed} more; {open} stay open. Of all people, {utility_lost:.1%} stand in cells "
    "that the reader cannot read. {facts}"
)
LEARNERS: Final = {"outsider": "An outsider", "insider": "One or other of those who are alone in a hidden cell"}
FACTS: Final = {
    0: "No printed zero tells anything about a whole group.",
    1: "Zero is not harmless: {facts} facts about whole groups stand in print, such as who is not there at all.",
}
CELL_PRINTED: Final = "{cell} is printed: {count}."
CELL_LEFT_OUT: Final = "{cell} is left out, like all totals."
CELL_HIDDEN: Final = "{cell}: {people}, {verdict}{by}. {why}"
BY_AN_INSIDER: Final = ", for the one person who stands in {cell}"
PEOPLE_EXACTLY: Final = "exactly {low}"
PEOPLE_BETWEEN: Final = "{low} to {high}"

NO_DEFENCE: Final = "nothing"
DEFENCES: Final = {
    "Suppress": "hide below {number}",
    "Coarsen": "merge {number} {dimension}s",
    "RoundTo": "round to {number}",
}
DEFENCE_KINDS: Final = {
    "Suppress": "hide",
    "Coarsen": "merge",
    "RoundTo": "round",
    True: "combined",
    False: "as counted",
}
LOSS_AXIS: Final = "what the reader loses (share; each kind of defence by its own measure)"
LEARNT_AXIS: Final = "people still learnt about"
TRADE_OFF_CHART: Final = (
    "One point for each defence: to the right, what the reader loses; upwards, how many people are still learnt about. "
    "Good defences stand at the bottom left."
)

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
