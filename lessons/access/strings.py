"""What the lesson on access says."""

from typing import Final

ON_OFF: Final = {"0": "off", "1": "on"}
SWITCHES: Final = {
    "cases": "A look at one viewer needs a case",
    "eyes": "Many rows need a second employee",
    "counts": "Analysts see counts only",
    "fields": "Evenings for few roles",
    "door": "An emergency door",
}
AUDITS: Final = {"near": "same surname or area", "unexplained": "the same, and no case near it"}
AUDIT_LABEL: Final = "The audit asks about"
LOOKS_LABEL: Final = "Looks of honest work, in thousands"
LOOKS_VALUE: Final = "{value} thousand"
FATES: Final = {"stopped": "stopped", "found later": "got there, found later", "missed": "got there, missed"}
FATE_LETTERS: Final = {"stopped": "S", "found later": "F", "missed": "M"}
PLANS_TITLE: Final = "Those with a plan"
WORK_TITLE: Final = "Honest looks"
WORK_PARTS: Final = {"at once": "at once", "waited": "had to wait", "refused": "refused"}
WORK_AXIS: Final = "share of honest looks"
ASKED_TITLE: Final = "Employees who are asked"
ASKED_PARTS: Final = {"right": "did it", "wrong": "did not: wrongly asked"}
ASKED_AXIS: Final = "employees"
CHART: Final = (
    "Eight employees with a plan: which of them the rules stop, which an audit finds later, which are missed. Beside "
    "it the share of honest looks that are done at once, wait or are refused, and the employees whom the audit asks."
)
SENTENCE: Final = (
    "Of {plans} with a plan: {stopped} stopped, {found} found later, {missed} missed. Of {honest:,} honest looks: "
    "{refused:,} refused, and {waited:,} had to wait. The audit asks {asked} of {everybody} employees: {right} did "
    "it, {wrong} did not. As many questions at random would hit {baseline:.1f}."
)
SIZES_X: Final = "looks of honest work in the quarter"
SIZES_Y: Final = "of those asked, the share who did it"
SIZES_CHART: Final = (
    "The more honest work there is, the smaller is the share of the flagged who did something, for each audit, with "
    "its interval; a dashed line shows questions at random."
)
WHEN: Final = "when"
WHO: Final = "employee"
ROLE: Final = "role"
SIGHT: Final = "what"
PURPOSE: Final = "purpose"
CASE: Final = "case"
NO_CASE: Final = "none"
RULES: Final = "rules"
STOPPED: Final = "stopped"
GOT_THERE: Final = "got there"
REFUSED: Final = "honest looks refused"
WAITED: Final = "waited"
HOURS: Final = "hours waited"
AUDIT: Final = "audit"
SIZE: Final = "honest looks"
RIGHT: Final = "asked, did it"
WRONG: Final = "asked, did not"
AT_RANDOM: Final = "did it, if asked at random"
KIND: Final = "plan"
FATE: Final = "what became of it"
WAY: Final = "by way"
NO_RULES: Final = (
    "That is no pair of rules and an audit: write exercise.check((my_rules, my_audit)), and the audit with its "
    "brackets, such as NoCase()."
)
NO_ROW: Final = (
    "{name} is {given}: write several in brackets, each with brackets of its own, and a comma after a single one, "
    "such as {example}."
)
THREE_NUMBERS: Final = (
    "Tried on the log: {missed} plans missed, {innocent} innocent employees asked; {refused} of 100 honest looks are "
    "refused."
)
EMPLOYEES: Final = "employees"
LOOKS: Final = "looks"
AT_ONE: Final = "of these at one viewer"
FIRST_LOOK: Final = "first look"
