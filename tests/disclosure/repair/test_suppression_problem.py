from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.hiding import hide, primary_cells
from disclosure.repair.protection import Singletons, UnreachableError
from disclosure.repair.singletons import attackers_of
from disclosure.repair.suppression_problem import SuppressionProblem, problem_of
from disclosure.repair.unreachable import unreachable
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable, count_table
from tests.disclosure.repair.small_tables import hidden_in, table_of

TABLE = table_of([1, 6], [8, 0])
RULE = Rule(5, complementary_mark="c")


def question(table: CountTable = TABLE, rule: Rule = RULE, **more: object) -> SuppressionProblem:
    settings = {"protect": "exact", "against": (Outsider(),), "cost": "people", "primary_known": True} | more
    return problem_of(table, rule, **settings)  # type: ignore[arg-type]


def named(problem: SuppressionProblem, flags: np.ndarray) -> set[tuple[str, ...]]:
    system = problem.views[0].system
    return {system.names(int(cell)) for cell in np.flatnonzero(flags)}


def test_small_counts_must_be_hidden_zeros_must_not_and_all_others_may() -> None:
    problem = question()
    assert named(problem, problem.always) == {("A", "N")}
    assert ("B", "S") not in named(problem, problem.may_hide)
    assert ("total", "total") in named(problem, problem.may_hide)
    assert problem.may_hide.sum() == 7


def test_zeros_are_small_or_cover_others_if_the_rule_says_so() -> None:
    hidden, cover = (
        question(rule=Rule(5, zeros=zeros, complementary_mark="c")) for zeros in ("hidden", "may be hidden")
    )
    assert ("B", "S") in named(hidden, hidden.always)
    assert ("B", "S") in named(cover, cover.may_hide)


def test_a_cell_costs_its_people_and_a_zero_costs_one() -> None:
    problem = question(rule=Rule(5, zeros="may be hidden", complementary_mark="c"))
    cost = {problem.views[0].system.names(cell): int(problem.cost[cell]) for cell in range(9)}
    assert cost["A", "S"] == 6
    assert cost["B", "S"] == 1
    assert set(question(cost="cells").cost) == {1}
    assert problem.price(problem.always | problem.may_hide) == 6 + 8 + 1 + 7 + 8 + 9 + 6 + 15


def test_rooms_are_what_the_rule_leaves() -> None:
    known, unknown = (question(primary_known=known).views[0] for known in (True, False))
    cell = next(iter(known.needs))
    assert (known.room_up[cell], known.room_down[cell]) == (3, 0)
    assert unknown.room_up[cell] > 10**9


def test_each_singleton_is_an_attacker_and_her_own_cell_needs_nothing_from_her() -> None:
    table = table_of([1, 6], [8, 1])
    assert attackers_of(table, [Outsider(), Singletons()]) == (
        Outsider(),
        Contributor(("A", "N"), alone=True),
        Contributor(("B", "S"), alone=True),
    )
    problem = question(table, against=(Singletons(),))
    assert [[view.system.names(cell) for cell in view.needs] for view in problem.views] == [[("B", "S")], [("A", "N")]]


def test_marks_are_put_and_totals_hidden_like_other_cells() -> None:
    small = primary_cells(TABLE, RULE)
    assert TABLE.cell_names[small].tolist() == ["A | N"]
    release = hide(
        TABLE, Rule(5, complementary_mark="x"), [small.to_numpy() | TABLE.cell_names.eq("A | total").to_numpy()]
    )
    assert isinstance(release, CountTable)
    assert hidden_in(release) == {"A | N", "A | total"}
    assert release.grid().loc["A"].tolist() == ["c", "6", "x"]


@pytest.mark.parametrize("first", [(4, 6, 9), (3, 9, 8), (4, 8, 9), (3, 8, 12)])
def test_a_running_total_that_shrinks_is_a_contradiction_whatever_its_size(first: tuple[int, ...]) -> None:
    """Also where the second edition may hide it, and 4 would be as small as 3."""
    before, after = (
        count_table(pd.DataFrame({"film": np.repeat(list("ABC"), n)}), by="film") for n in (first, (3, 8, 9))
    )
    with pytest.raises(ContradictionError, match="the cells cannot add up"):
        SuppressComplementary(5).repair(after, already=before, relation="nested")


def test_counts_that_do_not_add_up_are_a_contradiction_also_where_hiding_them_would_leave_room() -> None:
    table = table_of([1, 9], [9, 9])
    wrong = replace(
        table, cells=table.cells.assign(count=table.cells["count"].mask(table.cell_names == "A | total", 11))
    )
    with pytest.raises(ContradictionError, match="the cells cannot add up"):
        question(wrong)


def test_what_cannot_be_protected_is_named_with_its_reason() -> None:
    problem = question(table_of([2, 2], [8, 9]), Rule(5, complementary_mark="c"), protect="whole range")
    view = problem.views[0]
    cell = next(cell for cell in view.needs if view.system.names(cell) == ("A", "N"))
    with pytest.raises(UnreachableError, match=r"A \| N cannot be protected .* 1 to 3\. .*A"):
        raise unreachable(problem, view, cell)


def test_cells_have_names_where_nobody_is_alone_to_look() -> None:
    problem = question(table_of([2, 6], [8, 9]), against=(Singletons(),))
    assert problem.views == ()
    assert [problem.name(cell) for cell in np.flatnonzero(problem.settled.primary)] == ["A | N"]
