from disclosure.own_table.price_in_words import (
    NOTHING_ELSE,
    NOTHING_ELSE_AGAIN,
    PERHAPS,
    PeopleIn,
    price_in_words,
)


def test_percentages_go_with_counts():
    assert price_in_words(0, 0, 2, PeopleIn(0, 0), PERHAPS) == (
        "Hide 2 percentages that could tell of hidden counts, and nothing else."
    )
    assert price_in_words(1, 0, 1, PeopleIn(7, 7), NOTHING_ELSE) == (
        "Hide 1 more: 7 people, 1 cell, and 1 percentage that could tell of hidden counts; nothing cheaper."
    )
    assert price_in_words(0, 0, 0, PeopleIn(0, 0), NOTHING_ELSE) == "Nothing more has to be hidden."


def test_people_in_several_cells_are_counted_once_or_nobody_says_how_many_they_are():
    assert price_in_words(4, 0, 0, PeopleIn(2_000, 1_200), PERHAPS) == (
        "Hide 4 more: 1,200 people, in 4 cells that add up to 2,000; something with a smaller sum may exist."
    )
    assert price_in_words(4, 0, 0, PeopleIn(2_000), NOTHING_ELSE_AGAIN) == (
        "Hide 4 more: 4 cells that add up to 2,000 people; nothing with a smaller sum hides again what was hidden."
    )
