"""One's own table on the desk: decided, signed, and nothing that was hidden in the record."""

import pandas as pd
import pytest

from disclosure.own_table import check_table
from lessons.release_desk.own import put_on_desk

TABLE = pd.DataFrame({"district": ["Ashfield", "Dunmere", "All"], "n": ["12", "<5", "15"]})
SAID = {"reason": "The press wants it.", "nickname": "otter", "of_whom": "pupils", "of_when": "May 2025"}


def check():
    return check_table(TABLE, answers={"cover district": "yes"})


def test_the_record_says_what_was_decided_and_found():
    page = put_on_desk(check(), decision="publish", **SAID).html
    assert "goes out although hidden numbers" in page and "1 is printed all the same" in page
    assert all(text in page for text in SAID.values()) and "Not checked" in page
    assert "although" not in put_on_desk(check(), decision="decline", **SAID).html


def test_what_was_written_is_escaped():
    page = put_on_desk(check(), decision="decline", **{**SAID, "reason": "<b>no</b>"}).html
    assert "&lt;b&gt;no" in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"reason": " "}, "reason is empty"),
        ({"of_when": ""}, "of_when is empty"),
        ({"decision": "perhaps"}, "choose one of 'publish', 'decline'"),
    ],
)
def test_what_is_left_out_is_named(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        put_on_desk(check(), **{"decision": "publish", **SAID, **change})


def test_an_open_question_must_be_answered_first():
    with pytest.raises(ValueError, match="not finished"):
        put_on_desk(check_table(TABLE), decision="publish", **SAID)
