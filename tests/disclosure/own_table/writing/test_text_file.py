"""Every byte stays but those of the changed cells: BOM, encoding, separators, quotes, line ends."""

import pytest

from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.writing.text_file import plain_text, text_file

T3 = "Schule;Pupils;SEN %\r\nHöhe;1.043;0,9\r\n\r\n* fewer than 5;;"


BOMS = {"utf-8": b"", "utf-8-sig": b"\xef\xbb\xbf", "cp1252": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


@pytest.mark.parametrize(("encoding", "bom"), BOMS.items())
def test_a_change_is_one_cell_in_every_encoding(encoding, bom):
    codec = encoding.removesuffix("-sig")
    content = bom + T3.encode(codec)
    name = "utf-16" if codec.startswith("utf-16") else encoding
    assert text_file(content, name, ";", {}) == content
    assert text_file(content, name, ";", {"B2": "*"}) == bom + T3.replace("1.043", "*").encode(codec)


def test_what_cannot_be_written_is_a_sentence():
    with pytest.raises(ValueError, match=r"'‡' cannot be written in ascii.*another mark"):
        text_file(b"a,1", "ascii", ",", {"B1": "‡"})
    with pytest.raises(ValueError, match="is not in this file"):
        text_file(b"a,1", "ascii", ",", {"B7": "c"})


def test_a_table_without_a_file_is_plain_csv():
    assert plain_text(sheet_of([["a, b", "1"]]), {"B1": "c"}) == b'"a, b",c\n'
