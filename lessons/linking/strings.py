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
PRESENCE_LABEL: Final = "Where are the people she looks for?"
PRESENCE: Final = {"in": "in the log", "out": "not in the log"}
OUTCOMES: Final = {
    "right": "right",
    "wrong": "wrongly accused",
    "abstained": "abstained",
}
BLIND_GUESS: Final = "a blind guess"
SHARE_AXIS: Final = "share of the people she looks for"
PEOPLE_NOW: Final = "people, at this phi"
OUTCOME_CHART: Final = (
    "Of the people the attacker looks for: how many she names rightly, how many she accuses wrongly, and on how many "
    "she abstains, as a bar for the chosen phi and as curves over all of them. Bands are 95 percent intervals; a "
    "dashed line shows a blind guess."
)
SENTENCE_IN: Final = (
    "With phi = {phi:g}, of {n} people who are in a log of {records:,} records, she names {right} rightly "
    "({low:.0%} to {high:.0%}) and {wrong} wrongly, and abstains on {abstained}. A blind guess would be right about "
    "{baseline:.1f}."
)
SENTENCE_OUT: Final = (
    "With phi = {phi:g}, of {n} people who are not among the {records:,} records at all, she accuses {wrong} all the "
    "same ({wrong_low:.0%} to {wrong_high:.0%}), all falsely, and abstains on {abstained}. Nobody can be right."
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
DECLARED: Final = "“that is her”"
ABSTAINED: Final = "she abstains"

NO_DEFENCE: Final = "nothing"
DEFENCES: Final = {
    "DropRareTitles": "no titles of fewer than {number} records",
    "BlurDays": "days in blocks of {number}",
    "SampleViewers": "{number:.0%} of the people",
    "SampleRows": "{number:.0%} of the rows",
}
THEN: Final = ", then "
DEFENCE_MARKS: Final = {"found": "found, of those who are in it", "accused": "accused, of those who are not"}
DEFENCES_AXIS: Final = "share of the people she looks for"
LOSS_TEXT: Final = "{loss:.0%} lost"
DEFENCES_CHART: Final = (
    "One line for each defence: the share of people found among those who are in the published log, the share falsely "
    "accused among people who are not, both with 95 percent intervals, and what the reader loses."
)
