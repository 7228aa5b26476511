"""A course's set, as its grader reads it from the folder (the whole way: tests/editions/course/test_building.py)."""

from tests.grading.class_of_students import SetOfTests


def test_the_cells_of_a_set_are_told_apart():
    of = SetOfTests("set1")
    assert "read_csv" in of.first_cell and "set1-files" in of.locked and "set1-my_exact" not in of.locked
    assert of.name == "set1" and of.students == {"ada"}
