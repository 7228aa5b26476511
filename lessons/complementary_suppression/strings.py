"""What the repair by hand and the slider of repairs say."""

from typing import Final

TABLE_BY_HAND: Final = "Your table: choose further cells to hide"
TABLE_CHEAPEST: Final = "The cheapest repair"
CELL_NAME: Final = "{cell}: {what}"
CELL_PRINTED: Final = "{count}, printed"
CELL_ZERO: Final = "0, printed, as the rule prints every zero"
CELL_PRIMARY: Final = "hidden by the rule, {known}"
CELL_COMPLEMENTARY: Final = "{count}, hidden to cover others"
KNOWN_EXACTLY: Final = "and known exactly: {low}"
KNOWN_BETWEEN: Final = "known to be {low} to {high}"
KNOWN_OPEN: Final = "and open: all that the rule allows"
SIGN_EXACT: Final = "= {low}"
SIGN_BETWEEN: Final = "{low}–{high}"
SIGN_OPEN: Final = "c"
SIGN_COMPLEMENTARY: Final = "c+"
LEGEND: Final = (
    ("printed", "7", "printed"),
    ("exact", "= 3", "hidden by the rule, and known exactly"),
    ("narrowed", "2–4", "hidden by the rule, and narrowed down"),
    ("open", "c", "hidden by the rule, and open"),
    ("complementary", "c+", "hidden to cover others; in print it is a “c” like the rest"),
)

CELL_NOUN: Final = {1: "cell", 2: "cells"}

BY_HAND: Final = {
    "price": "Price: {people} people in {cells} further {noun}. (A hidden total counts everybody in its line.)",
    "one_cell": "cell",
    "cells": "cells",
    "undo": "Take back the last step",
    "again": "Start again",
    "show": "Show the cheapest repair",
    "label_cheapest": TABLE_CHEAPEST,
    "nothing": "There is no step to take back.",
    "not_yet": "First protect all small cells. Then compare.",
    "cheaper": "Yours hides {yours} people in further cells, the cheapest repair {cheapest}: {more} fewer.",
    "equal": "Yours hides {yours} people in further cells, and no repair hides fewer: you found a cheapest one.",
    "unproved": (
        "Yours hides {yours} people in further cells, the best that was found {cheapest}; this is not proved."
    ),
}
BY_HAND_PROMISE: Final = {
    True: {
        "known": "Not yet: {known} of {primary} small cells can still be worked out. {cell}: {why}.",
        "content": "The audit agrees: no small cell can be worked out.",
    },
    False: {
        "known": "Not yet: {known} of {primary} small cells are not protected enough. {cell}: {why}.",
        "content": "The audit agrees: no small cell can be worked out more closely than was asked for.",
    },
}
"""By whether it is enough that no cell is known exactly."""

REASONS: Final = {
    "alone": "{total} is {sum}, of which the printed cells of this line hold {taken}; that leaves {left}",
    "together": "the hidden cells of {added} hold {sum}, of which those of {taken} hold {part}; that leaves {left}",
    "most": {
        "rule": "a cell that the rule hides is at most {bound}",
        "line": "the hidden cells of {lines} hold {sum}, and the others leave at most {bound} of it",
        "lines": "{lines}, put together, leave at most {bound}",
    },
    "least": {
        "rule": "a cell that the rule hides is at least {bound}",
        "line": "the hidden cells of {lines} hold {sum}, and the others leave at least {bound} of it",
        "lines": "{lines}, put together, leave at least {bound}",
    },
    "open": "nothing printed narrows it: every number from {low} to {high} is possible",
    "and": "and",
    "both": "; and ",
}
"""Why a cell is no smaller and no larger (see `teaching/widgets/small_audit_reasons.js`)."""

OTHER_SUMS: Final = (
    "the repair by hand needs a table with one row and one column of totals and no other sums: count by two columns, "
    "without wider labels, and leave the totals in."
)

STILL_GIVEN_BACK: Final = (
    "A small count is still given back: {cell}. Take what is printed off the totals of its lines. A hidden cell is at "
    "least 1, and a small one at most 4: who knows which are small uses that, too."
)
TOO_DEAR: Final = "No small count is given back, and {price} people lose theirs for it; no more than {most} may."

PROTECT_LABEL: Final = "A small count is protected when…"
PROTECT: Final = {
    "exact": "it cannot be worked out exactly",
    "width 2": "three counts in a row or more stay possible",
    "whole range": "every small count stays possible",
}
SHOW_LABEL: Final = "The table shows"
SHOW: Final = {"repaired": "the repair", "rule alone": "the rule alone"}
EXPLORED_TABLE: Final = "People at their favourite title, by region"
SETTING_SENTENCE: Final = (
    "With k = {strength}, the rule hides {primary} small counts; {people_primary} people stand in them. By itself, it "
    "leaves {known} of them unprotected ({people_known} people). {repair}"
)
REPAIR_SENTENCE: Final = (
    "The {method} hides {complementary} further {noun}; {people_complementary} people lose their count for it, though "
    "no rule asked for that. Then all {people_protected} are protected, and {utility_lost:.1%} of all people stand in "
    "cells that nobody can read. Which of two regions has more people can still be read for {order_preserved:.0%} of "
    "all pairs of regions."
)
METHODS: Final = {"greedy": "quick repair", "optimal": "cheapest repair"}
SEARCH: Final = "Search for the cheapest repair"
SEARCHING: Final = (
    "Searching: the best so far hides {best} people in further cells, none hides fewer than {least}; {seconds:.1f} s."
)
SEARCHED: Final = "{sentence} The quick repair: {greedy}. {seconds:.1f} s."
NO_SEARCH: Final = "There is nothing to search: no repair keeps this promise."

FRONTIER_KINDS: Final = {
    "rule alone": "the rule alone",
    "greedy": "quick repair",
    "optimal": "cheapest repair",
}
LOST_AXIS: Final = "people in hidden cells (share of all: what the reader loses)"
PROTECTED_AXIS: Final = "people in small cells who are protected"
FRONTIER_CHART: Final = (
    "For each threshold two or three points, joined by a line: the rule alone, its quick repair and, where it was "
    "searched for, the cheapest one. To the right, the share of people in hidden cells; upwards, how many people in "
    "small cells are protected. Circles stand around the present threshold."
)
