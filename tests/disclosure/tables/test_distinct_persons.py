from typing import Any

import pandas as pd
import pytest

from disclosure.rules import PPercentRule, Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.percentages import Percentages

CELLS = pd.DataFrame({"paper": ["a", "b", "none", "total"], "count": [5, 7, 9, 16], "mark": ""})


def papers(persons: Any, **more: Any) -> CountTable:
    return CountTable(CELLS.assign(share=31.2), ("paper",), persons=persons, **more)


def test_people_without_an_answer_stand_in_a_cell_of_their_own_or_nowhere() -> None:
    assert papers(DistinctPersons("paper", {"paper": "none"})).persons == DistinctPersons(("paper",), {"paper": "none"})
    assert DistinctPersons("paper", {"paper": "none"}).without_answer("paper") == "none"
    assert DistinctPersons("paper", {"paper": False}).without_answer("paper") is None
    unprinted = papers(DistinctPersons("paper", {"paper": "unasked"}), not_covered={"paper": "unasked"})
    assert unprinted.not_covered == {"paper": ("unasked",)}


@pytest.mark.parametrize(
    ("persons", "sentence"),
    [
        ("paper", "write it as DistinctPersons"),
        (DistinctPersons("paper"), "who stand at no label of 'paper'"),
        (DistinctPersons("radio", False), "several names 'radio'; the table's dimensions are: paper"),
        (DistinctPersons("paper", {"paper": "nobody"}), "name one of its labels"),
        (DistinctPersons("paper", {"paper": "total"}), "name one of its labels"),
    ],
)
def test_what_cannot_be_meant_is_refused(persons: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        papers(persons)


def test_a_label_for_nobody_lies_in_no_wider_one() -> None:
    nested = {"paper": {"none": "all"}}
    with pytest.raises(ValueError, match="lies in no wider one"):
        papers(DistinctPersons("paper", {"paper": "none"}), hierarchies=nested)


@pytest.mark.parametrize(
    "wrong", [{"several": 5}, {"several": (5,)}, {"no_answer": "none"}, {"no_answer": {"paper": "x"}}]
)
def test_names_are_names(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"several|no_answer"):
        DistinctPersons(**wrong)


def test_of_events_there_is_always_somebody() -> None:
    events: dict[str, Any] = {"unit": "visits", "rule": Rule(5)}
    assert papers(DistinctPersons("paper"), **events).persons == DistinctPersons("paper")
    with pytest.raises(ValueError, match="behind an event there is always somebody"):
        papers(DistinctPersons("paper", {"paper": "none"}), **events)
    with pytest.raises(ValueError, match="is not offered: leave one of both"):
        papers(DistinctPersons("paper"), unit="visits", dominance=PPercentRule(10))


def test_shares_of_several_answers_do_not_add_up() -> None:
    shares = Percentages("share", of="paper", sums_to_100=True)
    with pytest.raises(ValueError, match="percentages of people in several cells were not made to add up"):
        papers(DistinctPersons("paper", False), percentages=shares)
