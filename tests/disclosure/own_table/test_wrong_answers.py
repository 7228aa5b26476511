import pytest

from disclosure.own_table import check_table
from disclosure.own_table.questions import Question
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.wrong_answers import refuse_wrong_answers

TABLE = FileInMemory("p.csv", b"district,group A,group B,Total\nAsh,<4,7,c\nOak,7,<4,8\nTotal,8,8,16")


@pytest.mark.parametrize("name", ["covering c", "rounding", "rounding of percentages", "sums of percentages"])
def test_a_wrong_word_for_a_question_that_was_not_asked_gets_a_sentence(name):
    """These ended in a bare KeyError, or in one of int()."""
    with pytest.raises(UnreadableError, match=f"'to yes' is no answer to '{name}': choose one of '"):
        check_table(TABLE, answers={name: "to yes"})


def test_what_is_answered_to_questions_of_other_tables_stands():
    refuse_wrong_answers({"rounding": "to 7", "sums of percentages": "yes", "mark x": "anything"}, {})
    asked = {"rounding": Question("rounding", "Were they rounded?", {"to 5": "", "not rounded": ""})}
    with pytest.raises(UnreadableError, match="'to 7' is no answer to 'rounding'"):
        refuse_wrong_answers({"rounding": "to 7"}, asked)
