import pytest

from disclosure.audit.solving.time_limit import limited_to
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.protection import UnreachableError
from disclosure.repair.unreachable import some_of, unreachable
from disclosure.rules import Rule
from tests.disclosure.repair.small_tables import table_of
from tests.disclosure.repair.test_suppression_problem import question


def test_all_cells_that_cannot_be_protected_are_named() -> None:
    problem = question(table_of([2, 2], [8, 9]), Rule(5, complementary_mark="c"), protect="whole range")
    view = problem.views[0]
    said = str(unreachable(problem, view, next(iter(view.needs))))
    assert said.startswith(
        "A | total cannot be protected from an outsider as asked: even if every cell is hidden that "
    )
    assert said.endswith("Nor can A | N and A | S.")


def test_what_the_audit_calls_protected_is_not_called_out_of_reach() -> None:
    problem = question(table_of([1, 6], [8, 7]), Rule(5, complementary_mark="c"))
    (cell,) = problem.views[0].needs
    with pytest.raises(ArithmeticError, match=r"^A \| N can be protected, and no way was found"):
        unreachable(problem, problem.views[0], cell)


def test_the_cells_that_must_be_printed_are_named() -> None:
    row = (("A", "S"), ("A", "total"))
    with pytest.raises(
        UnreachableError, match=r"A \| N cannot .* 1 is left for N\. A \| S and A \| total must be printed\."
    ):
        SuppressComplementary(5, must_print=row)(table_of([1, 6], [8, 7]))


def test_without_time_no_reason_is_given() -> None:
    problem = question(table_of([2, 2], [8, 9]), Rule(5, complementary_mark="c"), protect="whole range")
    view = problem.views[0]
    with limited_to(0):
        said = str(unreachable(problem, view, next(iter(view.needs))))
    assert said.endswith("There was no time to say why.") or "it is known to be" in said


def test_many_cells_are_counted() -> None:
    assert some_of([str(i) for i in range(8)]) == "0, 1 and 6 more"
