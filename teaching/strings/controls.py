"""What controls say when they cannot be made as asked, and to screen readers."""

from typing import Final

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
TABLE_SHAPE: Final = "{cells} cells are given: a table of {rows} rows and {columns} columns needs one for each place."
TABLE_LOOK: Final = "look is {look}: choose one of {looks}."
TABLE_PRESSED: Final = "pressed is {pressed}: only the cells {free} can be switched, each once."
