from dataclasses import replace

import pandas as pd

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit.small_releases import printed, square


def why(release: object, target: str, attacker: object = None) -> str:
    frame = audit(release, attacker or Outsider())  # type: ignore[arg-type]
    return str(frame.set_index("target").loc[target, "why"])


def test_one_line_is_told_as_a_sum() -> None:
    rows = {"Comet": [9, 9], "Snow Day": [8, 8], "The Lantern": ["c", "c"], TOTAL: [20, 20]}
    release = printed(rows, ["North", TOTAL], Rule(4))
    assert why(release, "The Lantern | North") == (
        "North's total is 20, of which the two printed cells hold 17: 3 are left for The Lantern."
    )


def test_a_cell_that_no_single_line_shows_is_told_by_what_lines_hide_together() -> None:
    """B, z bridges two squares of hidden cells: A and B hide 5 + 12, x and y hide 6 + 8."""
    rows: dict[str, list[int | str]] = {
        "A": ["c", "c", 9, 7, 21],
        "B": ["c", "c", "c", 8, 20],
        "C": [9, 9, "c", "c", 23],
        "D": [9, 9, "c", "c", 23],
        TOTAL: [24, 26, 18, 19, 87],
    }
    release = printed(rows, ["x", "y", "z", "w", TOTAL], Rule(6))
    exact = audit(release, Outsider()).set_index("target")["verdict"].eq("exact")
    assert exact[exact].index.tolist() == ["B | z"]
    assert why(release, "B | z") in (
        "A and B together hide 17, of which x and y hide 14: 3 are left for B, z.",
        "Z and w together hide 13, of which C and D hide 10: 3 are left for B, z.",
    )


def test_open_cells_say_so() -> None:
    release = printed({"A": ["c", "c"], "B": [7, 8]}, ["x", "y"], Rule(5))
    told = audit(release, Outsider(), nothing_to_subtract=True)["why"]
    assert told.iloc[0] == "Nothing printed narrows it: every number from 1 to 4 is possible."


def test_where_more_is_possible_than_the_rule_hides_the_sentence_does_not_say_that_nothing_narrows_it() -> None:
    rows = {"A": ["c", "c", 6], "B": ["c", "c", 16], TOTAL: [8, 14, 22]}
    release = printed(rows, ["x", "y", TOTAL], Rule(3, complementary_mark="c"))
    assert why(release, "A | x") == (
        "Nothing printed narrows what the rule hides: it may be as small as 1 and, if it is hidden to cover others, as "
        "large as 5."
    )


def test_what_the_attacker_knows_is_told_as_hers() -> None:
    assert why(square(), "A | x", Contributor(("A", "x"), alone=True)) == (
        "The attacker knows that nobody else is in it: the count is 1."
    )


FILMS_BY_AGE = ["old", TOTAL]
HIDDEN_TOTAL: dict[str, list[int | str]] = {"A": ["c", "c"], "B": [20, 20]}
"""The total of film A is hidden here."""


def test_where_another_table_prints_the_very_cell_the_sentence_says_so() -> None:
    by_region = printed(HIDDEN_TOTAL, ["north", TOTAL], Rule(9))
    by_age = by_region_as_age({"A": [8, 8], "B": [20, 20]})
    release = LinkedTables((by_region, by_age))
    assert why(release, "A | total | total") == "The other table, by film and age, prints 8."
    assert why(LinkedTables((*release.tables, by_age)), "A | total | total") == (
        "Another table, by film and age, prints 8."
    )


def test_where_another_table_prints_the_very_cell_rounded_the_sentence_says_what_follows() -> None:
    by_region = printed(HIDDEN_TOTAL, ["north", TOTAL], Rule(9))
    by_age = by_region_as_age({"A": [5, 5], "B": [20, 20]}, base=5)
    assert why(LinkedTables((by_region, by_age)), "A | total | total") == (
        "The other table, by film and age, prints it rounded: it is at least 3; "
        "and the other table, by film and age, prints it rounded: it is at most 7."
    )


def by_region_as_age(rows: dict[str, list[int | str]], **more: object) -> CountTable:
    """A table by film and age."""
    table = printed(rows, FILMS_BY_AGE, None if more else Rule(5), **more)
    return replace(table, cells=table.cells.rename(columns={"region": "age"}), by=("film", "age"))


def test_what_the_mark_of_another_table_says_is_no_matter_of_the_rule() -> None:
    """Here a star is 0 to 3; there the cell covers others and is 2 or more, which no rule says of a small cell."""

    def table(rule: Rule, mark: str) -> CountTable:
        cells = pd.DataFrame({"A": ["a", TOTAL], "count": pd.array([None, 9], dtype="Int64"), "mark": [mark, ""]})
        return CountTable(cells, ("A",), rule, not_covered={"A": "unknown"})

    wide = table(Rule(4, zeros="hidden", mark="*", complementary_mark="c"), "*")
    covers = table(Rule(2, mark="*", complementary_mark="c"), "c")
    assert why(LinkedTables((wide, covers)), "a") == "By what another table tells of it, it is at least 2."
    assert "cell that the rule hides" not in why(wide, "a")
