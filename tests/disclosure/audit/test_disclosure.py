import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.disclosure import group_disclosure, merged_sums
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy
from disclosure.tables.distinct_persons import DistinctPersons
from tests.disclosure.audit.small_releases import printed, square


def test_every_line_gives_away_the_sum_of_its_hidden_cells() -> None:
    sums = merged_sums(square(), Outsider())
    assert sums.set_index("line")[["low", "high"]].to_numpy().tolist() == [[5, 5], [6, 6], [4, 4], [7, 7]]
    assert "A: the two hidden cells hold 4 together." in sums["sentence"].tolist()


def test_a_line_without_a_printed_total_gives_away_what_its_cells_do() -> None:
    release = printed({"A": ["c", "c"], "B": [5, 6]}, ["x", "y"], Rule(5))
    assert merged_sums(release, Outsider()).empty


def test_a_threshold_does_not_see_that_everybody_sits_in_one_cell() -> None:
    release = printed({"A": [20, 0, 20], "B": [9, 11, 20], TOTAL: [29, 11, 40]}, ["x", "y", TOTAL], Rule(5))
    facts = group_disclosure(release, Outsider())
    assert facts["sentence"].tolist() == [
        "y: all 11 people are in B.",
        "y: none of 11 people is in A.",
        "A: all 20 people are in x.",
        "A: none of 20 people is in y.",
    ]


def test_hidden_cells_that_are_found_to_be_zero_tell_of_groups_too() -> None:
    release = printed(
        {"A": ["c", "c", 4], "B": [6, 6, 12], TOTAL: [10, 6, 16]}, ["x", "y", TOTAL], Rule(5, zeros="hidden")
    )
    facts = group_disclosure(release, Outsider())
    assert ("A", "x", "everybody") in facts[["film", "region", "fact"]].itertuples(index=False, name=None)


def test_of_those_who_may_give_several_answers_all_may_give_two() -> None:
    persons = DistinctPersons("film", no_answer=False)
    release = printed({"A": [5], "B": [0], "C": [5], TOTAL: [5]}, ["x"], None, persons=persons)
    assert group_disclosure(release, Outsider())["sentence"].tolist() == [
        "x: all 5 people are in A.",
        "x: all 5 people are in C.",
        "x: none of 5 people is in B.",
    ]
    assert merged_sums(release, Outsider()).empty


@pytest.mark.parametrize("nest", [{}, {"n": "North", "m": "North"}, {"n": "V", "m": "V", "V": "North"}])
def test_a_wider_label_without_a_row_hides_no_fact_and_no_sum(nest: Hierarchy) -> None:
    def by_place(counts: list[int | None]) -> CountTable:
        cells = pd.DataFrame({"place": ["a", "n", "m", TOTAL], "count": counts}).astype({"count": "Int64"})
        marks = cells["count"].isna().map({True: "c", False: ""})
        return CountTable(cells.assign(mark=marks), ("place",), hierarchies={"place": nest})

    facts = group_disclosure(by_place([3, 0, None, 3]), Outsider())
    assert facts[["place", "fact"]].to_numpy().tolist() == [["a", "everybody"], ["n", "nobody"], ["m", "nobody"]]
    sums = merged_sums(by_place([3, None, None, 5]), Outsider())
    assert sums[["hidden", "low", "high"]].to_numpy().tolist() == [[2, 2, 2]]
