"""What is published row by row: classes of rows that look alike, and how they are made larger."""

from disclosure.records.anonymity import (
    class_sizes,
    entropy_l_diversity,
    information_lost,
    k_anonymity,
    l_diversity,
    t_closeness,
)
from disclosure.records.equivalence_classes import class_of, classes_of
from disclosure.records.generalisation import Generalise, SuppressRecords
from disclosure.records.mondrian import Mondrian

__all__ = [
    "Generalise",
    "Mondrian",
    "SuppressRecords",
    "class_of",
    "class_sizes",
    "classes_of",
    "entropy_l_diversity",
    "information_lost",
    "k_anonymity",
    "l_diversity",
    "t_closeness",
]
