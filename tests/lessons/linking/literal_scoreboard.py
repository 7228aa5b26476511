"""Scoreboard-RH as it stands in the paper, row by row and slowly: what the fast one is held against."""

import math


def literal_scores(log, clues):
    """The score of every record: viewer -> sum over the known titles of weight times fit.

    Rows of the log are (viewer, title, stars, day), clues are (title, stars, day); what is missing is NaN.
    """
    return {viewer: literal_score(viewer, clues, log) for viewer in sorted({viewer for viewer, *_ in log})}


def literal_score(viewer, clues, log):
    total = 0.0
    for title in sorted({title for title, *_ in clues}):
        supp = max(2, len({who for who, what, *_ in log if what == title}))
        known = [clue[1:] for clue in clues if clue[0] == title]
        held = [row[2:] for row in log if row[:2] == (viewer, title)]
        total += max((literal_fit(clue, row) for clue in known for row in held), default=0.0) / math.log(supp)
    return total


def literal_fit(clue, row):
    if all(math.isnan(value) for value in clue):
        return 1.0
    pairs = [(a, b, scale) for a, b, scale in zip(clue, row, (1.5, 30), strict=True) if not math.isnan(a - b)]
    return sum(math.exp(-abs(a - b) / scale) for a, b, scale in pairs)


def literal_eccentricity(scores):
    """(max - max2) / sigma over all records; 0 where it is not defined."""
    values = sorted(scores.values(), reverse=True)
    mean = sum(values) / len(values)
    sigma = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    return (values[0] - values[1]) / sigma if len(values) > 1 and sigma > 1e-12 else 0.0
