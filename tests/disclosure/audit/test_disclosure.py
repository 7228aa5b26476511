from dataclasses import replace

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.disclosure import group_disclosure, merged_sums
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.percentages import Percentages
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


def test_a_label_that_two_dimensions_have_is_told_with_its_dimension() -> None:
    """'Yes: all 4 people are in no' was said of who drinks, or of who smokes."""
    rows = [("yes", "yes", 0), ("yes", "no", 6), ("no", "yes", 7), ("no", "no", 9)]
    sums = [("yes", TOTAL, 6), ("no", TOTAL, 16), (TOTAL, "yes", 7), (TOTAL, "no", 15), (TOTAL, TOTAL, 22)]
    cells = pd.DataFrame([*rows, *sums], columns=["smokes", "drinks", "count"])
    told = group_disclosure(CountTable(cells, ("smokes", "drinks")), Outsider())["sentence"].tolist()
    assert "yes (drinks): all 7 people are in no (smokes)." in told


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
    facts = group_disclosure(places({"a": 3, "n": 0, "m": None, TOTAL: 3}, nest), Outsider())
    assert facts[["place", "fact"]].to_numpy().tolist() == [["a", "everybody"], ["n", "nobody"], ["m", "nobody"]]
    sums = merged_sums(places({"a": 3, "n": None, "m": None, TOTAL: 5}, nest), Outsider())
    assert sums[["hidden", "low", "high"]].to_numpy().tolist() == [[2, 2, 2]]


def places(counts: dict[str, int | None], nest: Hierarchy | None = None) -> CountTable:
    cells = pd.DataFrame({"place": [*counts], "count": pd.array([*counts.values()], "Int64")})
    marks = cells["count"].isna().map({True: "c", False: ""})
    return CountTable(cells.assign(mark=marks), ("place",), hierarchies={"place": nest} if nest else {})


def test_a_line_of_one_table_is_told_beside_another_one_that_prints_a_wider_label_in_it() -> None:
    districts = places({"n": None, "m": 6, "w": None, TOTAL: 19}, {"n": "North", "m": "North"})
    regions = places({"North": None, "w": None, TOTAL: 19})
    sums = merged_sums(LinkedTables((districts, regions)), Outsider())
    assert dict(zip(sums["low"], map(set, sums["cells"]), strict=True)) == {
        19: {("North",), ("w",)},
        13: {("n",), ("w",)},
    }


@pytest.mark.parametrize(
    ("counts", "further"),
    [
        ({TOTAL: 6}, []),
        ({"n": None, "m": None, "s": None, TOTAL: 6}, [["s", "everybody"], ["n", "nobody"], ["m", "nobody"]]),
    ],
)
def test_each_fact_and_each_sum_is_told_once_however_many_lines_tell_it(
    counts: dict[str, int | None], further: list[list[str]]
) -> None:
    nest = {"n": "North", "m": "North", "s": "South"}
    one, two = places({"North": None, "South": 6, "s": None, TOTAL: None}, nest), places(counts)
    facts = group_disclosure(LinkedTables((one, two)), Outsider())
    assert facts[["place", "fact"]].to_numpy().tolist() == [["South", "everybody"], ["North", "nobody"], *further]


def test_the_sum_of_a_line_says_where_it_may_be_known_better() -> None:
    """Percentages of a base that is nowhere are not used: then a range is what is proved, and perhaps too wide."""
    cells = pd.DataFrame({"a": ["p", "q", "r", TOTAL], "count": pd.array([None, None, 5, 10], dtype="Int64")})
    cells["mark"] = ["c", "c", "", ""]
    rule = Rule(9, zeros="hidden", mark="c")
    rounded = CountTable(cells, ("a",), rule, base=5, rounding="unknown")
    shares = replace(
        rounded, cells=cells.assign(share=[10.0, 20.0, 30.0, 60.0]), percentages=(Percentages("share", None),)
    )
    for table, ending in ((rounded, "together."), (shares, "together, as far as it is proved.")):
        [line] = merged_sums(table, Outsider())["sentence"]
        assert line.endswith(ending)
