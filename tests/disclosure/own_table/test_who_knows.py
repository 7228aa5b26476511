"""Readers of a table and of an earlier edition, and people who are alone in a cell, beside brute force."""

from itertools import product

import numpy as np
import pytest

from disclosure.own_table import check_table
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.thresholds import at_threshold

NOW = [[2, 3], [2, 1]]
LARGE = 20
NAMES = {"B2": (0, 0), "C2": (0, 1), "B3": (1, 0), "C3": (1, 1)}


def text(cells, hidden=()):
    """A sheet of 2 x 2 counts, with large ones beside them and totals, some of the four hidden."""
    counts = [*([*row, LARGE] for row in cells), [LARGE] * 3]
    rows = [[*map(str, row), str(sum(row))] for row in (*counts, np.sum(counts, axis=0).tolist())]
    for row, column in hidden:
        rows[row][column] = "*"
    lines = [",".join([name, *row]) for name, row in zip(("A", "B", "C", "All"), rows, strict=True)]
    return "\n".join(["Area,a,b,c,All", *lines, ""])


def tried(before, hidden, relation, look="readers"):
    texts = {"now": text(NOW, NAMES.values()), "before": text(before, hidden), "office": text(NOW)}
    table, earlier, counts = (FileInMemory(f"{name}.csv", each.encode()) for name, each in texts.items())
    told = {"mark *": "1 to 4", "covering *": "small counts only", "cover Area": "yes", "cover column": "yes"}
    told |= {f"earlier edition: {name}": answer for name, answer in told.items()} | {"earlier": relation}
    return at_threshold(check_table(table, office=counts, earlier=earlier, answers=told), 5, look)


def fillings(cells, hidden):
    """All counts from 1 to 4 in the hidden cells that give the same sums; shape (fillings, 2, 2)."""
    found = []
    for some in product(range(1, 5), repeat=len(hidden)):
        filled = np.array(cells)
        for place, count in zip(hidden, some, strict=True):
            filled[place] = count
        if all((filled.sum(axis) == np.array(cells).sum(axis)).all() for axis in (0, 1)):
            found.append(filled)
    return np.array(found)


CASES = [
    ("same_people", NOW, [(0, 0), (0, 1), (1, 0), (1, 1)]),
    ("same_people", NOW, [(0, 0), (0, 1)]),
    ("nested", [[2, 2], [2, 1]], [(0, 1), (1, 1)]),
    ("nested", [[1, 1], [2, 1]], [(0, 0), (0, 1), (1, 0), (1, 1)]),
    ("nested", [[1, 3], [1, 1]], [(0, 0), (1, 0)]),
]


@pytest.mark.parametrize(("relation", "before", "hidden"), CASES)
def test_readers_of_both_know_what_brute_force_finds(relation, before, hidden):
    now = fillings(NOW, list(NAMES.values()))
    then = fillings(before, hidden)
    fits = [n for n in now if any((t == n).all() if relation == "same_people" else (t <= n).all() for t in then)]
    found = tried(before, hidden, relation).cells
    assert {a: (low, high) for a, (_, low, high) in found.items()} == {
        a: (min(n[place] for n in fits), max(n[place] for n in fits)) for a, place in NAMES.items()
    }


def test_who_is_alone_has_the_earlier_edition_as_well():
    """Readers of both leave two ways for each of the four; whoever is alone in C3 only that in which she is there."""
    readers, alone = (tried([[1, 2], [1, 1]], [*NAMES.values()], "nested", look).cells for look in ("readers", "alone"))
    assert readers == {"B2": ("n", 2, 3), "C2": ("n", 2, 3), "B3": ("n", 1, 2), "C3": ("n", 1, 2)}
    assert alone == {"B2": ("x", 2, 2), "C2": ("x", 3, 3), "B3": ("x", 2, 2), "C3": ("n", 1, 2)}
