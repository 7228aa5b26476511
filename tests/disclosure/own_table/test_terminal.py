import pytest

from disclosure.__main__ import main
from disclosure.own_table.questions import Question
from disclosure.own_table.rules_file import rules_beside
from disclosure.own_table.terminal import answered, check_folder, check_in_terminal, worst

SMALL = "Area,Men,Women,All\nA,10,<5,12\nB,7,9,16\nAll,17,11,28\n"
ASKS = "District,n\nAshfield,<5\nBirchmoor,<5\nColdwell,20\nDunmere,7\nAll,31\n"


@pytest.fixture
def table(tmp_path):
    (tmp_path / "small.csv").write_text(SMALL, encoding="utf-8")
    (tmp_path / "asks.csv").write_text(ASKS, encoding="utf-8")
    return tmp_path


def test_one_table(table):
    said = []
    check, code = check_in_terminal(table / "small.csv", said.append)
    assert code == 1 and check.exit_code == 1 and any("C2  A, Women: exactly 2" in line for line in said)
    assert said[-1].startswith("Not checked:")


def test_answers_are_asked_for_and_kept_beside_the_table(table):
    said, typed = [], iter(["nonsense", *"1" * 20])
    assert check_in_terminal(table / "asks.csv", said.append)[1] == 2
    _, code = check_in_terminal(table / "asks.csv", said.append, lambda _: next(typed))
    assert code in (0, 1) and rules_beside(table / "asks.csv").is_file()
    assert check_in_terminal(table / "asks.csv", said.append)[1] == code


def test_where_nobody_can_be_asked_the_file_for_answers_is_named_and_what_is_shown_can_be_read(table):
    said = []
    check_in_terminal(table / "asks.csv", said.append)
    told, written = said[-1].split("\n", 1)
    rules_beside(table / "asks.csv").write_text(written, encoding="utf-8")
    check, _ = check_in_terminal(table / "asks.csv", said.append)
    assert str(rules_beside(table / "asks.csv")) in told and len(check.answers) >= 1


def test_a_number_or_the_answer_itself_can_be_typed():
    question = Question("mark *", "What?", {"1 to 4": "small", "zero": "nobody"}, ("B2",), "* note")
    typed = iter(["7", "1 to 6"])
    said = []
    assert answered([question], said.append, lambda _: next(typed)) == {"mark *": "1 to 6"}
    assert "  The table says: * note" in said and "  Type a number from 1 to 2." in said


def test_that_a_range_of_ones_own_can_be_typed_is_said():
    question = Question("mark *", "What?", {"1 to 4": "small", "not told": "any"})
    typed, said = iter(["below 7", "0 to 6"]), []
    assert answered([question], said.append, lambda _: next(typed)) == {"mark *": "0 to 6"}
    assert "  Type a number from 1 to 2, or a range of your own such as 1 to 6." in said


def test_a_folder(table):
    said = []
    assert check_folder(table, said.append) == 2
    assert said[-1] == "0 nothing found, 1 something found, 1 not read so far."
    (table / "empty").mkdir()
    assert check_folder(table / "empty", said.append) == 2 and "holds no tables" in said[-1]


def test_exit_codes_of_the_command(table, capsys):
    assert main(["check", str(table / "small.csv"), "--no-page"]) == 1
    assert main(["check", str(table / "none.csv"), "--no-page"]) == 2
    assert "cannot be opened" in capsys.readouterr().out
    assert main(["check", str(table / "small.csv"), "--out", str(table / "out")]) == 1
    assert (table / "out" / "findings.csv").is_file() and (table / "out" / "report.html").is_file()
    assert worst([0, 2, 1]) == 2
