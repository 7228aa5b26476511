import numpy as np
import pandas as pd
import pytest

from disclosure.audit.reading.contributors import contributors_of, dominance_of, least_amounts
from disclosure.rules import NKRule, PPercentRule
from disclosure.tables.count_table import CountTable


def minutes(behind: list[object], **more: object) -> CountTable:
    cells = pd.DataFrame({"film": list("ABC"), "count": [90, 45, 30], "contributors": behind})
    return CountTable(cells, ("film",), unit="minutes", **more)  # type: ignore[arg-type]


def test_contributors_are_read_where_they_are_printed() -> None:
    assert contributors_of(minutes([2, None, "3"])).tolist() == [2, -1, 3]
    assert contributors_of(CountTable(pd.DataFrame({"film": ["A"], "count": [9]}), ("film",))).tolist() == [-1]
    with pytest.raises(ValueError, match="B has 'some' contributors: write a whole number"):
        contributors_of(minutes([2, "some", 3]))


def test_only_a_rule_that_surely_dominates_is_used() -> None:
    primary = np.array([True, False, False])
    rules = {
        rule: dominance_of(minutes([2, 3, 3], dominance=rule), primary) for rule in (PPercentRule(10), NKRule(1, 60))
    }
    assert [list(found.values()) for found in rules.values()] == [[PPercentRule(100)], []]


def test_few_dominate_many_only_with_a_lot() -> None:
    assert least_amounts(np.array([0, 5, 4]), {2: PPercentRule(100)}).tolist() == [0, 5, 6]
