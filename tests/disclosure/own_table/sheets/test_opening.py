import pandas as pd
import pytest

from disclosure.own_table.sheets import opening
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.opening import content_of, read_sheets, sheet_of_frame
from disclosure.own_table.sheets.unreadable import UnreadableError


def test_a_path_and_a_file_in_memory_are_read_alike(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"Area,n\nA,3\n")
    sheets = read_sheets(tmp_path / "a.csv")
    assert sheets == read_sheets(FileInMemory("a.csv", b"Area,n\nA,3\n"))
    assert sheets[0].file == "a.csv" and len(sheets[0].checksum) == 64


def test_a_file_that_is_not_there_or_too_large(tmp_path, monkeypatch):
    with pytest.raises(UnreadableError, match=r"none\.csv cannot be opened"):
        content_of(tmp_path / "none.csv")
    monkeypatch.setattr(opening, "MOST_BYTES", 3)
    (tmp_path / "a.csv").write_bytes(b"Area,n\n")
    with pytest.raises(UnreadableError, match="more than the 100 MB"):
        content_of(tmp_path / "a.csv")


def test_a_frame_with_named_index_and_two_levels():
    frame = pd.DataFrame({("Sex", "m"): [1.0, None]}, index=pd.Index(["A", "B"], name="Area"))
    assert [cell.text for cell in sheet_of_frame(frame)] == ["Area", "Sex", "", "m", "A", "1", "B", ""]
