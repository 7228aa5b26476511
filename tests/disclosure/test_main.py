"""The command: what is written where, and how it ends."""

import pytest

from disclosure.__main__ import main
from tests.disclosure.own_table.example import OFFICE, T1, csv_bytes


@pytest.fixture
def table(tmp_path):
    for name, text in {"Table 4a Q3.csv": T1, "office.csv": OFFICE}.items():
        (tmp_path / name).write_bytes(csv_bytes(text))
    return tmp_path / "Table 4a Q3.csv"


def test_the_offices_file_brings_a_repaired_table_home(table, capsys):
    out, office = table.parent / "out", table.parent / "office.csv"
    code = main(["check", str(table), "--office", str(office), "--out", str(out), "--no-page"])
    said = capsys.readouterr().out
    assert code == 1 and "Hide 2 more: 28 people, 2 cells; nothing cheaper." in said and "exactly 3" in said
    repaired = out / "Table 4a Q3 repaired.csv"
    assert repaired.read_bytes() == csv_bytes(T1.replace("17,64", "c,64").replace("23,11", "23,c"))
    assert {file.suffix for file in out.iterdir()} == {".csv", ".html", ".toml"}
    (out / "Table 4a Q3.rules.toml").rename(out / "Table 4a Q3 repaired.rules.toml")
    assert main(["check", str(repaired), "--no-page"]) == 1
    assert "exactly" not in capsys.readouterr().out


def test_what_cannot_be_read_ends_in_a_sentence_and_2(tmp_path, capsys):
    assert main(["check", str(tmp_path / "nowhere.csv"), "--no-page", "--out", str(tmp_path / "out")]) == 2
    assert "nowhere.csv" in "".join(capsys.readouterr()) and not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_told_before_the_table_is_looked_at(table, capsys):
    assert main(["check", str(table.parent / "nowhere.csv"), "--out", str(table / "out")]) == 2
    said = "".join(capsys.readouterr())
    assert said.startswith("Nothing could be written to ") and "nowhere.csv" not in said
