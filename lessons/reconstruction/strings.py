"""What the lesson on reconstruction says."""

from typing import Final

NOT_BOTH: Final = "of {sex} there are not three or four people: choose a block in which both sexes have that."
NO_WOMAN: Final = "in no block is a woman the same in all lists: draw other blocks, or more of them."

PERSON: Final = "{age}, {plan}"
GROUP: Final = "group"
EVERYBODY: Final = "all"
PEOPLE: Final = "people"
MEAN: Final = "mean age"
MEDIAN: Final = "median age"
TOO_FEW: Final = "fewer than {least}"
NOT_PRINTED: Final = "–"
SEAT: Final = "seat"
LIST: Final = "list {number}"
IN_ALL: Final = "same in all"
YES: Final = "yes"
NO: Final = "no"
TABLE: Final = "tables printed"
TABLES: Final = {"all": "all people", "sex": "+ by sex", "plan": "+ by plan", "sex and plan": "+ by sex and plan"}
LEFT: Final = "lists that fit"
BLOCK: Final = "block"
SAME: Final = "same in all"
RIGHT: Final = "right"
WRONG: Final = "wrong"
BLIND: Final = "blind guess, right"
MEDIAN_LEFT: Final = "lists, block in the middle"
SOLVED: Final = "blocks with one list"
LINES: Final = "lines printed"
DRAWN: Final = "seven people drawn"
DRAWN_FROM: Final = {"tables": "from the lists that fit", "chance": "from strangers, no table seen"}
EXACT: Final = "sex, age and plan"
SEX_AND_AGE: Final = "sex and age"
NEAR: Final = "sex, and age to 2 years"
OF: Final = "people"
PERSON_NUMBER: Final = "person"
QUESTIONS: Final = "questions"
OFF: Final = "answer off by"
EPSILON: Final = "epsilon of all"
INTERVAL: Final = "95 %: right of 100"
ESTIMATE: Final = "estimate"
SAYS: Final = "Ada says"
TRUTH: Final = "in truth"
WATCHED: Final = {True: "watched", False: "not watched"}
PEOPLE_OF_DESK: Final = "people"
GROUP_SIZE: Final = "people in the group"
TRUE_COUNT: Final = "watched, in truth"
PRINTED_COUNT: Final = "printed"

BLOCKS_AXIS: Final = "lists that fit (each step of the scale: ten times as many)"
BLOCKS_CHART: Final = (
    "Each block as a bar as long as the lists that fit its tables, on a scale of tens, with how many of its seven "
    "people are the same in all of them. A few blocks have one list, others have hundreds or thousands."
)

QUESTIONS_LABEL: Final = "Questions"
QUESTIONS_VALUE: Final = "{value} questions"
NOISE_LABEL: Final = "Each answer is off, on average, by"
NOISE_VALUE: Final = "{value} people"
AS_MANY: Final = "one for each person"
FIELD_TITLE: Final = "200 people: what Ada says of them"
MAP_TITLE: Final = "Right, of 100"
MAP_X: Final = "questions"
MAP_Y: Final = "answer off by, people"
STATES: Final = {"r": "right", "w": "wrong"}
LINE: Final = "white line: noise grows as the root of the questions"
MAP_CHART: Final = (
    "Left: 200 people as small squares, those about whom Ada is right, and crosses for those about whom she is wrong. "
    "Right: for each number of questions and each size of the noise, how many of 100 she is right about, with a line "
    "along which noise grows as the root of the number of questions, and a frame round the setting that is chosen."
)
SENTENCE: Final = (
    "{questions} questions, each answer off by {off} people on average (about {counted} of a group have watched). "
    "Ada is right about {right} of {n} people and wrong about {wrong}. A blind guess: {blind} right."
)

NO_DESK: Final = (
    'Write a desk like {"questions": 2000, "off_by": 2}: a whole number of questions, from 1 to 5,000, and a number '
    "above 0."
)
DESK: Final = "With this desk, Ada is right about {right:.0f} of {n} patients on average; a blind guess about {blind}."
TOO_OFTEN_RIGHT: Final = "She may be right about {most} more than a blind guess, and no more."
TOO_FEW_QUESTIONS: Final = "At least {fewest} questions must be answered."
TOO_FAR_OFF: Final = "An answer may be off by {most} patients at most, on average."
