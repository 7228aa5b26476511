"""Marks for problem sets. This package is no part of the wheel: the students' image is installed without it.

What is secret is the term's secret alone, a file that `make course` writes and no repository holds: from it come each
student's world and the cases that a hand-in is tried on. Nothing here is a line that could be handed in: a case is made
from its answer, which is drawn first, or from all possibilities, counted one by one.
"""
