"""What the audit is handed in beside a table: marks, what is known of cells, contributors, ways of rounding."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import EXACT, audit, exact_cells
from disclosure.rules import Rule
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable
from lessons.suppression.attack import subtract


def brought(
    labels: list[str], counts: list[int | None], marks: list[str], rule: Rule | None = None, **more: Any
) -> CountTable:
    """A table of one dimension that somebody brings along, with further columns."""
    columns = {name: more.pop(name) for name in ("mean", "contributors") if name in more}
    cells = pd.DataFrame({"film": labels, "count": counts, "mark": marks} | columns)
    return CountTable(cells, ("film",), rule, **more)


PARTS = ["A", "B", TOTAL]
COVERED = brought(["A", "B", "C", TOTAL], [None, None, 5, 9], ["c", "c", "", ""], Rule(3, complementary_mark="c"))
"""A and B hold 4 together: one is 1 or 2, the other is 3 or more, and covers it."""


def ends(frame: pd.DataFrame) -> dict[str, tuple[int, int]]:
    return {row["target"]: (row["low"], row["high"]) for row in frame.to_dict("records")}


@pytest.mark.parametrize("rule", [Rule(3), Rule(3, complementary_mark="c"), Rule(3, complementary_mark="x")])
def test_a_mark_that_the_rule_does_not_know_is_refused(rule: Rule) -> None:
    with pytest.raises(ValueError, match="A has the mark 'n/a'; the rule knows 'c'"):
        audit(brought(PARTS, [None, None, 4], ["n/a", "c", ""], rule), Outsider())


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [1, 0, 2, 3], [3, 2, 1, 0]])
def test_what_is_known_of_cells_is_read_by_its_labels(order: list[int]) -> None:
    primary = pd.Series([True, False, False, False]).reindex(order)
    assert ends(audit(COVERED, Outsider(), primary=primary)) == {"A": (1, 1), "B": (3, 3)}


@pytest.mark.parametrize(
    "primary",
    [
        pd.Series([np.nan, 1.0, 0.0, 0.0]),
        pd.Series([True, None, None, None]),
        pd.Series(["True", "False", "False", "False"]),
        pd.Series([True, False]),
        pd.Series([True, False, False, False], index=list("abcd")),
        [True, False, False, False],
    ],
)
def test_what_cannot_be_known_of_cells_is_refused_in_a_sentence(primary: Any) -> None:
    with pytest.raises(ValueError, match=r"^primary "):
        audit(COVERED, Outsider(), primary=primary)


def test_of_an_even_base_a_half_goes_where_the_office_lets_it_go() -> None:
    """Base 2, A hidden, B and the total print 4: (1, 3, 4) rounds so half up, (1, 4, 5) half to even."""
    found = {
        way: ends(audit(brought(PARTS, [None, 4, 4], ["c", "", ""], Rule(3), base=2, rounding=way), Outsider()))
        for way in ("half up", "half even", "unknown")
    }
    assert found["half up"] == {"A": (1, 1), "B": (3, 3), TOTAL: (4, 4)}
    assert found["half even"] == found["unknown"] == {"A": (1, 2), "B": (3, 4), TOTAL: (4, 5)}
    with pytest.raises(ValueError, match="rounding is 'up': choose one of"):
        brought(PARTS, [4, 4, 8], ["", "", ""], base=2, rounding="up")


@pytest.mark.parametrize("behind", [[0.9, 2.9, 3], [-5, 2, 3], ["some", 2, 3]])
def test_contributors_are_whole_numbers(behind: list[Any]) -> None:
    table = brought(PARTS, [None, None, 9], ["c", "c", ""], unit="minutes", contributors=behind)
    with pytest.raises(ValueError, match=r"A has .* contributors: write a whole number"):
        audit(table, Outsider())


@pytest.mark.parametrize("mean", [1.5, 3.0])
def test_statistics_that_no_people_have_are_a_contradiction(mean: float) -> None:
    """A is 6 less 5: one person, whose mean is a whole value up to 3; and 5 people with mean 2 leave 2 in all."""
    means = [mean, 2.0, 2.0]
    table = brought(PARTS, [None, 5, 6], ["c", "", ""], Rule(5), companions=Companions("stars", 1, 3, 1), mean=means)
    for look in (audit, exact_cells):
        with pytest.raises(ContradictionError):
            look(table, Outsider())


@pytest.mark.parametrize("mean", [["1", "2", "1"], [np.inf, 2, 1]])
def test_statistics_are_finite_numbers(mean: list[Any]) -> None:
    table = brought(PARTS, [None, 5, 6], ["c", "", ""], Rule(5), companions=Companions("stars", 1, 3, 1), mean=mean)
    with pytest.raises(ValueError, match="no finite numbers"):
        audit(table, Outsider())


@pytest.mark.parametrize("empty", [None, np.nan, pd.NA])
def test_a_column_in_which_no_statistic_is_printed_is_one_of_nobody(empty: Any) -> None:
    """Whatever stands for "nothing": pandas makes a column of objects of nothing but None."""
    stars = Companions("stars", 1, 3, 1)
    nobody = brought(PARTS, [0, None, 0], ["", "c", ""], Rule(5, zeros="hidden"), companions=stars, mean=[empty] * 3)
    assert set(audit(nobody, Outsider())["verdict"]) == {EXACT}
    with pytest.raises(ContradictionError, match="leave their column out"):
        audit(brought(PARTS, [None, 5, 6], ["c", "", ""], Rule(5), companions=stars, mean=[empty] * 3), Outsider())


@pytest.mark.parametrize("wrong", [{"dominance": "p%"}, {"companions": "stars"}])
def test_rules_and_statistics_are_written_as_such(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="write it as"):
        brought(PARTS, [1, 5, 6], ["", "", ""], **wrong)


def test_subtraction_stops_at_a_table_that_contradicts_itself() -> None:
    with pytest.raises(ValueError, match="contradicts itself"):
        subtract(brought(PARTS, [None, 5, 5], ["c", "", ""], Rule(5)))


def test_a_list_of_attackers_is_no_attacker() -> None:
    for door in (audit, exact_cells):
        with pytest.raises(ValueError, match=r"the attacker is \[Outsider\(\)\]: choose Outsider"):
            door(COVERED, [Outsider()])
