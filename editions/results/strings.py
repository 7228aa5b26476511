"""What the results of a class say."""

from typing import Final

TITLE: Final = "What this class found hard"
HANDED_IN: Final = "Handed in: {people}."
TOO_FEW: Final = "Fewer than {threshold} handed in this lesson: nothing is shown of it."
HARDEST: Final = "Fewest were right here: {names}."
RULE: Final = (
    "c: hidden. No count from 1 to {most} is shown, and others are hidden so that nobody can work these out, not even "
    "somebody who is counted there alone. The audit has found nothing in what stands here."
)
ONCE: Final = (
    "Show this once. A second page with one more hand-in would tell, by subtraction, how that one has answered."
)
FIRST: Final = "Of questions, the first answer counts; of exercises, the last one that was checked."
NOT_SHOWN: Final = "Not shown, for they were not checked: {names}."
NOT_RUN: Final = "Functions were not run. The file for the teacher says how they are."
EVERYBODY: Final = "In some lines one column holds everybody. That tells of each, hidden or not."
QUESTION: Final = "question"
EXERCISE: Final = "exercise"
COLUMNS: Final = ("what", "name", "right", "not yet", "no answer", "of")
HIDDEN: Final = "c"
CHART: Final = (
    "One bar for each question and exercise: how many were right, not yet right, or gave no answer. Hidden counts are "
    "one bright part with a dashed edge. The table below says the same."
)
HIDDEN_PART: Final = "hidden"
AXIS: Final = "learners"

NOTES: Final = """# For the teacher alone

Hand-ins that could be read: {read}. Checked again: nothing that a file says of its own answers counts.

## Files that could not be used

{damaged}

## Answers that were not checked

{not_checked}

## Wrong answers that are right in somebody else's world

**Look, and ask; this is no proof.** Two who think alike err alike, and chance brings coincidences, too.

{looks}
"""
NONE: Final = "None."
FUNCTIONS: Final = (
    "Functions: {files} files hold some. To run them, type `make results FOLDER=... CODE=1` (without make, add "
    "`--run-code`): it runs what learners have written, each in a process of its own with limits, on this machine. Use "
    "one that holds nothing else."
)
UNKNOWN: Final = "{file}: it answers something that this edition of the kit does not ask."
NOTHING_TO_COMPARE: Final = "Nothing to compare: no exercise was answered wrongly with a value in different worlds."
LOOK: Final = (
    "{task}: found {found}; expected by chance alone {expected:.2f}; pairs compared {pairs}; worlds {worlds}. Listed "
    "is only an answer that fewer than 3 % of all worlds have; 0, 1 and the size of the table never."
)
FOUND: Final = "  - {one} answered {answer}, which is right in the world of {other} (and in {share:.1%} of all worlds)"

DONE: Final = """Read: {read} hand-ins{damaged}.
To show: {page} and {table}. For you alone: {notes}.
"""
DAMAGED: Final = "; not used: {count} ({first}{more})"
NEEDS_GRADING: Final = (
    "To run functions (CODE=1, --run-code) needs the folder `grading`, which is not part of what is installed for "
    "learners: run it in a clone."
)
