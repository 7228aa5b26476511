"""What the lesson on trackers says."""

from typing import Final

IS: Final = "{column} is {label}"
AND, OR, NOT = "and", "or", "not"
NO_CONDITION: Final = "{asked!r} is no condition: join facts, such as Fact('plan', 'basic'), with &, | and ~."
NO_COLUMN: Final = "nobody has a {column!r}: ask by one of {columns}."
NO_LABEL: Final = "nobody has {label!r} as {column}: ask for a label that somebody has."
NO_FILM: Final = "there is no film {film!r} in the titles."

K: Final = "k"
WAY: Final = "how Ada asks"
WAYS: Final = {"general": "one set for all", "double": "two sets for all"}
DIRECTLY: Final = "right, directly"
BY_CROWDS: Final = "right, by crowds"
RIGHT: Final = "right"
WRONG: Final = "wrongly accused"
ABSTAINED: Final = "nothing said"
ASKED: Final = "questions for one person"
LOST: Final = "refused to readers, %"
QUESTION: Final = "question"
ANSWER: Final = "answer"
REFUSED: Final = "refused"
CROWD: Final = "crowd"
WITHOUT: Final = "without Bea"
WITH: Final = "with her, if she watched"
COMPARED: Final = "equal?"
EQUAL: Final = {True: "equal", False: "different"}
INSIDE: Final = ", a part of: "
NOISES: Final = {"fresh": "fresh for each answer", "text": "by the words", "set": "by the set of people"}
NOISE: Final = "noise"
HOW: Final = {"again": "the same again", "otherwise": "other crowds", "equal": "other crowds: equal?"}

FIRST_A: Final = "First question"
SECOND_A: Final = "Second question"
JOIN: Final = "joined by"
AND_WITH: Final = "with"
JOINS: Final = {"alone": "(alone)", "and": "and", "and not": "and not", "or": "or"}
ALL_SIX: Final = "like Bea in all six facts"
ALL_SIX_WATCHED: Final = "(like Bea in all six facts, and watched)"
LIKE_BEA: Final = "like Bea"
PERCENT_LABEL: Final = "The desk refuses below k, in % of everybody"
PERCENT_VALUE: Final = "{value} %"
LANDMARKS: Final = {25: "a quarter", 33: "a third"}
STEP_LABEL: Final = "Ada"
STEPS: Final = {
    "first": "asks the first",
    "both": "asks both",
    "subtract": "subtracts",
}
_BOTH: Final = "k = {limit} of {everybody}. “{question1}”: {told1}. “{question2}”: {told2}."
_LARGE: Final = "Every answer counts {limit} people or more. Their difference, {difference}, counts those like Bea"
SAYS: Final = {
    "first": "k = {limit} of {everybody}. How many are “{question1}”? The desk says: {told1}.",
    "both": _BOTH,
    "refused": f"{_BOTH} There is nothing to subtract.",
    "difference": f"{_BOTH} The difference, {{difference}}, counts people if the second crowd is a part of the first.",
    "like": f"{_BOTH} {_LARGE} in all six facts.",
    "watched": f"{_BOTH} {_LARGE} who have watched the film.",
}
CHART: Final = (
    "A line from 0 to everybody. Its two dark ends are refused. Each question that is answered stands on the line with "
    "its number, and below them the difference of the two."
)
ENDS: Final = "'dark, refused: below ' + format(k, ',') + ', and above ' + format(n - k, ',')"
AXIS: Final = "people"
NOWHERE: Final = "refused: somewhere in the dark ends"
NOT_ASKED: Final = "not asked yet"

PAIR: Final = "asked {pairs} times"
PAIR_ONCE: Final = "asked once"
NOT_TRIED: Final = ""
NO_SETS: Final = "none"
SETS: Final = "sets found"
SEARCH: Final = "questions to find them"

NO_PLAN: Final = "That is no plan: write, for example, Plan(k=5, columns=4, noise=FreshNoise(sd=2), questions=20)."
NO_NOISE: Final = "noise is {noise!r}: choose None, FreshNoise(...), NoiseByText(...) or NoiseBySet(...)."
TOO_FEW_COLUMNS: Final = "Readers want tables by two columns: you allow {columns} in one question."
TOO_FEW_QUESTIONS: Final = "Readers want {least} questions each or more: you allow {questions}."
TOO_REFUSED: Final = (
    "In tables by two facts, {refused:.0f} % of the people are in cells that you refuse: {most} % may be."
)
TOO_FAR: Final = "Your answers are off by {error:.1f} people on average: readers accept {most:.1f}."
TOLD_OF: Final = (
    "Neighbours ask all your questions. Of {n} readers, they are right about {right} and wrong about {wrong}; of the "
    "others they say nothing. By chance, {chance:.0f} would be right: {most} more may be."
)
