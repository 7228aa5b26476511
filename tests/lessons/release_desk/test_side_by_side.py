"""Small tables in words."""

from lessons.release_desk.attackers import ATTACKS
from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.record_page import RecordPage
from lessons.release_desk.scores import Result
from lessons.release_desk.side_by_side import (
    answers_in_words,
    attackers_in_words,
    attacks_in_words,
    choices_in_words,
    decisions_in_words,
    intruder_in_words,
    of_what_in_words,
    requests_in_words,
    sum_in_words,
    what_came_of,
)
from tests.lessons.release_desk.small_desk import office, signed_desk


def test_each_table_has_its_rows_and_six_columns_at_most():
    desk = signed_desk(joke="as asked")
    tables = {
        len(REQUESTS): [
            requests_in_words(REQUESTS),
            answers_in_words(desk.answers()),
            decisions_in_words({}, REQUESTS),
        ],
        len(ATTACKS): [attackers_in_words(ATTACKS)],
        5: [choices_in_words(REQUESTS[0])],
        3: [intruder_in_words(REQUESTS[0])],
        1: [attacks_in_words(desk.attack()), of_what_in_words(desk.published())],
        0: [attacks_in_words(Result(()))],
    }
    assert all(len(table) == rows and table.shape[1] <= 6 for rows, each in tables.items() for table in each)


def test_a_sum_says_all_four_numbers():
    desk = signed_desk(joke="as asked")
    told, result = sum_in_words(desk.attack(), desk.answers()), desk.attack()
    assert f"{result.found} people were found. Wrong claims: {result.wrong}." in told
    assert f"Of {3 * len(REQUESTS)} questions" in told


def test_nothing_is_told_of_a_desk_that_nobody_has_signed():
    assert "Nothing is signed yet" in repr(what_came_of(ReleaseDesk(office())))
    assert isinstance(what_came_of(signed_desk()), RecordPage)
