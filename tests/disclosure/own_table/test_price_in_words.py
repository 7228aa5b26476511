from disclosure.own_table.price_in_words import NOTHING_ELSE, PERHAPS, price_in_words


def test_percentages_go_with_their_counts_and_people_that_are_not_known_are_left_out():
    assert price_in_words(0, 0, 2, None, PERHAPS) == "Hide 2 percentages of hidden counts, and nothing else."
    assert price_in_words(1, 0, 1, None, NOTHING_ELSE) == (
        "Hide 1 more: 1 cell, and 1 percentage of hidden counts; nothing cheaper."
    )
    assert price_in_words(0, 0, 0, 0, NOTHING_ELSE) == "Nothing more has to be hidden."
