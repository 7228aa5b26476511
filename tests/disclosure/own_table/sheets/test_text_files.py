import pytest

from disclosure.own_table.sheets.text_files import encoding_of, read_text, separator_of
from disclosure.own_table.sheets.unreadable import UnreadableError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding):
    sheet = read_text("Fläche;n\nÄsche;7\n".encode(encoding), "a.csv")
    assert sheet.source.encoding == encoding and sheet.at("A2").text == "Äsche"


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b;c\n1,2;3\n4,5;6\n", ";"),
        ("Title, with a comma\na\tb\n1\t2\n", "\t"),
        ('a,b\n"1,204",2\n', ","),
        ("a|b\n1|2\n", "|"),
    ],
)
def test_separators(text, separator):
    assert separator_of(text) == separator


def test_what_must_be_kept_to_write_another_one_alike():
    source = read_text(b'"Title",,\r\nArea,"n",m\r\nA,"1,204",3', "a.csv").source
    assert source.line_end == "\r\n" and not source.ends_with_line_end
    assert source.quoted == {"A1", "B2", "B3"} and source.widths == (3, 3, 3)


def test_line_ends_and_quotation_marks_inside_a_cell():
    assert read_text(b'Area,n\n"A ""b""\nc",3\n', "a.csv").at("A2").text == 'A "b"\nc'


def test_what_is_no_text():
    with pytest.raises(UnreadableError, match="at byte 1"):
        encoding_of(b"a\0b", "a.bin")
    with pytest.raises(UnreadableError, match="one column only"):
        read_text(b"a\nb\n", "a.csv")
