"""Fields are found where Python's csv finds them, and only the changed ones change."""

import csv
import io
import random

import pytest

from disclosure.own_table.writing.fields import exchanged, spans


def as_csv_reads(text, separator):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def unquoted(field):
    """What csv makes of one field."""
    return as_csv_reads(field, "\x00")[0][0] if field else ""


def random_text(draw, separator):
    signs = ['"', '""', separator, "\n", "\r\n", " ", "a", "17", "<5", "é"]
    return "".join(draw.choice(signs) for _ in range(draw.randrange(1, 14)))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_fields_are_those_that_csv_reads(separator):
    draw = random.Random(0)
    for _ in range(3000):
        text = random_text(draw, separator)
        found = [[unquoted(text[a:b]) for a, b in line] for line in spans(text, separator)]
        assert found == as_csv_reads(text, separator), repr(text)


def test_nothing_changed_is_the_same_text_and_a_change_is_one_field():
    draw = random.Random(1)
    for _ in range(2000):
        text = random_text(draw, ",")
        assert exchanged(text, ",", {}) == text
        places = [(line, field) for line, fields in enumerate(spans(text, ",")) for field in range(len(fields))]
        if places:
            line, field = draw.choice(places)
            new = draw.choice(["c", "a,b", 'say "no"', "two\nlines"])
            before, after = as_csv_reads(text, ","), as_csv_reads(exchanged(text, ",", {(line, field): new}), ",")
            assert after[line][field].strip() == new
            before[line][field] = after[line][field] = ""
            assert before == after, repr(text)


def test_a_place_that_is_not_there_is_named():
    with pytest.raises(KeyError, match=r"\(3, 0\)"):
        exchanged("a,b", ",", {(3, 0): "c"})
