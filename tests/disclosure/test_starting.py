"""A command ends in a sentence and an exit code of its own, whatever becomes of what it shows."""

import os
import sys
from pathlib import Path

import pytest

from disclosure.starting import INTERRUPTED, NOT_WRITTEN, READER_LEFT, STOPPED, start

MUCH = "a line\n" * 20_000


def print_much(_):
    sys.stdout.write(MUCH)


def print_little(_):
    sys.stdout.write("a line that waits to be shown")


def print_help(_):
    sys.stdout.write("a line that waits to be shown")
    sys.exit(0)


def press_ctrl_c(_):
    raise KeyboardInterrupt


def open_what_is_not_there(folder):
    (Path(*folder) / "nowhere" / "file").write_text("")


def ends_with(main, monkeypatch, *words):
    monkeypatch.setattr(sys, "argv", ["command", *words])
    with pytest.raises(SystemExit) as ended:
        start(main)
    return ended.value.code


def left():
    """An output whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    return os.fdopen(writing, "w", encoding="utf-8")


@pytest.mark.parametrize("main", [print_much, print_little, print_help])
def test_a_reader_who_leaves_ends_it_in_silence(main, monkeypatch, capsys):
    with left() as output:
        monkeypatch.setattr(sys, "stdout", output)
        assert ends_with(main, monkeypatch) == READER_LEFT
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("main", [print_much, print_little, print_help, lambda _: "a sentence"])
def test_a_full_disk_is_told_in_a_sentence(main, monkeypatch, capsys):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert ends_with(main, monkeypatch) == NOT_WRITTEN
    assert capsys.readouterr().err == "What was to be shown or written: No space left on device.\n"


def test_ctrl_c_is_told_in_a_sentence(monkeypatch, capsys):
    assert ends_with(press_ctrl_c, monkeypatch) == INTERRUPTED and capsys.readouterr().err.strip() == STOPPED


def test_a_file_that_cannot_be_opened_is_named(tmp_path, monkeypatch, capfd):
    assert ends_with(open_what_is_not_there, monkeypatch, str(tmp_path)) == NOT_WRITTEN
    assert capfd.readouterr().err == f"{tmp_path / 'nowhere' / 'file'}: No such file or directory.\n"


@pytest.mark.parametrize(("outcome", "code"), [(None, 0), (0, 0), (2, 2), ("It is done.\n\n", 0)])
def test_a_sentence_is_shown_and_an_exit_code_is_handed_on(outcome, code, monkeypatch, capsys):
    assert ends_with(lambda _: outcome, monkeypatch) == code
    assert capsys.readouterr().out == ("It is done.\n" if isinstance(outcome, str) else "")


def test_an_output_that_is_closed_stops_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    assert ends_with(lambda _: "It is done.", monkeypatch) == 0
    sys.stdout.close()
