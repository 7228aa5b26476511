"""What the tables, the chart and the controls of rounding say."""

from typing import Final

WAYS: Final = {
    "nearest 5": "each number to the nearest 5",
    "random 3": "each number to a multiple of 3, by chance",
    "keys 2": "cell keys, off by 2 at most",
    "keys 3": "cell keys, off by 3 at most",
    "keys 5": "cell keys, off by 5 at most",
}
RULES: Final = {
    "nothing": "nothing changed",
    "hide": "hide below 10",
    "nearest 5": "nearest 5",
    "random 3": "random, base 3",
    "keys 5": "cell keys",
}
RULE: Final = "what Cleo does"
YEAR: Final = {
    "declared": "declared",
    "right": "of these right",
    "wrong": "wrongly accused",
    "chance": "right by chance",
    "lost": "utility lost, %",
}
EXACT: Final = {
    "asked": "asked in so many other ways",
    "exact": "exact",
    "cells": "of so many cells",
    "error": "off by",
}
PRINTED_AS: Final = "printed"
PLAN_AND_DEVICE: Final = "plan and device"
SAYS: Final = "Ada says"
TRUTH: Final = "in truth"
PRINTED: Final = "0 (as printed)"
MONDAYS: Final = {True: "another number", False: ""}
CHANGED: Final = "changed?"
SWAPS: Final = {True: "rare ones first", False: "any"}
SWAP: Final = {
    "rate": "moved, %",
    "targeted": "which households",
    "declared": "declared",
    "right": "of these right",
    "wrong": "wrongly accused",
    "lost": "utility lost, %",
}

WAY_LABEL: Final = "How each number is changed"
GROUP_LABEL: Final = "Whose count?"
ASKED_LABEL: Final = "Asked in so many other ways"
SENTENCE: Final = "{group}. Printed: {printed}. {asked} In truth {count}. Of {cells} cells, {exact} are exact."
NOT_ASKED: Final = "Not asked again."
ASKED: Final = {False: "Asked in {n} other ways: {estimate:.1f}.", True: "Asked in 1 other way: {estimate:.1f}."}
CHART: Final = (
    "Left: the printed number, and the mean of all answers, question by question; a dashed line is the true count. "
    "Right: how many cells are exact after so many questions, for the way that is chosen, and in grey for the others."
)
ESTIMATE_AXIS: Final = "people"
ASKED_AXIS: Final = "asked in so many other ways"
EXACT_AXIS: Final = "exact cells"
TITLES: Final = ("the chosen count", "all {cells} cells")

NO_PLAN: Final = "That is no plan: write, for example, Plan(CellKey(5, 3, 3), questions=10, editions=6)."
NO_CHANGE: Final = "change is {change!r}: choose CellKey(...) or RoundRandomly(...)."
NO_EDITIONS: Final = "editions is {editions}: choose one of {offered}."
TOO_FEW: Final = "Families ask for {least} editions a year or more: you give them {editions}."
NO_DESK: Final = "The school board asks for {least} questions for each count or more: you allow {questions}."
TOO_FAR: Final = "Your printed counts are off by {error:.1f} on average: readers accept {most:.1f}."
TOO_EXACT: Final = "Somebody who asks all your questions has {exact} of {cells} counts exactly: {most} may be."
TOLD_APART: Final = "In a year, neighbours learn the school of {told} of {n} new pupils: {most} may be."
