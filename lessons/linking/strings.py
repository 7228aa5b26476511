"""What the charts and the slider of linking say."""

from typing import Final

PHI_LABEL: Final = "Declare a match from this eccentricity (phi) on"
PHI_VALUE: Final = "phi = {value}"
PHI_LANDMARK: Final = "the paper"
PHI_AXIS: Final = "phi, the eccentricity from which on a match is declared"
EVIDENCE_LABEL: Final = "What is known of each review"
EVIDENCE: Final = {
    "titles": "the title",
    "titles, stars": "title and stars",
    "titles, days": "title and date",
    "titles, stars, days": "title, stars and date",
}
PRESENCE_LABEL: Final = "Where are the people Ada looks for?"
PRESENCE: Final = {"in": "in the log", "out": "not in the log"}
OUTCOMES: Final = {
    "right": "right",
    "wrong": "wrongly accused",
    "abstained": "abstained",
}
BLIND_GUESS: Final = "a blind guess"
SHARE_AXIS: Final = "share of the people Ada looks for"
PEOPLE_NOW: Final = "people, at this phi"
OUTCOME_CHART: Final = (
    "Of the people Ada looks for: how many Ada names rightly, how many wrongly, and on how many Ada "
    "abstains, as a bar for the chosen phi and as curves over all of them. Bands are 95 percent intervals; a dashed "
    "line shows a blind guess."
)
SENTENCE_IN: Final = (
    "With phi = {phi:g}, of {n} people who are in a log of {records:,} records, Ada names {right} rightly "
    "({low:.0%} to {high:.0%}) and {wrong} wrongly, and abstains on {abstained}. By blind guessing, {baseline:.1f} "
    "would be right."
)
SENTENCE_OUT: Final = (
    "With phi = {phi:g}, of {n} people who are not among the {records:,} records at all, Ada still accuses {wrong} "
    "({wrong_low:.0%} to {wrong_high:.0%}), all falsely, and abstains on {abstained}. Nobody can be right."
)

RECORD_AXIS: Final = "score of the record"
RECORDS_AXIS: Final = "records, the best on top"
BEST: Final = "best"
SECOND: Final = "second best"
OTHERS: Final = "others"
NEEDED: Final = "phi × sigma ahead of the second best"
BOARD_CHART: Final = (
    "The highest scores among all records, one bar each. A line shows how far the best must reach to be declared: the "
    "second best plus phi standard deviations."
)
BOARD_TITLE: Final = "{records:,} records; eccentricity {eccentricity:.2f}, phi {phi:g}: {decision}"
DECLARED: Final = "Ada declares a match"
ABSTAINED: Final = "Ada abstains"

NO_DEFENCE: Final = "nothing"
DEFENCES: Final = {
    "DropRareTitles": "no titles of fewer than {number} records",
    "BlurDays": "days in blocks of {number}",
    "SampleViewers": "{number:.0%} of the people",
    "SampleRows": "{number:.0%} of the rows",
}
THEN: Final = ", then "
DEFENCE_MARKS: Final = {"found": "found, of those who are in it", "accused": "accused, of those who are not"}
DEFENCES_AXIS: Final = "share of the people Ada looks for"
LOSS_TEXT: Final = "{loss:.0%} of {what} lost"
NOTHING_LOST: Final = "nothing lost"
ROWS, DAYS, BOTH = "the rows", "what days tell", "rows and days"
"""Of what the reader loses a share: rows, or information about the day."""
DEFENCES_CHART: Final = (
    "One line for each defence: the share of people found among those who are in the published log, the share falsely "
    "accused among people who are not, both with 95 percent intervals, and what the reader loses."
)

ATTACKERS: Final = {
    "scores": "scores, phi = {phi:g}",
    "exact": "exact search, {least} reviews or more",
}
ATTACKER: Final = "how Ada looks"
IN_LOG: Final = "in the log"
FOUND: Final = "found"
TAKEN_FOR_OTHERS: Final = "taken for others"
NOT_IN_LOG: Final = "not in the log"
ACCUSED: Final = "accused"
DEFENCE: Final = "what Cleo does"
IN_IT: Final = "still in it"
FOUND_BY_SCORES: Final = "found by scores"
FOUND_EXACTLY: Final = "found by exact search"
ACCUSED_ABSENT: Final = "not in it, but accused"
LOST: Final = "lost"
EVIDENCE_SHOWN: Final = "what is known"
FOUND_AT: Final = "found, phi {phi:g}"
ACCUSED_AT: Final = "absent, but accused, phi {phi:g}"
ROWS_LEFT: Final = "Only {share:.0%} of the rows are left; the contest needs {least:.0%}."
STILL_FOUND: Final = "{attacker} finds {found} of the {people} writers; no more than {most} may be found."
BY_SCORES: Final = "With scores, Ada"
BY_EXACT_SEARCH: Final = "With an exact search, Ada"
STILL_ACCUSED: Final = (
    "Few writers are found. But of {people} people whose records are not in it, Ada accuses {accused}; no more than "
    "{most} may be."
)
NO_STEPS: Final = "write a list of steps, such as [BlurDays(7), SampleRows(0.9)]; {answer!r} is none."
