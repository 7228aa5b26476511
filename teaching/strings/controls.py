"""What controls say when they cannot be made as asked, and to screen readers."""

from typing import Final

NO_LABEL: Final = "label is empty: a control needs a name that can be read and heard."
NOT_A_NUMBER: Final = "{name} is {value!r}: it must be a number."
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
CHOICE_NO_OPTION: Final = "options: none. A choice needs at least one."
CHOICE_NOT_AN_OPTION: Final = "value is {value}: choose one of {options}."
THRESHOLD_LABEL: Final = "Publish no count below k"
THRESHOLD_VALUE: Final = "k = {value}"
NO_SCRIPT: Final = (
    "This chart waits for the script that draws it. If nothing happens, run the first cell of the notebook, then this "
    "cell again."
)
EXPLORER_ASKING: Final = "The kernel is working this out …"
EXPLORER_GONE: Final = "The kernel does not answer. If it was started anew, run this cell again."
EXPLORER_BROKEN: Final = "This chart cannot be drawn:"
NO_SUCH_CONTROL: Final = "{what} is by {name!r}, which is no control; the controls are {names}."
EXPLORER_OF_TWO: Final = "the table is by {names}: an explorer shows a table of two dimensions, rows and columns."
