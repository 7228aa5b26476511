"""Synthetic release: a file in which nobody is real: what it still tells about those it was made of."""

from lessons.synthetic.attack import nearest_record
from lessons.synthetic.defences import CopyRows, DrawColumns, DrawFromTree
from lessons.synthetic.explorer import explore_synthetic
from lessons.synthetic.pairs import two_way_error
from lessons.synthetic.release import answers_of, known_of, public_tree, survey, two_halves
from lessons.synthetic.side_by_side import (
    beside_the_nearest,
    copied_in_words,
    found_rightly,
    judged_in_words,
    leak_in_words,
    noise_in_words,
    some_rows,
    tree_in_words,
    who_knows,
)
from lessons.synthetic.sweep import copied_rows, judge, small_groups
from lessons.synthetic.tree import strongest_tree

__all__ = [
    "CopyRows",
    "DrawColumns",
    "DrawFromTree",
    "answers_of",
    "beside_the_nearest",
    "copied_in_words",
    "copied_rows",
    "explore_synthetic",
    "found_rightly",
    "judge",
    "judged_in_words",
    "known_of",
    "leak_in_words",
    "nearest_record",
    "noise_in_words",
    "public_tree",
    "small_groups",
    "some_rows",
    "strongest_tree",
    "survey",
    "tree_in_words",
    "two_halves",
    "two_way_error",
    "who_knows",
]
