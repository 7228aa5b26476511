"""What the page sends is read, or refused in a sentence; nothing else gets through."""

import base64
import json

import pytest

from disclosure.own_table.page.requests import MOST_FILE, read_request
from disclosure.own_table.wishes import Wishes


def sent(**more):
    file = {"name": "t.csv", "bytes": base64.b64encode(b"a,1").decode()}
    return json.dumps({"table": file, **more}).encode()


def test_files_answers_and_wishes_are_read():
    file = {"name": "o.csv", "bytes": ""}
    read = read_request(
        sent(
            office=file,
            answers={"mark <5": "1-4", "zero": ""},
            kinds={"B2": "total"},
            sheet="S",
            decided="x" * 300,
            wishes={"threshold": "5", "against": "alone", "width": 3, "mark": " c ", "keep": "b7, C5"},
        )
    )
    assert read.table.content == b"a,1" and read.office.content == b"" and read.earlier is None
    assert dict(read.answers) == {"mark <5": "1-4"} and dict(read.kinds) == {"B2": "total"} and read.sheet == "S"
    assert read.wishes == Wishes(5, "alone", 3, "c", ("B7", "C5")) and len(read.decided) == 200


@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"[]",
        b"{",
        b"[" * 100_000,
        sent(answers=[1]),
        sent(table={"name": "t"}),
        sent(table={"name": "t", "bytes": "*"}),
        sent(table=7),
    ],
)
def test_what_the_page_never_sends_is_refused(nonsense):
    with pytest.raises(ValueError, match="reload it"):
        read_request(nonsense)


def test_each_refusal_says_what_to_do():
    large = base64.b64encode(b"x" * (MOST_FILE + 1)).decode()
    for bad, words in (
        ({"table": {"name": "big.csv", "bytes": large}}, r"big\.csv has more than 10 MB"),
        ({"table": None}, "Choose a file first"),
        ({"wishes": {"threshold": "five", "against": "readers"}}, "whole numbers"),
    ):
        with pytest.raises(ValueError, match=words):
            read_request(sent(**bad))


@pytest.mark.parametrize(
    ("sent", "look"), [("two", "two"), ("alone", "alone"), ("nobody", "readers"), (None, "readers")]
)
def test_who_looks_is_one_of_three(sent, look):
    entry = {"table": {"name": "t.csv", "bytes": "YSwx"}, "look": sent}
    assert read_request(json.dumps(entry).encode()).look == look
