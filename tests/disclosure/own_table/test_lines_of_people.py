"""A list of people is no table of counts: asked wherever nothing in a table shows that its numbers count."""

import pytest

from disclosure.own_table import check_table
from disclosure.own_table.exit_codes import NOT_READ
from disclosure.own_table.in_words import NOBODY, summary
from disclosure.own_table.lines_of_people import COUNTS, NAME, ONE_EACH
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.unreadable import UnreadableError

PEOPLE = "name,birth year,salary\n" + "".join(f"Person {i},{1950 + i},{2000 + i}\n" for i in range(12))
WITH_GAPS = PEOPLE.replace("2003", "").replace("2007", ".")
COUNTED = "Area,Men,Women\nA,10,8\nB,7,9\nC,3,11\n"


def checked(text: str, **answers: str):
    return check_table(FileInMemory("a.csv", text.encode()), answers=answers)


@pytest.mark.parametrize("text", [PEOPLE, WITH_GAPS, COUNTED], ids=["people", "people with gaps", "counts"])
def test_nothing_is_said_of_safety_before_it_is_answered(text):
    check = checked(text)
    assert [question.name for question in check.questions] == [NAME] and check.exit_code == NOT_READ
    assert NOBODY not in summary(check) and check.findings.empty


@pytest.mark.parametrize("text", [PEOPLE, WITH_GAPS])
def test_a_list_of_people_is_refused_and_told_what_to_do(text):
    with pytest.raises(UnreadableError, match=r"no table of counts: .* Count its people first"):
        checked(text, **{NAME: ONE_EACH})


def test_counts_without_totals_are_audited_once_it_is_answered():
    check = checked(COUNTED, **{NAME: COUNTS})
    assert not check.questions and check.release is not None and "No cell of this table is hidden." in summary(check)
    with pytest.raises(UnreadableError, match="'people' is no answer to 'lines'"):
        checked(COUNTED, **{NAME: "people"})


@pytest.mark.parametrize(
    "text",
    [
        "Area,Men,Women,All\nA,10,8,18\nB,7,9,16\nC,3,11,14\n",
        "Area,Men,Women\nA,10,8\nB,7,9\nTotal,17,17\n",
        "Area,Men,Women\nA,10,<5\nB,7,9\nC,8,11\n",
        "Area,Men,Women\nA,10,*\nB,7,9\nC,8,11\n\n* fewer than 5 people\n",
        "Area,Pupils,With meals,With meals %\nA,100,10,10.0\nB,200,17,8.5\nC,50,13,26.0\n",
    ],
    ids=["a total", "called a total", "a mark with its threshold", "a footnote with its threshold", "percentages"],
)
def test_what_shows_that_it_counts_is_not_asked(text):
    assert NAME not in [question.name for question in checked(text).questions]


def test_an_answer_of_an_older_edition_is_not_used_where_nothing_is_asked():
    check = checked("Area,Men,Women,All\nA,10,8,18\nB,7,9,16\nC,3,11,14\n", **{NAME: ONE_EACH})
    assert check.release is not None
