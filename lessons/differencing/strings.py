"""What the charts and controls of differencing say."""

from typing import Final

RHYTHM_LABEL: Final = "The table comes out"
RHYTHMS: Final = {"weekly": "every Monday", "monthly": "every fourth Monday", "quarterly": "every thirteenth Monday"}
LARGER_LABEL: Final = "From this release"
SMALLER_LABEL: Final = "take off this one"
CELL_LABEL: Final = "Who is that? Choose a cell, here or with a click in the table"
HIDDEN_TEXT: Final = "c"
CELL_STATES: Final = {
    "x": "1 to k – 1 people: isolated",
    "m": "k people or more",
    "z": "no difference",
    "h": "hidden in one of the two, or in both",
}
SIGNS: Final = {"x": "+1", "m": "+9", "z": "0", "h": HIDDEN_TEXT}
DIFFERENCING_CHART: Final = (
    "The difference of two tables, cell by cell. Differences of 1 to k minus 1 people light up. Beside it, how many "
    "people stand alone in a difference within a year, by threshold, if the table comes out weekly, monthly or "
    "quarterly."
)
DIFFERENCE_SENTENCE: Final = (
    "With k = {strength}, “{larger}” less “{smaller}”: of {cells} cells, {isolated} differ by 1 to {most} "
    "({people} people in all; {alone} of these differences are a single person). {hidden} cells are hidden in one of "
    "the two or in both."
)
CELL_HIDDEN: Final = "{cell} is hidden in one of the two releases, or in both: no difference can be taken."
CELL_SAME: Final = "{cell}: both releases print {count}. Nobody is told apart."
YEAR_AXIS: Final = "single people told apart in a year"
THRESHOLD_AXIS: Final = "k, the smallest count that is published"
OUTCOMES: Final = {"right": "rightly guessed", "wrong": "wrongly guessed"}
OUTCOME_AXIS: Final = "newcomers (black tick: right by chance, of as many claims)"
LOST_AXIS: Final = "news that readers miss"
PRICE_CHART: Final = (
    "For each set of rules: how many newcomers a neighbour guesses rightly and wrongly, with a tick for what a "
    "blind guesser gets right who speaks as often; and beside it the share of news that readers miss."
)
NO_RULE: Final = "every week, nothing hidden"
EVERY: Final = "every {n} weeks"
DELAY: Final = "delay changes below {below}"
FIXED_POPULATION: Final = "one population"
FOR_EACH_TABLE: Final = {"Suppress": "hide below {number}", "RoundTo": "round to {number}"}

NO_SUCH_DAY: Final = "{day!r} is no day of a second edition: choose one of {days}."
NO_LISTS: Final = 'Write lists: merge=[("Debt", "Rent")], drop=["Mill"].'
LABEL_ONCE: Final = "{label!r} must be a subject or a town, and stand in one place only."
NO_GROUP: Final = "Merge two or more subjects, or two or more towns: no subject with a town."
NO_BASE: Final = "round_to is {base!r}: choose a whole number from 1 to {most}."
NO_EDITION: Final = 'That is no edition: write, for example, Edition("1 July", merge=[("Debt", "Rent")]).'
TOO_LITTLE: Final = (
    "Readers get {numbers} numbers, with {share:.0%} of the people in them. They ask for {least} or more, with "
    "{enough:.0%} or more."
)
FROM_TO: Final = {True: "{least}", False: "{least} to {most}"}
SMALL_STEP: Final = (
    "{subject}, {town}: {before} in the first edition, {now} in yours. People who came there in between: {people}."
)
SOLE_STEP: Final = "Ada knows that Bea is new in {town}. There only {subject} grows, so {subject} is what Ada says."
AND_WRONGLY: Final = " Of some who are new there, that is wrong: they stand accused."

AGE: Final = "age"
REGION: Final = "region"
WATCHED_FIRST: Final = "watched first"
DECLARED: Final = {
    "n": "asked for",
    "declared": "declared",
    "right": "of these right",
    "wrong": "wrongly accused",
    "chance": "right by chance",
}
ACCUSED: Final = {"region": REGION, "claim": "Ada says", "truth": "in truth"}
RULES: Final = "rules"
PRICES: Final = {
    "right": "right",
    "wrong": "wrong",
    "isolated": "isolated",
    "alone": "alone",
    "weeks_late": "weeks late",
}
LEARNT: Final = {
    True: "In {region}, one cell grows and no other, and no cell is hidden. So Ada knows: Bea began with {genre}.",
    False: "In {region}, several cells grow, or some are hidden. So Ada knows only that somebody of the staff there "
    "began with {genre}. It may be Bea.",
}
