"""What the lesson on singling out says."""

from typing import Final

CROWDS: Final = ("alone", "among 2 to 4", "among 5 or more")
CROWD_LEGEND: Final = "For this onlooker, the person stands"
ADA_LEGEND: Final = "For Ada, the person stands"
ALONE: Final = "{n} alone"
CROWD_CHART: Final = (
    "One row of dots for each onlooker, one dot for each person behind the count. The more an onlooker knows, the more "
    "people stand alone."
)
ONLOOKERS: Final = {
    "a reader of the joke": (),
    "told the country": ("country",),
    "told country and region": ("country", "region"),
    "… and the device": ("country", "region", "device"),
    "… and the week of joining": ("country", "region", "device", "joined_week"),
}
"""Who looks -> the facts that are known to her."""
ONE_OF_THEM: Final = "one of the {n} people"
SOMEBODY_ELSE: Final = "somebody else"
ABOUT: Final = "the remarks are about"
REMARKS: Final = "remarks"
RIGHT: Final = "right row"
ACCUSED: Final = "wrongly accused"
SILENT: Final = "Ada is silent"
BY_CHANCE: Final = "right by chance"
ACCUSING: Final = (
    "Of {n} remarks about somebody else, {wrong} accuse: {share:.0%}. As a sample of many such remarks: {low:.0%} to "
    "{high:.0%} (95 %)."
)
PLACE_LABEL: Final = "Where Bea lives"
DEVICE_LABEL: Final = "What Bea watches on"
PERSON_LABEL: Final = "Bea's sex, and age by ten years"
WEEK_LABEL: Final = "Bea's week of joining"
PLACES: Final = {"nothing": "not known", "country": "the country", "region": "country and region"}
KNOWN: Final = {"unknown": "not known", "known": "known"}
EXPLORER_SENTENCE: Final = (
    "For Ada, {alone} of the {n} stand alone, {few} stand among 2 to 4, and {more} among 5 or more. So “not specific” "
    "holds for {holds}."
)
EXPLORER_CHART: Final = (
    "One dot for each person behind the count. Depending on what the onlooker knows, more or fewer of them stand alone."
)
NOT_A_PLAN: Final = (
    "Write a dictionary with one entry for each joke ({jokes}): a list of facts, such as ['age'], or None."
)
NO_SUCH_FACT: Final = (
    "For “{joke}”, there is no fact {fact!r}; there are: {facts}. Or write None, and leave the joke out."
)
ONE_ALONE: Final = (
    "“{joke}”, {split}: one person stands alone ({group}). Such a number speaks of one account, and whoever watches on "
    "it."
)
TOO_FEW: Final = (
    "“{joke}”, {split}: {size} people are left in one group ({group}). No printed number may be below {least}."
)
NOT_ENOUGH: Final = "The rule holds. But the press office gets too little: it wants two jokes, and one of them split."
UNSPLIT: Final = "as one number"
SPLIT_BY: Final = "split by {facts}"
EVERYBODY: Final = "all of them"
