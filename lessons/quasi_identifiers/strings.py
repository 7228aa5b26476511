"""What the charts and the controls of the lesson on quasi-identifiers say."""

from typing import Final

COLUMNS_LABEL: Final = "The extract tells"
COARSE_LABEL: Final = "How finely?"
K_LABEL: Final = "No class of fewer than k rows"
K_VALUE: Final = "k = {value}"


COLUMNS: Final = {
    "all": "birth date, sex and postcode",
    "born": "birth date and sex",
    "place": "sex and postcode",
}
COARSE: Final = {
    "day": "as collected",
    "year": "year",
    "area": "year and area",
    "decade": "decade and area",
    "mondrian": "as finely as k allows (Mondrian)",
}
SIZES: Final = ("alone", "2 to 4", "5 to 9", "10 to 19", "20 or more")
LEFT_OUT: Final = "left out"
ATTACKERS: Final = {"cautious": "Ada, cautious", "daring": "Ada, daring"}
SIZE_LEGEND: Final = "rows that look the same"
SIZE_AXIS: Final = "size of the class in which a person stands"
PEOPLE_AXIS: Final = "people"
ENTRIES_AXIS: Final = "entries of the register (black tick: a blind guess)"
LOST_AXIS: Final = "information lost"
SIZES_TITLE: Final = "Who hides in how large a class?"
LINKED_TITLE: Final = "Who is named?"
LOST_TITLE: Final = "What is lost?"
CLASS_CHART: Final = (
    "One bar for each set of columns: the people who are alone in the extract in these columns, and those whom two to "
    "four, five to nine, ten to nineteen, twenty or more rows fit."
)
CROWD_CHART: Final = (
    "Two bars of the same people: the sizes of their crowds in one extract, and of what is left of these when both "
    "extracts are laid side by side. There, most crowds are smaller, and some people are alone."
)
QUASI_CHART: Final = (
    "Three panels for one way to publish: how many people stand in classes of which size; how many entries of the "
    "register a cautious and a daring attacker name rightly and wrongly; how much information is lost."
)
SENTENCE: Final = (
    "k = {k}: {published:,} of {rows:,} rows are published; the smallest class has {smallest:,}. Of {n:,} entries of "
    "the register, the cautious attacker names {right:,} rightly and {wrong:,} wrongly. The daring one names "
    "{dare_right:,} rightly ({of_members:.0%} of the {members:,} who are in the extract; 1/k is {bound:.0%}) and "
    "{dare_wrong:,} wrongly. Lost: {utility_lost:.1%} of what the quasi-identifiers said."
)
NOTHING_LEFT: Final = "k = {k}: every class is too small, and nothing is published. All is lost."
IN_REGISTER: Final = "in the register"
IN_EXTRACT: Final = "in the extract"
ALSO_THERE: Final = "also in the second"
RIGHTLY: Final = "rightly"
WRONGLY: Final = "wrongly"
OF_100: Final = "right of 100"
BETWEEN: Final = "likely range"
BLIND_OF_100: Final = "blind: right of 100"
NOBODY_NAMED: Final = "–"
ROWS_IN_CLASS: Final = "rows in a class"
AT_MOST: Final = "100 / k"
ROWS_KEPT: Final = "rows kept"
BY_COARSENING: Final = "lost by coarsening"
BY_LEAVING_OUT: Final = "lost by leaving out"
IN_ALL: Final = "lost in all"
AGREEING: Final = {1: "{way}: all agree", 0: "{way}: most agree"}
INFORMATION_LOST: Final = "information lost"
BY_MAJORITY: Final = "right by majority"
SHARE_AXIS: Final = "right, of what Ada says"
BLIND_LINE: Final = "a blind guess"
SHARE_CHART: Final = (
    "Two bars: of what Ada says about people who are in the extract, and about people who were left out of it, the "
    "share that is right, each with an interval. A line shows the share that a blind guess gets right."
)
NO_STEPS: Final = (
    "Write a list of steps, such as [Generalise(postcode='area'), SuppressRecords(3)] or [Mondrian(4)]. They are done "
    "one after the other."
)
SINGLED_OUT: Final = (
    "For {people} of the readers whom you publish, fewer than {least} rows fit. One of them is the {sex} reader "
    "who was born {birth_date} and lives in {postcode}. Rows that fit: {rows}."
)
SECRET_TOLD: Final = (
    "Everybody has a crowd of {least} or more. But for {people} readers, all rows that fit say the same. One of them "
    "is the {sex} reader who was born {birth_date} and lives in {postcode}. The rows ({rows}) say: {owes}."
)
TOO_DEAR: Final = (
    "Ada learns nothing for sure. But {lost:.0%} of what the columns said is lost; no more than {most:.0%} may be. You "
    "publish {kept} of {members} rows."
)
ONE_IN: Final = "one person in"
HIT_ONE: Final = "of 100 attempts, hit one"
