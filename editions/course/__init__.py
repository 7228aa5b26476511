"""A course: problem sets for eight weeks, in the format of nbgrader, and what their grader needs.

The texts, cases and marks are those of the package `grading`, which is no part of the wheel: a course is made from a
clone, on the teacher's machine.
"""
