"""What the tables, the chart and the controls of synthetic files say."""

from typing import Final

FACT: Final = "fact"
ROW: Final = "row {n}"
BEA: Final = "Bea"
NEAREST: Final = "the row in the file"
NOT_KNOWN: Final = "{genre} (Ada does not know it)"

JUDGED: Final = {
    "file": "file",
    "right": "in it: right",
    "wrong": "in it: wrong",
    "right_without": "not in it: right",
    "wrong_without": "not in it: wrong",
    "error": "tables off by, %",
}
LEAK: Final = (
    "In the data: {right:.0f} of {n:.0f} right. Not in the data: {right_without:.0f} of {n:.0f}. "
    "The difference: {leak} of 100 (95 % interval: {low} to {high})."
)
COPIED: Final = {"file": "file", "unique": "rows of one person only", "copied": "of these in the file"}
TREE: Final = {"before": "this column", "after": "is drawn before this one", "bits": "one tells of the other, bits"}
NOISE: Final = {"epsilon": "epsilon", "off": "one count off by, people", "error": "tables off by, %"}
NO_NOISE: Final = "no noise"

KINDS: Final = {
    "copies": "copied rows",
    "copies 10": "copied rows, 10 % of labels changed",
    "copies 30": "copied rows, 30 % of labels changed",
    "copies 60": "copied rows, 60 % of labels changed",
    "tree": "a tree, chosen from the people",
    "fixed tree": "a tree, fixed beforehand",
    "columns": "each column by itself",
}
EPSILONS: Final = {0.0: "none", 10.0: "some: epsilon 10", 1.0: "more: epsilon 1"}
KIND_LABEL: Final = "How the file is made"
EPSILON_LABEL: Final = "Noise"
PEOPLE_LABEL: Final = "People in the data"
PEOPLE: Final = "{n:,}"
SENTENCE: Final = (
    "Of {n} people in the data, Ada is right about {right} and wrong about {wrong}; of {n} who are not in it, "
    "{right_without} and {wrong_without}. The difference: {leak} of 100 (95 % interval: {low} to {high}). "
    "Tables of two columns are off by {error} %, those of as many other real people by {fresh} %. {promise}"
)
PROMISE: Final = {
    "copies": "Copied rows have no tables: no noise is added, and nothing is promised.",
    "none": "Nothing is promised.",
    "chosen": "The noise does not cover the choice of the tree: nothing is promised of the whole.",
    "all": "A promise for the whole file: epsilon {epsilon:g}.",
}
CHART: Final = (
    "Left: about how many people Ada is right and wrong, of those in the data and of as many who are not. "
    "Right: by how much the tables of two columns are off, for this file and for as many other real people."
)
TITLES: Final = ("About {n} people of each kind", "What the file is good for")
BARS: Final = {
    "right": "in the data: right",
    "right_without": "not in the data: right",
    "wrong": "in the data: wrong",
    "wrong_without": "not in the data: wrong",
}
ERRORS: Final = {"error": "this file", "fresh": "other real people"}
PEOPLE_AXIS: Final = "people"
ERROR_AXIS: Final = "tables of two columns are off by"

NO_WAY: Final = "That is no way to make a file: write, for example, DrawFromTree(epsilon=1.0, edges=(('a', 'b'),))."
NO_PROMISE: Final = "That promises nothing: the clinic asks for an epsilon of {most:g} at most, for the whole file."
TOO_LARGE: Final = "Your epsilon is {epsilon:g}: the clinic allows {most:g} at most."
CHOSEN: Final = (
    "Your tree is chosen from the patients, and the noise does not cover that choice. "
    "Write the edges yourself, from what is known without the file."
)
WANTED_PAIR: Final = (
    "Doctors read the table of reason and sent_on: it is off by {error:.0%} on average, and {most:.0%} are allowed."
)
ALL_PAIRS: Final = "All tables of two columns are off by {error:.0%} on average, and {most:.0%} are allowed."
OFF: Final = (
    "The table of reason and sent_on is off by {pair:.1%} on average, all tables of two columns by {everything:.1%}."
)
