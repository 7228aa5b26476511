"""A file in memory prints its name alone: what an office brings stands in no message."""

from disclosure.own_table.sheets.in_memory import FileInMemory


def test_its_bytes_are_never_shown():
    assert "17" not in repr(FileInMemory("table.csv", b"17"))
