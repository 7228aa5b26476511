from pathlib import Path

import pytest

from disclosure.own_table.rules_file import read_rules, rules_beside, rules_text
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.unreadable import UnreadableError

ANSWERS = {'mark "*"': "1 to 4", "cover Größe\\x": "yes", "mark \x7f": "zero"}


def test_what_is_written_is_read(tmp_path):
    file = rules_beside(tmp_path / "Table 4a.csv")
    file.write_text(rules_text(ANSWERS, {"B7": "hidden"}), encoding="utf-8")
    assert read_rules(file) == {"answers": ANSWERS, "kinds": {"B7": "hidden"}}
    assert file.name == "Table 4a.rules.toml"


def test_what_an_editor_on_windows_makes_of_it_is_read():
    written = rules_text(ANSWERS, {"B7": "hidden"}).replace("\n", "\r\n")
    assert read_rules(FileInMemory("r.toml", written.encode("utf-8-sig"))) == {
        "answers": ANSWERS,
        "kinds": {"B7": "hidden"},
    }


@pytest.mark.parametrize("content", [b"no toml", b"[answers]\nx = 3\n", b"\xff"])
def test_what_is_no_file_of_answers(content):
    with pytest.raises(UnreadableError, match=r"r\.toml is no file of answers"):
        read_rules(FileInMemory("r.toml", content))


def test_a_path():
    assert rules_beside(Path("a.b.csv")).name == "a.b.rules.toml"
