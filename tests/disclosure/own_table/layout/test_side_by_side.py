"""Two tables side by side are not read as one: the second one's labels would be hidden counts."""

import pytest

from disclosure.own_table.layout.blocks import blocks_of
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.sheets.unreadable import UnreadableError

TWO = "Ward|Women|Men|All||Ward|Women|Men|All\nA|<3|10|12||{}|4|10|14\nB|8|<3|9||{}|8|<3|10\nAll|10|11|21||All|12|12|24"


def blocks(text):
    return blocks_of(sheet_of([line.split("|") for line in text.splitlines()]))


@pytest.mark.parametrize(
    "text",
    [
        TWO.format("A", "B"),
        TWO.format("C", "D"),
        "|2024|||||2025||\n" + TWO.format("A", "B"),
        TWO.format("A", "B").replace("||Ward", "||Place"),
    ],
)
def test_two_tables_are_named(text):
    with pytest.raises(UnreadableError, match="column E is empty, and column F names the lines once more"):
        blocks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ward|Women||Men|All\nA|<3||10|12\nB|8||<3|9\nAll|10||11|21",
        "Ward|Women||Note\nA|<3||provisional\nB|8||\nAll|10||",
        "Ward|n||Flag\nA|4||c\nB|8||\nAll|12||c",
    ],
)
def test_an_empty_column_alone_is_none_of_this(text):
    assert len(blocks(text)) == 1
