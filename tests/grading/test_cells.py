"""A cell that fails spoils no other one."""

from grading.cells import run_cell


def test_a_cell_defines_names_and_says_how_it_failed():
    names = {}
    assert run_cell("x = 1\n%timeit x\n!ls", names) == "" and names["x"] == 1
    assert run_cell("y = x / 0", names) == "ZeroDivisionError"
    assert run_cell("raise SystemExit", names) == "SystemExit"
    assert run_cell("\0", names) in ("ValueError", "SyntaxError")
