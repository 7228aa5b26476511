from disclosure.repair.hiding import hide
from disclosure.repair.protection import Width
from disclosure.repair.verification import unprotected
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import RULE, question

TABLE = table_of([1, 6], [8, 7])


def test_a_release_that_gives_a_cell_away_is_found_out() -> None:
    problem = question(TABLE)
    assert unprotected(hide(TABLE, RULE, [problem.always[problem.rows[0]]]), problem) == ["A | N, from Outsider()"]


def test_a_printed_primary_cell_is_found_out() -> None:
    assert unprotected(TABLE, question(TABLE)) == ["A | N, from Outsider()"]
    assert unprotected(TABLE, question(TABLE, protect=Width(2))) == ["A | N, from Outsider()"]


def test_a_range_that_is_too_narrow_is_found_out() -> None:
    """Only the square is hidden: 6 can fall by 1 and the 1 can rise by 1."""
    square = [TABLE.cell_names.isin(["A | N", "A | S", "B | N", "B | S"]).to_numpy()]
    release = hide(TABLE, RULE, square)
    assert unprotected(release, question(TABLE)) == []
    assert unprotected(release, question(TABLE, protect=Width(1))) == []
    assert unprotected(release, question(TABLE, protect=Width(2))) == ["A | N, from Outsider()"]
