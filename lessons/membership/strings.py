"""What the lesson on membership says."""

from typing import Final

TITLE: Final = "title"
OF_ALL: Final = "of everybody, in %"
PRINTED: Final = "printed"
TIMES: Final = "times as common"
EVIDENCE: Final = "evidence"
HIDDEN_COUNT: Final = "hidden"

SIZE: Final = "members"
FOUND: Final = "found of 100"
INTERVAL: Final = "95 % interval"
RIGHT: Final = "accused, in it"
WRONG: Final = "accused, not in it"
BLIND: Final = "right by lot"
WAY: Final = "printed how"
WAYS: Final = {
    "as counted": "as counted",
    "hide 1 to 9": "1 to 9 hidden, 0 printed",
    "hide 0 to 9": "0 to 9 hidden",
    "nearest 5": "to the nearest 5",
    "cell keys": "cell keys (variance 3)",
    "noise": "noise (20 titles each, epsilon 1)",
}
LOST: Final = "lost, in %"
TOP: Final = "top ten named"

GROUP: Final = "group"
GROUPS: Final = {"anybody": "from everybody", "horror": "horror fans"}
PROMISED: Final = "formula: of 100"
ACCUSED: Final = "accused of 100"
ACCUSED_FANS: Final = "accused of 100 horror fans"
TRIED: Final = "people tried"
STATISTIC: Final = "statistic"
STATISTICS: Final = {
    "evidence": "Ada's evidence",
    "likelihood ratio": "the textbook's",
    "zeros mended": "the textbook's, zeros mended",
    "sum of distances": "sum of distances",
}
ACCUSED_OF_100: Final = "others accused of 100"
LINE: Final = "line drawn on"
LINES: Final = {"everybody": "everybody", "people like her": "people of her taste"}
KNOWN: Final = "titles known"
LISTED: Final = "titles printed"
SHARE: Final = "ready to accuse, of 100"

SIZE_LABEL: Final = "Members of the group"
KNOWN_LABEL: Final = "Titles that Ada knows of each person"
WAY_LABEL: Final = "How the group is printed"
GROUP_LABEL: Final = "Who is in the group"
GROUP_OPTIONS: Final = {"anybody": "people of all kinds", "horror": "horror fans"}
LINE_LABEL: Final = "Ada draws her line on"
CHART: Final = (
    "Two humps. Above: people who are not in the group, by their evidence. Below: its members. A line in the middle: "
    "whoever is to the right of it is accused. The areas to the right are counted in people: wrongly accused above, "
    "rightly below."
)
OTHERS_TITLE: Final = "Not in the group"
MEMBERS_TITLE: Final = "In the group"
X_AXIS: Final = "evidence, counted from Ada's line"
Y_AXIS: Final = "people"
WRONGLY: Final = "' wrongly accused'"
RIGHTLY: Final = "' rightly accused'"
SENTENCE: Final = (
    "Ada accuses {accused} of {everybody} people. {right} of them {were} in the group of {size}; {wrong} were not, and "
    "{alike_of} {missed} members are not accused. Of as many who are accused by lot, {blind} would be right. "
    "The print names {top} of the group's ten most watched titles."
)
ALIKE_OF: Final = {
    "anybody": "stand wrongly accused.",
    "horror": "{alike} of these are horror fans, like the group.",
}
FEWER_THAN_ONE: Final = "fewer than 1"

NO_PLAN: Final = (
    'Write a plan like {{"group": "one club", "print": "as counted", "books": "all"}}: group is one of {groups}; '
    "print is one of {ways}; books is one of {books}."
)
PLAN: Final = (
    "With this plan, {found:.1f} of 100 members are accused, and {accused:.1f} of 100 others. The print names "
    "{top:.1f} of the ten books that the group borrows most."
)
TOO_MANY_FOUND: Final = "At most {most} of 100 members may be accused."
TOO_LITTLE_TOLD: Final = "The print must name at least {fewest} of the ten."
