"""One word for all that the kit can do: it is handed on as it was typed, and what is unknown is named."""

import re
from importlib import import_module, metadata
from pathlib import Path

import pytest

from editions.command import doings
from editions.command.doings import DOINGS, main
from tests.test_structure import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = dict(re.findall(r"^([a-z-]+):.*?## ([^(\n]*[^ (\n])", MAKEFILE, re.MULTILINE))
FOR_MAKERS = {"help", "test", "test-all", "setup", "lint", "fuzz", "bench", "wheel", "lock", "clean"}
WITHOUT_MAKE = {"lessons", "check", "world"}


@pytest.mark.parametrize("name", DOINGS)
def test_every_part_of_the_kit_that_is_named_is_there_and_has_a_help(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0 and f"usage: fifty-three {name} " in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_names_every_part(word, capsys):
    assert main([word]) == 0
    told = capsys.readouterr().out
    assert all(f"fifty-three {name} " in told for name in DOINGS)


def test_the_version_is_told(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"fifty-three {metadata.version('fifty-three')}\n"


def test_an_unknown_word_is_named_and_nothing_is_done():
    with pytest.raises(SystemExit, match=r"There is no 'xyz'\. What there is: lessons, lab, check,"):
        main(["xyz"])


def test_a_word_that_is_nearly_right_is_answered_with_the_nearest():
    with pytest.raises(SystemExit, match=r"There is no 'Staff_scorm'\. The nearest: staff-scorm, staff, scorm\."):
        main(["Staff_scorm"])


def test_make_and_the_command_have_the_same_names_and_say_the_same_of_them():
    shared = set(TARGETS) - FOR_MAKERS
    assert shared == set(DOINGS) - WITHOUT_MAKE
    assert {name: TARGETS[name] for name in shared} == {name: DOINGS[name].purpose for name in shared}


def test_make_does_by_the_command_whatever_both_can_do():
    recipes = dict(re.findall(r"^([a-z-]+):.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE))
    by_name = {name for name in DOINGS if f"\t$(KIT) {name} " in recipes.get(name, "")}
    assert by_name == set(DOINGS) - WITHOUT_MAKE - {"lab"}  # of which both start the same program
    assert recipes["lab"] == "\t$(BIN)/jupyter lab --config=lab_config.py\n"


def test_the_list_of_make_has_room_for_each_name():
    (width,) = re.findall(r"make %-(\d+)s", MAKEFILE)
    assert max(map(len, TARGETS)) < int(width)


@pytest.mark.parametrize("name", ["course", "marks", "wheelhouse"])
def test_what_needs_a_clone_says_so_where_there_is_none(name, monkeypatch):
    monkeypatch.setattr(doings, "HOME", Path("elsewhere"))
    with pytest.raises(SystemExit, match=f"'{name}' needs a clone of the repository"):
        main([name])


@pytest.mark.parametrize("typed", [[], ["--folder", "here"]])
def test_without_a_word_the_lessons_are_opened(typed, monkeypatch):
    asked = []
    monkeypatch.setattr(import_module("editions.command.opening"), "main", asked.append)
    assert main(typed) == 0 and asked == [typed]


def test_a_table_is_checked_and_the_exit_code_is_handed_on(tmp_path, capsys):
    assert main(["check", str(tmp_path / "none.csv"), "--no-page"]) == 2
    assert "none.csv" in capsys.readouterr().out
