"""The command writes a page, a table and notes, and says in a sentence what is in the way."""

import pytest

from editions.results import running_code
from editions.results.__main__ import main
from tests.editions.results.making import chosen, write


def test_a_folder_becomes_a_page_a_table_and_notes(tmp_path):
    hand_ins, out = tmp_path / "in", tmp_path / "out"
    hand_ins.mkdir()
    for number in range(12):
        write(hand_ins, f"{number}.json", [chosen("suppression/no-lines", right=number > 3)])
    (hand_ins / "letter.docx").write_bytes(b"PK")
    told = main([str(hand_ins), "--out", str(out), "--threshold", "3"])
    assert "Read: 12 hand-ins; not used: 1 (letter.docx: it is no file of hand_in()" in told
    assert "question,no-lines,8,4,0,12" in (out / "class.csv").read_text(encoding="utf-8")
    assert "02 · Suppression" in (out / "class.html").read_text(encoding="utf-8")
    assert "letter.docx" in (out / "for-the-teacher.md").read_text(encoding="utf-8")
    assert "letter.docx" not in (out / "class.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["nowhere"], "is no folder"), (["."], "holds no files"), (["f", "--out", "f/a.json"], "Name another folder")],
)
def test_what_is_in_the_way_is_said(arguments, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    if arguments[0] == "f":
        (tmp_path / "f").mkdir()
        write(tmp_path / "f", "a.json", [])
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 1 and said in capsys.readouterr().err


def test_a_threshold_that_hides_nothing_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main([str(tmp_path), "--threshold", "1"])
    assert "choose 2 or more" in capsys.readouterr().err


def test_without_what_runs_code_that_is_said(tmp_path, monkeypatch, capsys):
    write(tmp_path, "a.json", [])
    monkeypatch.setattr(running_code, "find_spec", lambda name: None)
    with pytest.raises(SystemExit):
        main([str(tmp_path), "--run-code", "--out", str(tmp_path / "out")])
    assert "needs the folder `grading`" in capsys.readouterr().err
