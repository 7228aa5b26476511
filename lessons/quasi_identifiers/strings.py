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
ATTACKERS: Final = {"cautious": "cautious", "daring": "daring"}
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
