import pandas as pd
import pytest

from disclosure.defences.cell_key import perturbation_table
from disclosure.rules import Rule
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable, count_table, sums_in_cells

PEOPLE = pd.DataFrame({"film": list("AAB"), "region": ["north", "south", "west"], "age": list("oyy")})
NESTED = {"region": {"north": "Aland", "west": "Aland", "south": "Bland", "Aland": "World", "Bland": "World"}}


def counts(table: CountTable) -> dict[tuple[str, ...], int]:
    return table.cells.set_index(list(table.by))["count"].to_dict()


def test_every_total_is_the_sum_of_its_people() -> None:
    found = counts(count_table(PEOPLE, by=("film", "region", "age")))
    assert found["A", "north", "o"] == 1
    assert found["A", TOTAL, TOTAL] == 2
    assert found[TOTAL, TOTAL, "y"] == 2
    assert found[TOTAL, TOTAL, TOTAL] == 3
    assert len(found) == 3 * 4 * 3


def test_wider_labels_sum_their_parts_and_stand_after_them() -> None:
    table = count_table(PEOPLE, by=("film", "region"), hierarchies=NESTED)
    found = counts(table)
    assert [found["B", label] for label in ("Aland", "Bland", "World", TOTAL)] == [1, 0, 1, 1]
    labels = table.cells["region"].unique().tolist()
    assert labels == ["north", "west", "Aland", "south", "Bland", "World", TOTAL]


def test_one_dimension_is_a_table_too() -> None:
    assert count_table(PEOPLE, by=("film",)).grid()["count"].tolist() == ["2", "1", "3"]


def test_categories_keep_their_order_and_nobody_is_zero() -> None:
    people = PEOPLE.assign(film=pd.Categorical(PEOPLE["film"], categories=["C", "B", "A"]))
    table = count_table(people, by=("film",), totals=False)
    assert table.cells[["film", "count"]].to_numpy().tolist() == [["C", 0], ["B", 1], ["A", 2]]


@pytest.mark.parametrize(
    ("people", "by", "message"),
    [
        (PEOPLE, (), "names no column"),
        (PEOPLE, ("genre",), "no column 'genre'"),
        (PEOPLE.replace("north", None), ("region",), "missing value"),
        (PEOPLE.replace("north", TOTAL), ("region",), "stands for the sum"),
        (PEOPLE.replace("north", "Aland"), ("region",), "also a wider label"),
    ],
)
def test_people_who_cannot_be_counted_are_refused(people: pd.DataFrame, by: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        count_table(people, by=by, hierarchies=NESTED)


def test_wider_labels_are_sums_and_count_nobody_twice() -> None:
    table = count_table(PEOPLE, by=("film", "region"), hierarchies=NESTED)
    assert table.cells["count"][~table.is_total].sum() == len(PEOPLE)
    assert set(table.cells["region"][~table.is_total]) == {"north", "south", "west"}


@pytest.mark.parametrize(
    "also", [{"rule": Rule(3)}, {"base": 5}, {"unit": "minutes"}, {"companions": Companions("stars", 1, 5)}]
)
def test_a_perturbed_table_has_nothing_else_that_changes_its_counts(also):
    cells = pd.DataFrame({"film": ["A"], "count": [3]})
    with pytest.raises(ValueError, match="perturbed by cell keys: what a rule that hides, rounding"):
        CountTable(cells, ("film",), perturbation=perturbation_table(3, 1.5), **also)


def test_a_table_says_how_its_counts_were_changed():
    cells = pd.DataFrame({"film": ["A"], "count": [3]})
    assert CountTable(cells, ("film",)).how_changed == ""
    assert CountTable(cells, ("film",), base=3, rounding="random").how_changed == "rounded to multiples of 3"
    assert CountTable(cells, ("film",), perturbation=perturbation_table(3, 1.5)).how_changed == "perturbed"


@pytest.mark.parametrize("unit", [5, None, "", ["people"]])
def test_a_unit_is_a_word(unit):
    """5 passed without a word."""
    with pytest.raises(ValueError, match="name what is counted by a word"):
        CountTable(pd.DataFrame({"film": ["A"], "count": [3]}), ("film",), unit=unit)


@pytest.mark.parametrize("totals", ["yes", "no", None, 1])
def test_totals_are_printed_or_not(totals):
    """ "no" printed them."""
    with pytest.raises(ValueError, match=r"totals is .*: choose True or False"):
        count_table(PEOPLE, by="film", totals=totals)


@pytest.mark.parametrize("part", [5, None])
def test_a_part_that_is_not_covered_has_a_name(part):
    with pytest.raises(ValueError, match="give the unprinted part a name"):
        CountTable(pd.DataFrame({"film": ["A"], "count": [3]}), ("film",), not_covered={"film": part})


@pytest.mark.parametrize("values", [[1.5, 2, 3], [-1, 2, 3], ["a", "b", "c"], [None, 2, 3], [1, 2], 5])
def test_sums_are_made_of_one_whole_number_for_each_person(values):
    """1.5 and 2 were summed up to 3."""
    with pytest.raises(ValueError, match=r"whole numbers, 0 or more|one for each"):
        sums_in_cells(pd.DataFrame({"film": ["A", "A", "B"]}), values, by="film")


def test_a_dimension_of_totals_alone_makes_no_cell_a_total():
    cells = pd.DataFrame({"film": ["A", "total"], "sex": "total", "count": [2, 2]})
    assert CountTable(cells, ("film", "sex")).is_total.tolist() == [False, True]
    assert CountTable(cells[1:], ("film", "sex")).is_total.tolist() == [True]
