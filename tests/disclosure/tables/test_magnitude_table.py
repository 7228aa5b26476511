import pandas as pd
import pytest

from disclosure.tables.count_table import TOTAL
from disclosure.tables.magnitude_table import largest_columns, magnitude_table

VIEWS = pd.DataFrame(
    {
        "film": ["A", "A", "A", "B", "B"],
        "region": ["x", "x", "y", "x", "y"],
        "viewer_id": [1, 1, 2, 1, 3],
        "household_id": [7, 7, 8, 7, 8],
        "minutes": [30, 60, 20, 45, 0],
    }
)


def test_every_cell_is_the_sum_of_its_views() -> None:
    table = magnitude_table(VIEWS, by=("film", "region"))
    assert table.grid().to_numpy().tolist() == [["90", "20", "110"], ["45", "0", "45"], ["135", "20", "155"]]
    assert table.unit == "minutes"
    assert list(table.cells) == ["film", "region", "count", "mark"]


def test_a_person_is_one_contributor_however_many_views_and_cells_she_has() -> None:
    cells = magnitude_table(VIEWS, by=("film",), contributors=True, largest=2).cells.set_index("film")
    assert cells.loc["A", ["contributors", "largest_1", "largest_2"]].tolist() == [2, 90, 20]
    assert cells.loc["B", ["contributors", "largest_1", "largest_2"]].tolist() == [1, 45, 0]
    assert cells.loc[TOTAL, ["contributors", "largest_1", "largest_2"]].tolist() == [2, 135, 20]


def test_contributors_can_be_households() -> None:
    more = pd.concat([VIEWS, VIEWS.assign(film="A", region="y", viewer_id=4, household_id=8, minutes=5).head(1)])
    cells = magnitude_table(more, by=("film",), person="household_id", contributors=True, largest=2).cells
    assert cells.set_index("film").loc["A", ["contributors", "largest_1", "largest_2"]].tolist() == [2, 90, 25]


def test_wider_labels_and_left_out_totals() -> None:
    nested = magnitude_table(VIEWS, by=("region",), hierarchies={"region": {"x": "Aland", "y": "Aland"}}, largest=1)
    assert nested.cells["count"].tolist() == [135, 20, 155, 155]
    assert nested.cells["largest_1"].tolist() == [135, 20, 135, 135]
    assert magnitude_table(VIEWS, by=("region",), totals=False).cells["count"].tolist() == [135, 20]


def test_only_the_office_sees_largest_contributions() -> None:
    assert largest_columns(magnitude_table(VIEWS, by=("film",), largest=2)) == ["largest_1", "largest_2"]
    assert largest_columns(magnitude_table(VIEWS, by=("film",))) == []


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        (-1, "row 2 has less than 0 in 'minutes': only amounts of 0 and more"),
        (2.5, "row 2 has a fraction in 'minutes': round to whole units first"),
        (None, "row 2 has no number in 'minutes': write 0 or leave the row out"),
        (float("inf"), "row 2 has no number in 'minutes'"),
        ("long", "row 2 has no number in 'minutes'"),
    ],
)
def test_amounts_that_cannot_be_summed_are_refused(amount: object, sentence: str) -> None:
    minutes = [30, 60, amount, 45, 0]
    with pytest.raises(ValueError, match=sentence):
        magnitude_table(VIEWS.assign(minutes=minutes), by=("film",))


def test_views_of_nobody_and_missing_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="row 4 has no viewer_id"):
        magnitude_table(VIEWS.assign(viewer_id=[1, 1, 2, 1, None]), by=("film",))
    with pytest.raises(ValueError, match="contributions has no column 'hours'"):
        magnitude_table(VIEWS, by=("film",), amount="hours")


def test_amounts_as_text_and_as_durations() -> None:
    rows = pd.DataFrame({"film": list("AAAB"), "viewer_id": [1, 1, 2, 2], "minutes": ["90", "60", "20", "45"]})
    assert magnitude_table(rows, by="film", largest=2).cells["count"].tolist() == [170, 45, 215]
    durations = rows.assign(minutes=pd.to_timedelta(rows["minutes"].astype(int), unit="min"))
    assert magnitude_table(durations, by="film").cells["count"].tolist() == [170, 45, 215]


def test_columns_of_ones_own_are_named_by_argument() -> None:
    own = pd.DataFrame({"firm": list("AAB"), "person_no": [1, 2, 3], "bonus": [10, 20, 30]})
    table = magnitude_table(own, by="firm", amount="bonus", person="person_no")
    assert (table.unit, table.cells["count"].tolist()) == ("bonus", [30, 30, 60])
    assert magnitude_table(own, by="firm", amount="bonus", person="person_no", unit="euros").unit == "euros"
    for more, sentence in (
        ({}, "no column 'minutes'; .* Name yours with amount=..."),
        ({"amount": "bonus"}, "no column 'viewer_id'; .* Name yours with person=..."),
        ({"by": "film"}, "no column 'film'; .* Name yours with by=..."),
        ({"amount": "bonus", "person": "firm"}, "by and person both name 'firm'"),
        ({"amount": "firm"}, "by and amount both name 'firm'"),
        ({"amount": "bonus", "person": "bonus"}, "amount and person both name 'bonus'"),
        ({"amount": "bonus", "person": "person_no", "unit": "people"}, "unit is 'people'"),
        ({"amount": "bonus", "person": "person_no", "largest": 1.5}, "largest is 1.5, which is no whole number"),
    ):
        with pytest.raises(ValueError, match=sentence):
            magnitude_table(own, **({"by": "firm"} | more))  # type: ignore[arg-type]


def test_one_person_under_two_names_is_refused() -> None:
    people = pd.Series([7, "7", 8], dtype=object)
    rows = pd.DataFrame({"film": "A", "viewer_id": people, "minutes": 5})
    with pytest.raises(ValueError, match="'viewer_id' names people in two ways"):
        magnitude_table(rows, by="film")


def test_contributors_stand_where_the_table_is_printed() -> None:
    table = magnitude_table(VIEWS, by=("region",), contributors=True, largest=1)
    assert table.grid().columns.tolist() == ["count", "contributors"]
