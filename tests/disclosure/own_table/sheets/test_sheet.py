import pytest

from disclosure.own_table.sheets.sheet import address_of, place_of, sheet_of


@pytest.mark.parametrize(("row", "column"), [(0, 0), (6, 25), (6, 26), (99, 701), (0, 702)])
def test_places_and_addresses(row, column):
    assert place_of(address_of(row, column)) == (row, column)


def test_what_is_no_address():
    with pytest.raises(ValueError, match="'7B' is no address"):
        place_of("7B")


def test_short_rows_are_filled():
    sheet = sheet_of([["a"], ["b", "c"]])
    assert sheet.size == (2, 2) and sheet.at("B1").text == "" and len(list(sheet)) == 4
