import pytest

from disclosure.own_table import check_table
from disclosure.own_table.earlier_edition import READER
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.unreadable import UnreadableError

NOW = "Area,a,b,c,All\nA,<5,<5,10,16\nB,<5,<5,8,13\nAll,6,5,18,29\n"
BEFORE = "Area,a,b,c,All\nA,<5,3,10,16\nB,<5,2,8,13\nAll,6,5,18,29\n"


def check(before=BEFORE, **answers):
    given = {"mark <5": "1 to 4", **answers}
    files = (FileInMemory(name, text.encode()) for name, text in (("now.csv", NOW), ("before.csv", before)))
    return check_table(next(files), earlier=next(files), answers=given)


def verdicts(found):
    return found.findings.set_index("address")["verdict"].to_dict()


def test_the_relation_is_asked_and_never_guessed():
    found = check()
    assert [question.name for question in found.questions] == ["earlier"] and found.exit_code == 2
    assert any("is not answered" in sentence for sentence in found.not_checked)
    with pytest.raises(UnreadableError, match="choose one of same_people"):
        check(earlier="the same")


def test_the_same_people_hidden_in_another_way():
    found = check(earlier="same_people")
    assert verdicts(found)["B2"] == "exact" and found.findings.set_index("address").loc["B2", "to_whom"] == READER
    assert any("before.csv" in sentence for sentence in found.checked_against)


def test_two_stocks_tell_nothing_of_each_other():
    assert verdicts(check(earlier="stocks"))["B2"] != "exact"


def test_an_edition_of_another_shape_is_not_used_and_this_is_said():
    found = check("Area,a,b,All\nA,6,10,16\nC,5,8,13\nAll,11,18,29\n", earlier="same_people")
    assert any("was not laid beside" in sentence for sentence in found.not_checked)
